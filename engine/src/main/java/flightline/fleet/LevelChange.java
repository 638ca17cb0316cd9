package flightline.fleet;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Where the level of a series of counts changed, if it did.
 *
 * <p>The place is where two levels fit best (likelihood ratio of Poisson laws). How likely so good a fit is by chance is found twice, with the same
 * search in each drawn series, and the larger chance counts: in series of the same total that are drawn from one level, and in the
 * same counts in another order. The first alone is right only for counts that scatter as a Poisson law has it, of which defects that
 * come again scatter more; the second asks nothing of their law, but has little to shuffle where counts are few.
 *
 * @param at index of the first count of the new level, 0-based
 * @param before level before, per unit of exposure
 * @param after level after
 * @param chance of so clear a change where there is none
 */
record LevelChange(int at, double before, double after, double chance) {
    /** Shortest stretch that is a level, in counts. */
    static final int SHORTEST = 3;

    private static final int DRAWS = 999;
    /** Two fits that differ by rounding alone are alike. */
    private static final double ALIKE = 1 - 1e-9;

    private static final double LEAST_SCATTER = 1e-6;
    /** From here on counts are drawn by their normal approximation. */
    private static final long MANY = 5_000;

    /** @param against ratio, in units of the scatter about the two levels */
    private record Best(int at, double ratio, double against) {}

    /**
     * @param counts in order of time
     * @param exposure of each, above 0
     * @param seed of the drawn series
     * @return the best place, whatever its chance; absent where the series is too short or empty
     */
    static Optional<LevelChange> find(long[] counts, double[] exposure, long seed) {
        int n = counts.length;
        long total = Arrays.stream(counts).sum();
        if (n < 2 * SHORTEST || total == 0) return Optional.empty();
        double[] seen = Arrays.stream(counts).asDoubleStream().toArray();
        Best best = best(seen, exposure);
        var random = new SplittableRandom(seed);
        double all = Arrays.stream(exposure).sum();
        var shuffle = new Shuffle(seen, exposure);
        int asGood = 0;
        int asGoodShuffled = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            if (best(drawn(total, exposure, all, random), exposure).ratio >= best.ratio * ALIKE) asGood++;
            if (best(shuffle.next(random), exposure).against >= best.against * ALIKE) asGoodShuffled++;
        }
        double flownBefore = Arrays.stream(exposure, 0, best.at).sum();
        double countBefore = Arrays.stream(seen, 0, best.at).sum();
        return Optional.of(new LevelChange(
                best.at,
                countBefore / flownBefore,
                (total - countBefore) / (all - flownBefore),
                (Math.max(asGood, asGoodShuffled) + 1.0) / (DRAWS + 1)));
    }

    /** By how much the counts scatter more than a Poisson law lets expect; at least 1. */
    static double scatter(double[] counts, double[] exposure) {
        double rate = Arrays.stream(counts).sum() / Arrays.stream(exposure).sum();
        if (rate == 0 || counts.length < 3) return 1;
        double sum = 0;
        for (int i = 0; i + 1 < counts.length; i++) {
            double step = counts[i + 1] / exposure[i + 1] - counts[i] / exposure[i];
            sum += step * step / (rate * (1 / exposure[i] + 1 / exposure[i + 1]));
        }
        return Math.max(1, sum / (counts.length - 1));
    }

    private static Best best(double[] counts, double[] exposure) {
        double total = Arrays.stream(counts).sum();
        double all = Arrays.stream(exposure).sum();
        double count = 0;
        double flown = 0;
        int best = SHORTEST;
        double most = -1;
        double before = 0;
        double after = 0;
        for (int at = 1; at <= counts.length - SHORTEST; at++) {
            count += counts[at - 1];
            flown += exposure[at - 1];
            if (at < SHORTEST) continue;
            double ratio = part(count, flown) + part(total - count, all - flown) - part(total, all);
            if (ratio <= most) continue;
            best = at;
            most = ratio;
            before = count / flown;
            after = (total - count) / (all - flown);
        }
        double about = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = (i < best ? before : after) * exposure[i];
            if (mean > 0) about += (counts[i] - mean) * (counts[i] - mean) / mean;
        }
        return new Best(best, most, most / Math.max(LEAST_SCATTER, about / (counts.length - 2)));
    }

    private static double part(double count, double flown) {
        return count <= 0 ? 0 : count * Math.log(count / flown);
    }

    private static double[] drawn(long total, double[] exposure, double all, SplittableRandom random) {
        double[] counts = new double[exposure.length];
        if (total > MANY) {
            for (int i = 0; i < counts.length; i++) {
                double mean = total * exposure[i] / all;
                counts[i] = Math.max(0, mean + Math.sqrt(mean) * random.nextGaussian());
            }
            return counts;
        }
        double[] until = exposure.clone();
        Arrays.parallelPrefix(until, Double::sum);
        for (long i = 0; i < total; i++) {
            int place = Arrays.binarySearch(until, random.nextDouble() * all);
            counts[Math.min(counts.length - 1, place < 0 ? -place - 1 : place)]++;
        }
        return counts;
    }
}
