package flightline.search;

import flightline.corpus.Passage;
import flightline.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Computes the vectors of what is taken in, many passages at a time. */
final class PassageVectors {
    private static final int BATCH = 64;

    private PassageVectors() {}

    /** One list for each swap, one for each of its passages; told is the count of passages. */
    static List<List<Meant>> of(List<RevisionSwap> swaps, Embedder embedder, IntConsumer embedded) {
        var texts = new ArrayList<PassageTexts>();
        for (var swap : swaps)
            for (Passage passage : swap.passages())
                texts.add(PassageTexts.of(swap.document().header().title(), passage));
        var meant = new ArrayList<Meant>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            List<PassageTexts> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
            for (List<float[]> vectors : PassageTexts.embedded(batch, embedder)) meant.add(Meant.of(vectors));
            embedded.accept(meant.size());
        }
        var parted = new ArrayList<List<Meant>>();
        int from = 0;
        for (var swap : swaps) {
            parted.add(meant.subList(from, from + swap.passages().size()));
            from += swap.passages().size();
        }
        return parted;
    }

    static List<float[]> batches(List<String> texts, Embedder embedder, IntConsumer embedded) {
        var vectors = new ArrayList<float[]>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(embedder.passages(texts.subList(from, Math.min(texts.size(), from + BATCH))));
            embedded.accept(vectors.size());
        }
        return vectors;
    }
}
