package flightline.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/**
 * How far what was counted in one period lies from what was counted in another, and how likely chance alone would part them so
 * far.
 *
 * <p>Where bins have an order, the distance is the largest difference between the two cumulative shares (Kolmogorov and Smirnov);
 * else half the sum of the differences of shares (total variation). The chance is found by dealing the days out anew: were there
 * no change, it would not matter which days are called before and which after. Whole days are dealt, for requests of one day are
 * often of one fault or one person, and to take each for itself would make chance look smaller than it is.
 *
 * @param distance 0 to 1
 * @param chance of so large a distance or a larger one where nothing changed, 0 to 1
 */
public record Shift(double distance, double chance) {
    private static final double SAME = 1e-12;

    /** @param rounds how often days are dealt out; the smallest chance that can be told is one in so many and one */
    static Shift between(Daybook.Counts before, Daybook.Counts after, boolean ordered, long seed, int rounds) {
        long[] first = before.sums();
        long[] second = after.sums();
        double found = distance(first, second, ordered);
        var days = new ArrayList<>(before.days());
        days.addAll(after.days());
        // The distance is the same both ways, so the shorter period is dealt.
        int dealt = Math.min(before.days().size(), after.days().size());
        var random = new Random(seed);
        int asFar = 0;
        for (int round = 0; round < rounds; round++) {
            long[] hand = new long[first.length];
            for (int i = 0; i < dealt; i++) {
                Collections.swap(days, i, i + random.nextInt(days.size() - i));
                int[] counts = days.get(i).counts();
                for (int bin = 0; bin < hand.length; bin++) hand[bin] += counts[bin];
            }
            long[] rest = new long[hand.length];
            for (int bin = 0; bin < rest.length; bin++) rest[bin] = first[bin] + second[bin] - hand[bin];
            if (distance(hand, rest, ordered) >= found - SAME) asFar++;
        }
        return new Shift(found, (asFar + 1.0) / (rounds + 1.0));
    }

    static double distance(long[] before, long[] after, boolean ordered) {
        double ofBefore = total(before);
        double ofAfter = total(after);
        if (ofBefore == 0 || ofAfter == 0) return 0;
        double most = 0;
        double sum = 0;
        double run = 0;
        for (int i = 0; i < before.length; i++) {
            double difference = after[i] / ofAfter - before[i] / ofBefore;
            run += difference;
            most = Math.max(most, Math.abs(run));
            sum += Math.abs(difference);
        }
        return ordered ? most : sum / 2;
    }

    private static double total(long[] counts) {
        double total = 0;
        for (long count : counts) total += count;
        return total;
    }

    /** How likely so many or more of {@code of} are where each is one with this probability (binomial, exact). */
    static double atLeast(long many, long of, double probability) {
        double log = of * Math.log1p(-probability);
        double sum = 0;
        for (long k = 0; k <= of; k++) {
            if (k >= many) sum += Math.exp(log);
            log += Math.log((of - k) / (k + 1.0)) + Math.log(probability) - Math.log1p(-probability);
        }
        return Math.min(1, sum);
    }
}
