package flightline.policy;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Teaches a {@link MeaningNet}: stochastic gradients in batches with Adam's steps (Kingma and Ba 2015). The same examples,
 * in the same order, give the same net.
 */
public final class MeaningTraining {
    private static final int HIDDEN = 768;
    private static final int BATCH = 250;
    private static final float STEP = 0.002f;
    /** One of so many units sits each example out (Srivastava and others 2014): none may rely on another. */
    private static final int SITS_OUT = 2;

    private static final float MEAN_KEPT = 0.9f;
    private static final float SQUARE_KEPT = 0.999f;
    private static final float LEAST = 1e-8f;

    private final int rounds;
    private final float pull;
    private final long seed;

    /**
     * @param rounds over all examples
     * @param pull towards 0 of every weight, for each example of a batch
     */
    public MeaningTraining(int rounds, double pull, long seed) {
        this.rounds = rounds;
        this.pull = (float) pull;
        this.seed = seed;
    }

    /** Weights of one layer with what Adam remembers of each. */
    private static final class Learned {
        private final float[] value;
        private final float[] gradient;
        private final float[] mean;
        private final float[] square;

        Learned(int size, double range, SplittableRandom random) {
            value = new float[size];
            for (int i = 0; i < size; i++) value[i] = range == 0 ? 0 : (float) random.nextDouble(-range, range);
            gradient = new float[size];
            mean = new float[size];
            square = new float[size];
        }

        void step(int count, int batch, float pull) {
            float step =
                    (float) (STEP * Math.sqrt(1 - Math.pow(SQUARE_KEPT, count)) / (1 - Math.pow(MEAN_KEPT, count)));
            for (int i = 0; i < value.length; i++) {
                float g = (gradient[i] + pull * value[i]) / batch;
                mean[i] = MEAN_KEPT * mean[i] + (1 - MEAN_KEPT) * g;
                square[i] = SQUARE_KEPT * square[i] + (1 - SQUARE_KEPT) * g * g;
                value[i] -= step * mean[i] / ((float) Math.sqrt(square[i]) + LEAST);
                gradient[i] = 0;
            }
        }
    }

    /** Adds the net to a model that was learned from words; the vectors are of the same examples. */
    public PurposeModel learn(
            PurposeModel words, String embedder, List<PurposeTraining.Example> examples, List<float[]> vectors) {
        int[] labels = examples.stream()
                .mapToInt(e -> PurposeTraining.number(e.label()))
                .toArray();
        return words.with(net(embedder, vectors, labels));
    }

    private MeaningNet net(String embedder, List<float[]> vectors, int[] labels) {
        int inputs = vectors.getFirst().length;
        int classes = PurposeTraining.Label.values().length;
        var random = new SplittableRandom(seed);
        var in = new Learned(HIDDEN * inputs, Math.sqrt(6.0 / (inputs + HIDDEN)), random);
        var inBias = new Learned(HIDDEN, 0, random);
        var out = new Learned(classes * HIDDEN, Math.sqrt(6.0 / (HIDDEN + classes)), random);
        var outBias = new Learned(classes, 0, random);
        int[] order = new int[labels.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        int count = 0;
        for (int round = 0; round < rounds; round++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                for (int i = from; i < to; i++)
                    backward(vectors.get(order[i]), labels[order[i]], in, inBias, out, outBias, chance(random));
                count++;
                in.step(count, to - from, pull);
                out.step(count, to - from, pull);
                inBias.step(count, to - from, 0);
                outBias.step(count, to - from, 0);
            }
        }
        return new MeaningNet(
                embedder,
                MeaningNet.Layer.of(inputs, inBias.value, unitByUnit(in.value, inputs)),
                MeaningNet.Layer.of(HIDDEN, outBias.value, out.value));
    }

    /** Weights that stand input by input, one for each unit, put unit by unit. */
    private static float[] unitByUnit(float[] inputByInput, int inputs) {
        float[] turned = new float[inputByInput.length];
        for (int i = 0; i < inputs; i++)
            for (int u = 0; u < HIDDEN; u++) turned[u * inputs + i] = inputByInput[i * HIDDEN + u];
        return turned;
    }

    /** What each unit is multiplied by: 0 where it sits out, else so much that the sum is what it would be of all. */
    private static float[] chance(SplittableRandom random) {
        float[] part = new float[HIDDEN];
        for (int u = 0; u < HIDDEN; u++) part[u] = random.nextInt(SITS_OUT) == 0 ? 0 : SITS_OUT / (SITS_OUT - 1f);
        return part;
    }

    private static void backward(
            float[] vector, int label, Learned in, Learned inBias, Learned out, Learned outBias, float[] part) {
        int inputs = vector.length;
        // Input by input, so that the processor works on many units at a time.
        float[] between = inBias.value.clone();
        for (int i = 0, at = 0; i < inputs; i++, at += HIDDEN) {
            float x = vector[i];
            for (int u = 0; u < HIDDEN; u++) between[u] += in.value[at + u] * x;
        }
        for (int u = 0; u < HIDDEN; u++) between[u] = Math.max(0, between[u]) * part[u];
        int classes = outBias.value.length;
        double[] sums = new double[classes];
        for (int c = 0; c < classes; c++) {
            float sum = outBias.value[c];
            for (int u = 0, at = c * HIDDEN; u < HIDDEN; u++, at++) sum += out.value[at] * between[u];
            sums[c] = sum;
        }
        double[] p = HashedWeights.softmax(sums);
        float[] back = new float[HIDDEN];
        for (int c = 0; c < classes; c++) {
            float error = (float) (p[c] - (c == label ? 1 : 0));
            outBias.gradient[c] += error;
            for (int u = 0, at = c * HIDDEN; u < HIDDEN; u++, at++) {
                out.gradient[at] += error * between[u];
                back[u] += error * out.value[at];
            }
        }
        for (int u = 0; u < HIDDEN; u++) {
            back[u] = between[u] <= 0 ? 0 : back[u] * part[u];
            inBias.gradient[u] += back[u];
        }
        for (int i = 0, at = 0; i < inputs; i++, at += HIDDEN) {
            float x = vector[i];
            for (int u = 0; u < HIDDEN; u++) in.gradient[at + u] += back[u] * x;
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
