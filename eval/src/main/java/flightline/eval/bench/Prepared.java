package flightline.eval.bench;

import flightline.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors that were computed before, so that a measurement is of the index and not of the model. */
final class Prepared implements Embedder {
    private final Embedder behind;
    private Map<String, float[]> expected = Map.of();
    private final Map<String, float[]> questions = new ConcurrentHashMap<>();

    Prepared(Embedder behind) {
        this.behind = behind;
    }

    /** The vectors of the texts that are embedded next, and of no others from now on. */
    void expect(Map<String, float[]> vectors) {
        expected = vectors;
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
        var vectors = new ArrayList<float[]>(texts.size());
        for (String text : texts) vectors.add(expected(text));
        return vectors;
    }

    private float[] expected(String text) {
        float[] vector = expected.get(text);
        if (vector == null) throw new IllegalStateException("no vector was prepared for: " + text);
        return vector;
    }

    @Override
    public float[] query(String text) {
        return questions.computeIfAbsent(text, behind::query).clone();
    }

    @Override
    public void close() {
        // Whoever handed it in closes what is behind.
    }
}
