package flightline.eval.retrieval;

import flightline.evaluation.ExpectedPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hit rates at 1, 5 and 10, nDCG and recall at 10 over many questions. */
final class Figures {
    private static final int TOP = 10;

    private final List<Integer> ranks = new ArrayList<>();
    private double gain;
    private double recall;

    /** @param found best first; of a question that expects whole documents, a document counts once */
    void add(List<PlainBm25.Place> found, List<ExpectedPage> expected) {
        boolean whole = expected.stream().allMatch(one -> one.page().isEmpty());
        var seen = new LinkedHashSet<String>();
        Set<ExpectedPage> got = new LinkedHashSet<>();
        int place = 0;
        int rank = 0;
        double gained = 0;
        for (PlainBm25.Place hit : found) {
            if (whole && !seen.add(hit.document())) continue;
            if (++place > TOP) break;
            for (ExpectedPage page : expected)
                if (page.matches(hit.document(), hit.page())) {
                    if (rank == 0) rank = place;
                    if (!got.add(page)) continue;
                    gained += 1 / log2(place + 1);
                    break;
                }
        }
        double ideal = 0;
        for (int i = 1; i <= Math.min(TOP, expected.size()); i++) ideal += 1 / log2(i + 1);
        ranks.add(rank);
        gain += gained / ideal;
        recall += (double) got.size() / expected.size();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    double hit(int k) {
        return (double) ranks.stream().filter(r -> r > 0 && r <= k).count() / ranks.size();
    }

    double mrr() {
        return ranks.stream().mapToDouble(r -> r == 0 ? 0 : 1.0 / r).average().orElse(0);
    }

    int count() {
        return ranks.size();
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s %4d  @1 %.3f  @5 %.3f  @10 %.3f  MRR %.3f  nDCG@10 %.3f  recall@10 %.3f",
                name,
                count(),
                hit(1),
                hit(5),
                hit(10),
                mrr(),
                gain / count(),
                recall / count());
    }
}
