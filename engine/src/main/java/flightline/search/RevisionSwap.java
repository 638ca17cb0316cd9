package flightline.search;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import java.util.List;

/**
 * A revision to be taken in, and what it does to the revisions already held. All of it becomes visible at once. One that is
 * quarantined brings its catalogue entry alone: no passages, and no change to what is held.
 *
 * @param document the new catalogue entry; an entry and passages with the same key are replaced
 * @param passages all passages of the revision, in order
 * @param changed older catalogue entries as they are from now on, typically no longer in force; their passages follow
 */
public record RevisionSwap(HeldDocument document, List<Passage> passages, List<HeldDocument> changed) {
    /** A revision that waits for a second person. */
    public static RevisionSwap quarantining(HeldDocument document) {
        return new RevisionSwap(document, List.of(), List.of());
    }

    public RevisionSwap {
        passages = List.copyOf(passages);
        changed = List.copyOf(changed);
        if (document.passages() != passages.size())
            throw new IllegalArgumentException(
                    document.key() + " states " + document.passages() + " passages but brings " + passages.size());
        if (document.quarantined() && !changed.isEmpty())
            throw new IllegalArgumentException(document.key() + " is quarantined and cannot supersede anything");
        for (var older : changed)
            if (older.key().equals(document.key()))
                throw new IllegalArgumentException(document.key() + " cannot supersede itself");
    }
}
