package flightline.ingest;

import flightline.corpus.Passage;
import flightline.corpus.StructuredDocument;
import java.util.List;

/**
 * Cuts a document into passages: a step, a table row, a paragraph or a few short ones, a fault, a part.
 *
 * <p>Every passage is an exact range of the source text. A warning, caution or note is never parted from what it
 * belongs to, a table row never split. Stateless, safe for several threads.
 */
public final class PassageCutter {
    /** The passages in reading order. */
    public List<Passage> cut(StructuredDocument document) {
        return new CutDocument(document).passages();
    }
}
