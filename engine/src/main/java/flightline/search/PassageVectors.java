package flightline.search;

import flightline.corpus.Passage;
import flightline.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Computes the vectors of what is taken in, many passages at a time. */
final class PassageVectors {
    private static final int BATCH = 64;
    /** An embedder reads some 400 words; what follows would be cut off, and the title must not push the text out. */
    private static final int MOST_WORDS = 400;

    private PassageVectors() {}

    /** One list for each swap, one vector for each of its passages. */
    static List<List<float[]>> of(List<RevisionSwap> swaps, Embedder embedder, IntConsumer embedded) {
        var texts = new ArrayList<String>();
        for (var swap : swaps)
            for (Passage passage : swap.passages())
                texts.add(text(swap.document().header().title(), passage));
        var vectors = batches(texts, embedder, embedded);
        var parted = new ArrayList<List<float[]>>();
        int from = 0;
        for (var swap : swaps) {
            parted.add(vectors.subList(from, from + swap.passages().size()));
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

    /** What a passage means: the nearest headings, else the title, then its context and its words. */
    private static String text(String title, Passage passage) {
        var path = passage.path();
        String head =
                path.isEmpty() ? title : String.join(" / ", path.subList(Math.max(0, path.size() - 2), path.size()));
        return head + "\n" + (passage.context().isBlank() ? "" : passage.context() + "\n") + firstWords(passage.text());
    }

    static String firstWords(String text) {
        int words = 0;
        for (int i = 1; i < text.length(); i++)
            if (Character.isWhitespace(text.charAt(i))
                    && !Character.isWhitespace(text.charAt(i - 1))
                    && ++words == MOST_WORDS) return text.substring(0, i);
        return text;
    }
}
