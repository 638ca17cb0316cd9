package flightline.eval.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Logistic regression with a penalty on the squares of the weights; found by Newton's method, so the same examples give the same
 * weights. Within each group both answers count alike however rare one is, so that belonging to a group says nothing.
 *
 * @param weights of the signs as they are given, not scaled
 * @param beside what is added to the weighed signs; above 0 speaks for being sought
 */
record Weighing(List<Double> weights, double beside) {
    private static final int MOST_ROUNDS = 40;
    private static final double NEAR_ENOUGH = 1e-9;
    /** On signs scaled to unit spread, where all examples together count 1. */
    private static final double PENALTY = 0.002;

    private static final double NO_PENALTY = 1e-9;

    /** An example: its signs, whether it is one of those sought, and the group within which it counts. */
    record Example(List<Double> signs, boolean sought, int group) {
        Example(List<Double> signs, boolean sought) {
            this(signs, sought, 0);
        }
    }

    /** The signs weighed, without what is beside them. */
    double sum(List<Double> signs) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) sum += weights.get(i) * signs.get(i);
        return sum;
    }

    static Weighing of(List<Example> examples) {
        int n = examples.getFirst().signs().size();
        double[] share = shares(examples);
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (int e = 0; e < share.length; e++)
            for (int i = 0; i < n; i++)
                mean[i] += share[e] * examples.get(e).signs().get(i);
        for (int e = 0; e < share.length; e++)
            for (int i = 0; i < n; i++)
                spread[i] += share[e] * Math.pow(examples.get(e).signs().get(i) - mean[i], 2);
        double[][] signs = new double[share.length][n + 1];
        for (int i = 0; i < n; i++) spread[i] = Math.sqrt(spread[i]) + NO_PENALTY;
        for (int e = 0; e < share.length; e++) {
            signs[e][n] = 1;
            for (int i = 0; i < n; i++) signs[e][i] = (examples.get(e).signs().get(i) - mean[i]) / spread[i];
        }
        double[] found = newton(examples, share, signs);
        var weights = new ArrayList<Double>(n);
        double beside = found[n];
        for (int i = 0; i < n; i++) {
            weights.add(found[i] / spread[i]);
            beside -= found[i] / spread[i] * mean[i];
        }
        return new Weighing(weights, beside);
    }

    private static double[] newton(List<Example> examples, double[] share, double[][] signs) {
        int n = signs[0].length;
        double[] found = new double[n];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[][] slopes = new double[n][n + 1];
            for (int i = 0; i < n; i++) {
                slopes[i][i] = i == n - 1 ? NO_PENALTY : PENALTY;
                slopes[i][n] = slopes[i][i] * found[i];
            }
            for (int e = 0; e < share.length; e++) {
                double sum = 0;
                for (int i = 0; i < n; i++) sum += found[i] * signs[e][i];
                double likely = 1 / (1 + Math.exp(-sum));
                double off = share[e] * (likely - (examples.get(e).sought() ? 1 : 0));
                double bend = share[e] * likely * (1 - likely);
                for (int i = 0; i < n; i++) {
                    slopes[i][n] += off * signs[e][i];
                    for (int j = 0; j < n; j++) slopes[i][j] += bend * signs[e][i] * signs[e][j];
                }
            }
            double[] step = solved(slopes);
            double most = 0;
            for (int i = 0; i < n; i++) {
                found[i] -= step[i];
                most = Math.max(most, Math.abs(step[i]));
            }
            if (most < NEAR_ENOUGH) break;
        }
        return found;
    }

    /** @param system rows of a positive definite matrix, each with its right side behind it; is overwritten */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int i = 0; i < n; i++)
            for (int row = i + 1; row < n; row++) {
                double factor = system[row][i] / system[i][i];
                for (int j = i; j <= n; j++) system[row][j] -= factor * system[i][j];
            }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = system[i][n];
            for (int j = i + 1; j < n; j++) rest -= system[i][j] * solution[j];
            solution[i] = rest / system[i][i];
        }
        return solution;
    }

    /** What each example counts, together 1: a group as much as it has examples, in it each answer half of that. */
    private static double[] shares(List<Example> examples) {
        var kinds = examples.stream().collect(Collectors.groupingBy(Kind::of, Collectors.counting()));
        var groups = examples.stream().collect(Collectors.groupingBy(Example::group, Collectors.counting()));
        return examples.stream()
                .mapToDouble(one -> 0.5
                        * groups.getOrDefault(one.group(), 0L)
                        / examples.size()
                        / kinds.getOrDefault(Kind.of(one), 1L))
                .toArray();
    }

    private record Kind(int group, boolean sought) {
        static Kind of(Example example) {
            return new Kind(example.group(), example.sought());
        }
    }
}
