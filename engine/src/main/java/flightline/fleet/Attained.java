package flightline.fleet;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * For a chance, the sum over all tests of the largest chance that each can have and that is no larger. Worked out once for all kinds of tests:
 * a step function, that is asked for as many chances as there are.
 */
final class Attained implements DoubleUnaryOperator {
    private static final double NEVER = 1e-300;

    /** Ascending; behind each the sum from there on. */
    private final double[] chances;

    private final double[] sums;

    private Attained(double[] chances, double[] sums) {
        this.chances = chances;
        this.sums = sums;
    }

    /**
     * @param kinds how many tests there are of each
     * @param least smallest chance that is asked for
     */
    static Attained of(Map<Crowd, Long> kinds, double least) {
        double[] at = new double[1024];
        double[] more = new double[1024];
        int steps = 0;
        for (Map.Entry<Crowd, Long> kind : kinds.entrySet()) {
            double larger = kind.getKey().chance(Crowd.LEAST);
            for (long within = Crowd.LEAST; ; within++) {
                double chance = larger;
                boolean last = chance <= Math.max(least, NEVER);
                larger = last ? 0 : kind.getKey().chance(within + 1);
                if (steps == at.length) {
                    at = Arrays.copyOf(at, 2 * steps);
                    more = Arrays.copyOf(more, 2 * steps);
                }
                at[steps] = chance;
                more[steps++] = (chance - larger) * kind.getValue();
                if (last) break;
            }
        }
        return sorted(Arrays.copyOf(at, steps), more);
    }

    private static Attained sorted(double[] at, double[] more) {
        Integer[] order = new Integer[at.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        double[] by = at;
        Arrays.sort(order, (a, b) -> Double.compare(by[a], by[b]));
        double[] chances = new double[at.length];
        double[] sums = new double[at.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += more[order[i]];
            chances[i] = at[order[i]];
            sums[i] = sum;
        }
        return new Attained(chances, sums);
    }

    @Override
    public double applyAsDouble(double chance) {
        int low = 0;
        int high = chances.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chances[middle] <= chance) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : sums[low - 1];
    }
}
