package flightline.corpus;

import java.util.List;

/**
 * A pointer into a document that a reader can follow: what is quoted and where it stands.
 *
 * @param revision as displayed, see {@link Revision#display}
 * @param inForce whether that revision was in force on the day asked for
 * @param path headings above the quoted words
 * @param quote the source text at {@code place}, letter for letter
 */
public record Citation(
        DocumentId document,
        String revision,
        boolean inForce,
        String title,
        List<String> path,
        Place place,
        String quote,
        ContentHash source) {
    public Citation {
        path = List.copyOf(path);
    }
}
