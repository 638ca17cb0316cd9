package flightline.corpus;

import java.util.Optional;

/**
 * A document's reference to an entry of a common information repository, and what came of it when the document was read.
 *
 * @param repository the document that it says the entry stands in; absent where it leaves that open
 * @param line 1-based, in the original file, of the first such reference
 * @param found absent where the library did not hold it
 * @param why in words, where nothing was found; else empty
 */
public record SharedWant(
        SharedEntry.Kind kind,
        String ident,
        Optional<DocumentId> repository,
        int line,
        Optional<SharedEntry> found,
        String why) {
    /** For example {@code warning warning-001}. */
    public String display() {
        return kind.display() + " " + ident;
    }
}
