package flightline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embedder that keeps the vectors of the two questions asked last: one request asks documents, records and the aircraft's
 * own log with the same words, a follow-up with and without its matter, and the model is slower than all three.
 */
public final class LatestQuery implements Embedder {
    private final Embedder embedder;
    private volatile @Nullable Asked latest;
    private volatile @Nullable Asked before;

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
        Asked last = latest;
        if (last != null && last.text.equals(text)) return last.vector.clone();
        Asked earlier = before;
        Asked now = earlier != null && earlier.text.equals(text) ? earlier : new Asked(text, embedder.query(text));
        before = last;
        latest = now;
        return now.vector.clone();
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
