package flightline.corpus;

import java.time.LocalDate;
import java.util.List;

/**
 * A pointer into a document that a reader can follow: what is quoted and where it stands.
 *
 * @param revision as displayed, see {@link Revision#display}
 * @param exact the revision as an address names it, which means no other, see {@link Revision#exact}
 * @param inForce whether that revision was in force on the day asked for
 * @param standing that in words, see {@link HeldDocument#standing}
 * @param effectivity for which aircraft the quoted words hold
 * @param path headings above the quoted words
 * @param quote the source text at {@code place}, letter for letter
 * @param reading how the quoted words came off their page
 */
public record Citation(
        DocumentId document,
        String revision,
        String exact,
        boolean inForce,
        String standing,
        Effectivity effectivity,
        String title,
        List<String> path,
        Place place,
        String quote,
        ContentHash source,
        Reading reading) {
    public Citation {
        path = List.copyOf(path);
    }

    /** Words of a document that is held, as it stands that day. */
    public static Citation of(
            HeldDocument held,
            LocalDate on,
            Effectivity effectivity,
            List<String> path,
            Place place,
            String quote,
            Reading reading) {
        DocumentHeader header = held.header();
        return new Citation(
                header.id(),
                header.revision().display(),
                header.revision().exact(),
                held.inForceOn(on),
                held.standing(on),
                effectivity,
                header.title(),
                path,
                place,
                quote,
                held.source(),
                reading);
    }

    /** One that holds for every aircraft, and of whose standing no more is known than whether it is in force. */
    public Citation(
            DocumentId document,
            String revision,
            boolean inForce,
            String title,
            List<String> path,
            Place place,
            String quote,
            ContentHash source) {
        this(
                document,
                revision,
                revision,
                inForce,
                inForce ? "in force" : "not in force",
                Effectivity.ALL,
                title,
                path,
                place,
                quote,
                source,
                Reading.CHARACTERS);
    }
}
