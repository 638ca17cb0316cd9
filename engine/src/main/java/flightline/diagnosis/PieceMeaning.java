package flightline.diagnosis;

import flightline.model.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Compares the likeliest pieces of what was found with the question by their meaning. Few of them, as each costs some five
 * milliseconds: those that the words speak for most. What the likeness counts was learned with one model, so another's says
 * nothing.
 */
public final class PieceMeaning {
    private static final String LEARNED_WITH = "bge-small-en-v1.5-q";
    private static final int COMPARED = 16;
    /** Of these, how many are compared by themselves too. */
    private static final int ALONE = 6;

    private final Embedder embedder;

    public PieceMeaning(Embedder embedder) {
        this.embedder = embedder;
    }

    private record Compared(String text, double likeness) {}

    /** @param documents what was found, best first */
    public PieceLikeness of(String question, Set<String> wanted, List<Exhibits.Document> documents) {
        if (!embedder.name().equals(LEARNED_WITH)) return PieceLikeness.NONE;
        List<AnswerPieces.Likely> likely = AnswerPieces.likely(question, wanted, documents, COMPARED);
        if (likely.isEmpty()) return PieceLikeness.NONE;
        float[] asked = embedder.query(question);
        List<float[]> vectors = embedder.passages(
                likely.stream().map(AnswerPieces.Likely::withBefore).toList());
        var compared = new ArrayList<Compared>();
        for (int i = 0; i < likely.size(); i++)
            compared.add(new Compared(likely.get(i).text(), dot(asked, vectors.get(i))));
        compared.sort(Comparator.comparingDouble(Compared::likeness).reversed());
        List<String> best = compared.stream().limit(ALONE).map(Compared::text).toList();
        double alone = embedder.passages(best).stream()
                .mapToDouble(vector -> dot(asked, vector))
                .max()
                .orElseThrow();
        return new PieceLikeness(compared.getFirst().likeness(), alone);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
