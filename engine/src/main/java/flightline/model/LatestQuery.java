package flightline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embedder that keeps the vector of the question asked last: one request asks documents, records and the aircraft's own
 * log with the same words, and the model is slower than all three.
 */
public final class LatestQuery implements Embedder {
    private final Embedder embedder;
    private volatile @Nullable Asked latest;

    public LatestQuery(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public double chance() {
        return embedder.chance();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return embedder.passages(texts);
    }

    @Override
    public float[] query(String text) {
        Asked held = latest;
        if (held == null || !held.text.equals(text)) {
            held = new Asked(text, embedder.query(text));
            latest = held;
        }
        return held.vector.clone();
    }

    @Override
    public void close() {
        embedder.close();
    }

    private static final class Asked {
        private final String text;
        private final float[] vector;

        Asked(String text, float[] vector) {
            this.text = text;
            this.vector = vector;
        }
    }
}
