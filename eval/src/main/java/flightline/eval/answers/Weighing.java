package flightline.eval.answers;

import java.util.List;

/**
 * Logistic regression with a penalty on the squares of the weights, both answers counting alike however rare one is; found by
 * gradient descent, so the same examples give the same weights.
 */
final class Weighing {
    private static final int ROUNDS = 4000;
    private static final double STEP = 1;
    /** On signs scaled to unit spread, for each example. */
    private static final double PENALTY = 0.002;

    private Weighing() {}

    /** An example: its signs, and whether it is one of those sought. */
    record Example(List<Double> signs, boolean sought) {}

    /** The weight of each sign as it is given, not scaled. */
    static double[] of(List<Example> examples) {
        int n = examples.getFirst().signs().size();
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (Example one : examples)
            for (int i = 0; i < n; i++) mean[i] += one.signs().get(i) / examples.size();
        for (Example one : examples)
            for (int i = 0; i < n; i++) spread[i] += Math.pow(one.signs().get(i) - mean[i], 2) / examples.size();
        for (int i = 0; i < n; i++) spread[i] = Math.sqrt(spread[i]) + 1e-9;
        long sought = examples.stream().filter(Example::sought).count();
        double weightSought = 0.5 / sought;
        double weightOther = 0.5 / (examples.size() - sought);
        double[] weights = new double[n];
        double bias = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[n];
            double gradientOfBias = 0;
            for (Example one : examples) {
                double sum = bias;
                for (int i = 0; i < n; i++) sum += weights[i] * (one.signs().get(i) - mean[i]) / spread[i];
                double off = 1 / (1 + Math.exp(-sum)) - (one.sought() ? 1 : 0);
                double scale = off * (one.sought() ? weightSought : weightOther);
                for (int i = 0; i < n; i++) gradient[i] += scale * (one.signs().get(i) - mean[i]) / spread[i];
                gradientOfBias += scale;
            }
            for (int i = 0; i < n; i++) weights[i] -= STEP * (gradient[i] + PENALTY * weights[i]);
            bias -= STEP * gradientOfBias;
        }
        for (int i = 0; i < n; i++) weights[i] /= spread[i];
        return weights;
    }
}
