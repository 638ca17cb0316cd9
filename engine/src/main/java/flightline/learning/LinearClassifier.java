package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Linear support vector machines, one for each class against all others, with squared hinge loss.
 *
 * <p>Trained by dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008). The same
 * texts, labels and seed give the same model, on however many threads.
 */
final class LinearClassifier {
    /** Weights this small move no score by a thousandth. */
    private static final float LEAST = 0.01f;

    private static final double CLOSE_ENOUGH = 0.1;
    private static final int PASSES = 60;

    private final int classes;
    /** For each feature (and, last, the constant) where its weights begin; one more for the end. */
    private final int[] begin;

    private final short[] of;
    /** Half precision: IEEE 754 binary16. */
    private final short[] weight;

    private LinearClassifier(int classes, int[] begin, short[] of, short[] weight) {
        this.classes = classes;
        this.begin = begin;
        this.of = of;
        this.weight = weight;
    }

    /**
     * @param texts of unit length
     * @param labels 0-based class of each text
     * @param classes at most 65,536
     * @param features how many there are
     * @param cost of an error (C), greater than 0
     */
    static LinearClassifier train(
            List<SparseText> texts, int[] labels, int classes, int features, double cost, long seed) {
        if (classes > 1 << 16) throw new IllegalArgumentException("classes must be 65536 at most, got " + classes);
        float[][] sparse = new float[classes][];
        int[][] where = new int[classes][];
        IntStream.range(0, classes).parallel().forEach(c -> {
            float[] full = one(texts, labels, c, features, cost, seed + c);
            int[] kept = IntStream.rangeClosed(0, features)
                    .filter(f -> Math.abs(full[f]) >= LEAST)
                    .toArray();
            where[c] = kept;
            sparse[c] = new float[kept.length];
            for (int i = 0; i < kept.length; i++) sparse[c][i] = full[kept[i]];
        });
        return byFeature(classes, features, where, sparse);
    }

    private static LinearClassifier byFeature(int classes, int features, int[][] where, float[][] sparse) {
        int[] begin = new int[features + 2];
        for (int[] kept : where) for (int f : kept) begin[f + 1]++;
        for (int f = 0; f <= features; f++) begin[f + 1] += begin[f];
        short[] of = new short[begin[features + 1]];
        short[] weight = new short[of.length];
        int[] next = Arrays.copyOf(begin, begin.length);
        for (int c = 0; c < classes; c++)
            for (int i = 0; i < where[c].length; i++) {
                int at = next[where[c][i]]++;
                of[at] = (short) c;
                weight[at] = Float.floatToFloat16(sparse[c][i]);
            }
        return new LinearClassifier(classes, begin, of, weight);
    }

    /** Weights of one class, the constant last. */
    private static float[] one(List<SparseText> texts, int[] labels, int wanted, int features, double cost, long seed) {
        int n = texts.size();
        float[] w = new float[features + 1];
        float[] alpha = new float[n];
        // Every text has unit length, and the constant adds one to its square.
        double slack = 1 / (2 * cost);
        int[] active = IntStream.range(0, n).toArray();
        int left = n;
        var random = new SplittableRandom(seed);
        double highest = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            for (int i = left - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = active[i];
                active[i] = active[j];
                active[j] = swap;
            }
            for (int at = 0; at < left; at++) {
                int i = active[at];
                SparseText x = texts.get(i);
                float y = labels[i] == wanted ? 1 : -1;
                double gradient = y * (dot(w, x) + w[features]) - 1 + slack * alpha[i];
                double projected = gradient;
                if (alpha[i] == 0) {
                    if (gradient > highest) {
                        active[at] = active[--left];
                        active[left] = i;
                        at--;
                        continue;
                    }
                    projected = Math.min(gradient, 0);
                }
                high = Math.max(high, projected);
                low = Math.min(low, projected);
                if (Math.abs(projected) < 1e-12) continue;
                float before = alpha[i];
                double square = x.isEmpty() ? 1 : 2;
                alpha[i] = (float) Math.max(before - gradient / (square + slack), 0);
                float step = (alpha[i] - before) * y;
                for (int k = 0; k < x.index().length; k++) w[x.index()[k]] += step * x.weight()[k];
                w[features] += step;
            }
            if (high - low <= CLOSE_ENOUGH) {
                if (left == n) break;
                // All that were set aside are looked at once more before it is called done.
                left = n;
                highest = Double.POSITIVE_INFINITY;
            } else highest = high <= 0 ? Double.POSITIVE_INFINITY : high;
        }
        return w;
    }

    /** Four sums beside one another: nearly all of the learning is spent here, and one sum waits for each of its additions. */
    private static double dot(float[] w, SparseText x) {
        int[] index = x.index();
        float[] weight = x.weight();
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int k = 0;
        for (; k + 3 < index.length; k += 4) {
            a += w[index[k]] * weight[k];
            b += w[index[k + 1]] * weight[k + 1];
            c += w[index[k + 2]] * weight[k + 2];
            d += w[index[k + 3]] * weight[k + 3];
        }
        for (; k < index.length; k++) a += w[index[k]] * weight[k];
        return (a + b) + (c + d);
    }

    /** One score for each class, higher is likelier; about 1 for its own texts, -1 for others. */
    double[] scores(SparseText text) {
        double[] scores = new double[classes];
        int constant = begin.length - 2;
        add(scores, constant, 1);
        for (int k = 0; k < text.index().length; k++) add(scores, text.index()[k], text.weight()[k]);
        return scores;
    }

    private void add(double[] scores, int feature, float times) {
        for (int at = begin[feature]; at < begin[feature + 1]; at++)
            scores[Short.toUnsignedInt(of[at])] += times * Float.float16ToFloat(weight[at]);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(begin.length);
        for (int value : begin) out.writeInt(value);
        for (short value : of) out.writeShort(value);
        for (short value : weight) out.writeShort(value);
    }

    static LinearClassifier read(DataInput in) throws IOException {
        int classes = Sizes.checked(in.readInt(), "classes");
        int[] begin = new int[Sizes.checked(in.readInt(), "features")];
        for (int i = 0; i < begin.length; i++) begin[i] = Sizes.checked(in.readInt(), "weights");
        int weights = begin[begin.length - 1];
        short[] of = new short[weights];
        for (int i = 0; i < weights; i++) of[i] = in.readShort();
        short[] weight = new short[weights];
        for (int i = 0; i < weights; i++) weight[i] = in.readShort();
        return new LinearClassifier(classes, begin, of, weight);
    }
}
