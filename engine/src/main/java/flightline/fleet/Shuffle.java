package flightline.fleet;

import java.util.SplittableRandom;

/**
 * The counts of a series in another order. What is shuffled is how far each lies beside one level, in standard deviations of a Poisson law, so that
 * stretches of unequal exposure can change places.
 */
final class Shuffle {
    private final double[] expected;
    private final double[] beside;

    /**
     * @param counts not all 0
     * @param exposure of each, above 0
     */
    Shuffle(double[] counts, double[] exposure) {
        double total = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            all += exposure[i];
        }
        expected = new double[counts.length];
        beside = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            expected[i] = total / all * exposure[i];
            beside[i] = (counts[i] - expected[i]) / Math.sqrt(expected[i]);
        }
    }

    double[] next(SplittableRandom random) {
        double[] counts = beside.clone();
        for (int i = counts.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = counts[i];
            counts[i] = counts[other];
            counts[other] = kept;
        }
        for (int i = 0; i < counts.length; i++)
            counts[i] = Math.max(0, expected[i] + Math.sqrt(expected[i]) * counts[i]);
        return counts;
    }
}
