package flightline.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Probabilities and intervals of counts. */
final class Chance {
    private static final double Z = 1.959963984540054;
    private static final double TAIL = 0.025;

    private Chance() {}

    /** 95 % interval of a share, after Wilson: holds for small numbers too. */
    static Interval share(long hits, long of) {
        if (of == 0) return new Interval(0, 1);
        double p = (double) hits / of;
        double z2 = Z * Z / of;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4 * of)) / (1 + z2);
        return new Interval(hits == 0 ? 0 : Math.max(0, middle - half), hits == of ? 1 : Math.min(1, middle + half));
    }

    /** 95 % interval of what a count stands for, exact for a Poisson law. */
    static Interval count(long count) {
        return new Interval(count == 0 ? 0 : meanWithTail(count, TAIL), meanWithTail(count + 1, 1 - TAIL));
    }

    /** The mean at which {@code count} or more happen with this probability. */
    private static double meanWithTail(long count, double tail) {
        double low = 0;
        double high = count + 20 + 10 * Math.sqrt((double) count);
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (atLeast(count, middle) < tail) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** How likely {@code count} or more are where {@code mean} are expected (Poisson). */
    static double atLeast(long count, double mean) {
        if (count <= 0) return 1;
        if (mean <= 0) return 0;
        return lowerGamma((double) count, mean);
    }

    /** How likely {@code hits} or more of {@code of} are where each is one with probability {@code p} (binomial). */
    static double atLeast(long hits, long of, double p) {
        if (hits <= 0) return 1;
        if (hits > of || p <= 0) return 0;
        if (p >= 1) return 1;
        double sum = 0;
        double log = logChoose(of, hits) + hits * Math.log(p) + (of - hits) * Math.log1p(-p);
        for (long k = hits; k <= of; k++) {
            double term = Math.exp(log);
            sum += term;
            if (k > of * p && term < sum * 1e-16) break;
            log += Math.log((double) (of - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
        }
        return Math.min(1, sum);
    }

    /**
     * How likely {@code hits} or more are among {@code drawn} of {@code of} things, of which {@code marked} are marked (hypergeometric): Fisher's
     * exact test, one-sided.
     */
    static double drawnAtLeast(long hits, long drawn, long marked, long of) {
        long most = Math.min(drawn, marked);
        if (hits <= Math.max(0, drawn + marked - of)) return 1;
        if (hits > most) return 0;
        double log = logChoose(marked, hits) + logChoose(of - marked, drawn - hits) - logChoose(of, drawn);
        double sum = 0;
        double usual = (double) drawn * marked / of;
        for (long k = hits; k <= most; k++) {
            double term = Math.exp(log);
            sum += term;
            if (k > usual && term < sum * 1e-16) break;
            log += Math.log((double) (marked - k) / (k + 1))
                    + Math.log((double) (drawn - k) / (of - marked - drawn + k + 1));
        }
        return Math.min(1, sum);
    }

    /** How likely a chi-square of so many degrees of freedom is this large or larger. */
    static double chiSquareAtLeast(double value, int freedom) {
        return value <= 0 ? 1 : 1 - lowerGamma(freedom / 2.0, value / 2);
    }

    /**
     * Which of many tests stand out, after Benjamini and Hochberg: of those that do, at most this share is expected to be chance.
     *
     * @param chances one a test, those that were not worth listing among them
     */
    static List<Boolean> standOut(List<Double> chances, double share) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < chances.size(); i++) order.add(i);
        order.sort(Comparator.comparingDouble(chances::get));
        int last = -1;
        for (int rank = 0; rank < order.size(); rank++)
            if (chances.get(order.get(rank)) <= share * (rank + 1) / order.size()) last = rank;
        var out = new ArrayList<>(Collections.nCopies(chances.size(), false));
        for (int rank = 0; rank <= last; rank++) out.set(order.get(rank), true);
        return out;
    }

    /**
     * Which of many tests of counts stand out, as by {@link #standOut(List, double)}. Whole numbers cannot have every chance; what they cannot have is
     * not held against them (Döhler, Durand and Roquain 2018, step-up).
     *
     * @param attained for a chance, the sum over all tests of the largest chance that each can have and that is no larger
     */
    static List<Boolean> standOut(List<Double> chances, DoubleUnaryOperator attained, double share) {
        List<Integer> order = IntStream.range(0, chances.size())
                .boxed()
                .filter(i -> chances.get(i) <= share)
                .sorted(Comparator.comparingDouble(chances::get))
                .toList();
        int last = -1;
        for (int rank = 0; rank < order.size(); rank++) {
            double chance = chances.get(order.get(rank));
            boolean tied = rank + 1 < order.size() && chances.get(order.get(rank + 1)) <= chance;
            if (!tied && attained.applyAsDouble(chance) <= share * (1 - share) * (rank + 1)) last = rank;
        }
        var out = new ArrayList<>(Collections.nCopies(chances.size(), false));
        for (int rank = 0; rank <= last; rank++) out.set(order.get(rank), true);
        return out;
    }

    private static double logChoose(long n, long k) {
        return logGamma(n + 1.0) - logGamma(k + 1.0) - logGamma(n - k + 1.0);
    }

    /** Regularised lower incomplete gamma function: series below, continued fraction (Lentz) above. */
    private static double lowerGamma(double a, double x) {
        double scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (double n = a + 1; n < a + 100_000 && term > sum * 1e-16; n++) {
                term *= x / n;
                sum += term;
            }
            return Math.clamp(sum * scale, 0, 1);
        }
        double tiny = 1e-300;
        double b = x + 1 - a;
        double c = 1 / tiny;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 100_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / nonZero(an * d + b, tiny);
            c = nonZero(b + an / c, tiny);
            double change = d * c;
            h *= change;
            if (Math.abs(change - 1) < 1e-15) break;
        }
        return Math.clamp(1 - scale * h, 0, 1);
    }

    private static double nonZero(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }

    /** Stirling's series, shifted up until it is exact to double precision. */
    private static double logGamma(double x) {
        double shift = 0;
        double at = x;
        while (at < 15) shift += Math.log(at++);
        double inverse = 1 / (at * at);
        double series = 1 / (12 * at) * (1 - inverse / 30 * (1 - inverse * 2 / 7 * (1 - inverse * 3 / 4)));
        return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
