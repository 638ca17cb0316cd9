package flightline.eval.bench;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.model.Embedder;
import flightline.search.PassageIndex;
import flightline.search.PassageTexts;
import flightline.search.RevisionSwap;
import java.util.ArrayList;
import java.util.List;

/**
 * Real passages with their vectors, from which others are varied.
 *
 * @param swaps documents with their passages
 * @param meanings one list for each document, in it one for each of its passages
 */
record BaseText(List<RevisionSwap> swaps, List<List<Meaning>> meanings) {
    /** Vectors of a passage and of its pieces. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Meaning(float[] whole, List<float[]> pieces) {
        static Meaning of(List<float[]> vectors) {
            return new Meaning(vectors.getFirst(), vectors.subList(1, vectors.size()));
        }
    }

    /** Of one document, so that no handbook outweighs all others. */
    private static final int MOST_OF_ONE = 1500;

    /**
     * Reads what an index holds and has the embedder compute the vectors as an ingest would.
     *
     * @param most so many passages at most
     */
    static BaseText of(PassageIndex held, int most, Embedder embedder) {
        var swaps = new ArrayList<RevisionSwap>();
        int taken = 0;
        for (HeldDocument document : held.documents()) {
            List<Passage> passages = held.passages(document.key());
            int some = Math.min(MOST_OF_ONE, Math.min(passages.size(), most - taken));
            if (some <= 0) continue;
            taken += some;
            swaps.add(new RevisionSwap(shortened(document, some), passages.subList(0, some), List.of()));
        }
        var meanings = new ArrayList<List<Meaning>>();
        for (RevisionSwap swap : swaps) {
            String title = swap.document().header().title();
            List<PassageTexts> texts = swap.passages().stream()
                    .map(passage -> PassageTexts.of(title, passage))
                    .toList();
            meanings.add(PassageTexts.embedded(texts, embedder).stream()
                    .map(Meaning::of)
                    .toList());
        }
        return new BaseText(swaps, meanings);
    }

    private static HeldDocument shortened(HeldDocument document, int passages) {
        return new HeldDocument(
                document.header(),
                document.library(),
                document.source(),
                document.fileName(),
                document.ingested(),
                passages,
                document.inForceFrom(),
                document.inForceUntil(),
                document.why(),
                document.custody());
    }

    int passages() {
        return swaps.stream().mapToInt(swap -> swap.passages().size()).sum();
    }
}
