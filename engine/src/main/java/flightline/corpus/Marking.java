package flightline.corpus;

import java.util.Locale;

/**
 * Protective marking of a document, as the organisation writes it.
 *
 * @param label upper case, for example {@code UNMARKED} or {@code RESTRICTED}
 */
public record Marking(String label) {
    public static final Marking UNMARKED = new Marking("UNMARKED");

    public Marking {
        label = label.strip().toUpperCase(Locale.ROOT);
        if (label.isEmpty())
            throw new IllegalArgumentException("marking must not be blank; unmarked material is UNMARKED");
    }

    @Override
    public String toString() {
        return label;
    }
}
