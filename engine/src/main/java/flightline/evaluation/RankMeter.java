package flightline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns ranks into hit rates and the mean reciprocal rank. A rank is 1-based, 0 where the right one was not among those ranked. */
public final class RankMeter {
    private final List<Integer> ranks = new ArrayList<>();

    public void add(int rank) {
        if (rank < 0) throw new IllegalArgumentException("rank must be 0 or more, got " + rank);
        ranks.add(rank);
    }

    public int count() {
        return ranks.size();
    }

    /** Share of cases with the right one among the first k. */
    public double hit(int k) {
        return ranks.isEmpty()
                ? 0
                : (double) ranks.stream().filter(r -> r > 0 && r <= k).count() / ranks.size();
    }

    /** Mean of 1/rank, 0 for a case without. */
    public double mrr() {
        return ranks.stream().mapToDouble(r -> r == 0 ? 0 : 1.0 / r).average().orElse(0);
    }

    /** Writes {@code prefix + "@k"} for each k and {@code prefix + " MRR"}. */
    public void write(String prefix, Map<String, Double> figures, int... ks) {
        for (int k : ks) figures.put(prefix + "@" + k, rounded(hit(k)));
        figures.put(prefix + " MRR", rounded(mrr()));
    }

    /** Four decimals, so that a figure reads the same everywhere. */
    public static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /** 1-based place of the first element that fits, 0 where none does. */
    public static <T> int rankOf(List<T> ranked, java.util.function.Predicate<T> right) {
        for (int i = 0; i < ranked.size(); i++) if (right.test(ranked.get(i))) return i + 1;
        return 0;
    }
}
