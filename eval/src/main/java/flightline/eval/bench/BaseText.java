package flightline.eval.bench;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.model.Embedder;
import flightline.search.LucenePassageIndex;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Real passages with their vectors, from which others are varied.
 *
 * @param swaps documents with their passages
 * @param vectors one list for each document, one vector for each of its passages
 */
record BaseText(List<RevisionSwap> swaps, List<List<float[]>> vectors) {
    /** Of one document, so that no handbook outweighs all others. */
    private static final int MOST_OF_ONE = 1500;

    /**
     * Reads what an index holds and has the embedder compute the vectors as an ingest would.
     *
     * @param most so many passages at most
     */
    static BaseText of(PassageIndex held, int most, Path scratch, Embedder embedder) throws IOException {
        var swaps = new ArrayList<RevisionSwap>();
        int taken = 0;
        for (HeldDocument document : held.documents()) {
            List<Passage> passages = held.passages(document.key());
            int some = Math.min(MOST_OF_ONE, Math.min(passages.size(), most - taken));
            if (some <= 0) continue;
            taken += some;
            swaps.add(new RevisionSwap(shortened(document, some), passages.subList(0, some), List.of()));
        }
        var vectors = new ArrayList<List<float[]>>();
        var recording = new Recording(embedder);
        try (var index = LucenePassageIndex.open(scratch, recording, Map.of())) {
            index.swap(swaps);
            List<float[]> all = recording.taken();
            int from = 0;
            for (RevisionSwap swap : swaps) {
                vectors.add(all.subList(from, from + swap.passages().size()));
                from += swap.passages().size();
            }
        }
        return new BaseText(swaps, vectors);
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

    /** Hands on what another embedder computes, and keeps it. */
    private static final class Recording implements Embedder {
        private final Embedder behind;
        private final List<float[]> vectors = new ArrayList<>();

        Recording(Embedder behind) {
            this.behind = behind;
        }

        List<float[]> taken() {
            List<float[]> all = List.copyOf(vectors);
            vectors.clear();
            return all;
        }

        @Override
        public String name() {
            return behind.name();
        }

        @Override
        public int dimension() {
            return behind.dimension();
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            List<float[]> computed = behind.passages(texts);
            vectors.addAll(computed);
            return computed;
        }

        @Override
        public float[] query(String text) {
            return behind.query(text);
        }

        @Override
        public void close() {
            // Whoever handed it in closes what is behind.
        }
    }
}
