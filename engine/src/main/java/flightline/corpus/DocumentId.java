package flightline.corpus;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Identity of a document across all its revisions: the data module code (with its language where that is not English), the
 * directive's number, else the file's name.
 *
 * @param value not blank, for example {@code DMC-LT46-A-32-41-00-00A-520A-A} or {@code AD-2025-0012}
 */
public record DocumentId(String value) {
    /** A translation of an S1000D module: its code, then language and country as the names of its files have them. */
    private static final Pattern TRANSLATION = Pattern.compile("^(?:DMC|DME|PMC|DML)-.*_([a-z]{2,3}(?:-[A-Z]{2})?)$");

    /** Longer ones are no identity but an accident or an attack, and could not be keys. */
    public static final int LONGEST = 1_000;

    public DocumentId {
        if (value.isBlank()) throw new IllegalArgumentException("document id must not be blank");
        if (value.length() > LONGEST)
            throw new IllegalArgumentException("document id must have at most " + LONGEST + " characters, got "
                    + value.length() + ": '" + value.substring(0, 40) + "...'");
    }

    /** The language that is part of the identity, for example {@code fr-FR}; empty where none is, as in English modules. */
    public String language() {
        var translation = TRANSLATION.matcher(value);
        return translation.matches() ? translation.group(1) : "";
    }

    /**
     * What a reference from this document may mean, the likeliest first: a translation refers to others of its language,
     * and to the module itself where those are not held.
     *
     * @param target identity as the reference has it
     */
    public List<DocumentId> referringTo(DocumentId target) {
        String own = language();
        if (own.isEmpty() || !target.language().isEmpty()) return List.of(target);
        var translation = new DocumentId(target.value() + "_" + own);
        // It names itself where it says what it was translated from.
        return translation.equals(this) ? List.of(target) : List.of(translation, target);
    }

    @Override
    public String toString() {
        return value;
    }
}
