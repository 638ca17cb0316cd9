package flightline.eval.bench;

import flightline.model.Embedder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors that were computed before, so that a measurement is of the index and not of the model. */
final class Prepared implements Embedder {
    private final Embedder behind;
    private final Deque<float[]> next = new ArrayDeque<>();
    private final Map<String, float[]> questions = new ConcurrentHashMap<>();

    Prepared(Embedder behind) {
        this.behind = behind;
    }

    /** The vectors of the passages that are embedded next, in that order. */
    void expect(List<float[]> vectors) {
        next.addAll(vectors);
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
        for (int i = 0; i < texts.size(); i++) vectors.add(next.remove());
        return vectors;
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
