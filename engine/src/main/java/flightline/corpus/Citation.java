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
 * @param marking of the document or record that it points into
 * @param columns names of the columns that a quoted row stands under, see {@link ColumnNames}; else empty
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
        Reading reading,
        Marking marking,
        List<String> columns) {
    public Citation {
        path = List.copyOf(path);
        columns = List.copyOf(columns);
    }

    /** The same of a row under these columns. */
    public Citation under(List<String> names) {
        return new Citation(
                document,
                revision,
                exact,
                inForce,
                standing,
                effectivity,
                title,
                path,
                place,
                quote,
                source,
                reading,
                marking,
                names);
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
                reading,
                header.marking(),
                List.of());
    }

    /** One that holds for every aircraft, and of whose standing no more is known than whether it is in force; unmarked. */
    public Citation(
            DocumentId document,
            String revision,
            boolean inForce,
            String title,
            List<String> path,
            Place place,
            String quote,
            ContentHash source) {
        this(document, revision, inForce, title, path, place, quote, source, Marking.UNMARKED);
    }

    /** The same with a marking. */
    public Citation(
            DocumentId document,
            String revision,
            boolean inForce,
            String title,
            List<String> path,
            Place place,
            String quote,
            ContentHash source,
            Marking marking) {
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
                Reading.CHARACTERS,
                marking,
                List.of());
    }
}
