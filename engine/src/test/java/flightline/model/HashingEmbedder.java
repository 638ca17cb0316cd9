package flightline.model;

import java.util.List;
import java.util.Locale;

/**
 * An embedder with no model behind it: each word is hashed to a direction. It knows no meaning, only shared words, and
 * makes tests of everything around vectors fast and hermetic.
 */
public class HashingEmbedder implements Embedder {
    private static final int DIMENSION = 64;

    @Override
    public String name() {
        return "hashing-64";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return texts.stream().map(this::query).toList();
    }

    @Override
    public float[] query(String text) {
        float[] sum = new float[DIMENSION];
        sum[0] = 1e-3f;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.isEmpty()) continue;
            long state = word.hashCode() * 0x9E3779B97F4A7C15L;
            for (int i = 0; i < DIMENSION; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                sum[i] += (state >> 40) / (float) (1 << 23);
            }
        }
        double norm = 0;
        for (float value : sum) norm += value * value;
        float scale = (float) (1 / Math.sqrt(norm));
        for (int i = 0; i < DIMENSION; i++) sum[i] *= scale;
        return sum;
    }

    @Override
    public void close() {}
}
