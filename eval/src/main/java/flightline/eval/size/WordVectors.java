package flightline.eval.size;

import flightline.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for the model where a hundred thousand vectors would take an hour: each word has a direction of its own, longer
 * words weigh more, and a text is the sum of its words. Of the real model's length, so that the index is as large and as
 * slow to search. It knows no meaning: nothing found with it tells how good answers are.
 */
final class WordVectors implements Embedder {
    private static final int DIMENSION = 384;
    /** Words up to this length are mostly the small change of the language. */
    private static final int SHORT = 3;

    private final Map<String, float[]> directions = new ConcurrentHashMap<>();
    private final Optional<Embedder> asked;

    /** @param asked reads each question too, so that a measured time holds the real model's; its answer is thrown away */
    WordVectors(Optional<Embedder> asked) {
        this.asked = asked;
    }

    @Override
    public String name() {
        return "words-" + DIMENSION;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        var vectors = new ArrayList<float[]>();
        for (String text : texts) vectors.add(sum(text));
        return vectors;
    }

    @Override
    public float[] query(String text) {
        asked.ifPresent(model -> model.query(text));
        return sum(text);
    }

    private float[] sum(String text) {
        float[] sum = new float[DIMENSION];
        sum[0] = 1e-3f;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.isEmpty()) continue;
            float weight = word.length() <= SHORT ? 0.2f : (float) Math.log(word.length());
            float[] direction = directions.computeIfAbsent(word, WordVectors::direction);
            for (int i = 0; i < DIMENSION; i++) sum[i] += weight * direction[i];
        }
        double square = 0;
        for (float value : sum) square += (double) value * value;
        float scale = (float) (1 / Math.sqrt(square));
        for (int i = 0; i < DIMENSION; i++) sum[i] *= scale;
        return sum;
    }

    private static float[] direction(String word) {
        var random = new SplittableRandom(word.hashCode());
        float[] direction = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) direction[i] = (float) random.nextGaussian();
        return direction;
    }

    @Override
    public void close() {
        asked.ifPresent(Embedder::close);
    }
}
