package flightline.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Whether the counts of a series differ by season more than chance has it. */
final class SeasonEffect {
    static final int DRAWS = 999;
    /** Two sums that differ by rounding alone are alike. */
    private static final double ALIKE = 1 - 1e-9;

    private SeasonEffect() {}

    /**
     * How likely seasons differ as much without an effect: the larger of what a Poisson law lets expect and of what the same counts in another order
     * show, for counts scatter more than that law where defects come again.
     *
     * @param counts in order of time, not all 0
     * @param exposure of each, above 0
     * @param seasons the season of each
     * @param seed of the other orders
     */
    static double chance(double[] counts, double[] exposure, List<String> seasons, long seed) {
        double seen = apart(counts, exposure, seasons);
        int freedom = (int) seasons.stream().distinct().count() - 1;
        var shuffle = new Shuffle(counts, exposure);
        var random = new SplittableRandom(seed);
        int asFar = 0;
        for (int draw = 0; draw < DRAWS; draw++)
            if (apart(shuffle.next(random), exposure, seasons) >= seen * ALIKE) asFar++;
        return Math.max(Chance.chiSquareAtLeast(seen, freedom), (asFar + 1.0) / (DRAWS + 1));
    }

    /** Chi-square of the seasons against one level. */
    private static double apart(double[] counts, double[] exposure, List<String> seasons) {
        var sums = new TreeMap<String, double[]>();
        double level = Arrays.stream(counts).sum() / Arrays.stream(exposure).sum();
        for (int i = 0; i < counts.length; i++) {
            double[] sum = sums.computeIfAbsent(seasons.get(i), name -> new double[2]);
            sum[0] += counts[i];
            sum[1] += level * exposure[i];
        }
        return sums.values().stream()
                .mapToDouble(sum -> (sum[0] - sum[1]) * (sum[0] - sum[1]) / sum[1])
                .sum();
    }
}
