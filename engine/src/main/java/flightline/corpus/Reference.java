package flightline.corpus;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a document points to something else.
 *
 * @param target identity of the document, id within this document, number of the graphic, or title of the publication
 * @param issue of the target, as written; empty where the reference leaves it open
 * @param line 1-based, in the original file; 0 where it has no lines
 * @param from the words that refer, or the block that does; absent where the reference is not in the text
 * @param to where the target stands in this document; absent for anything outside, or without words of its own
 * @param broken why the target cannot be there, for what is decided within the document; else empty
 */
public record Reference(
        Kind kind, String target, String issue, int line, Optional<Place> from, Optional<Place> to, String broken) {
    /** What is pointed to. */
    public enum Kind {
        DATA_MODULE,
        PUBLICATION,
        /** A publication of another system. */
        EXTERNAL,
        /** A place within the same document. */
        INTERNAL,
        GRAPHIC;

        /** In words, for example {@code data module}. */
        public String display() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
