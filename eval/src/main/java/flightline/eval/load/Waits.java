package flightline.eval.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long those waited who asked for one thing, and what they got. Safe for several threads. */
final class Waits {
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int errors;

    synchronized void answered(double took, String outcome) {
        millis.add(took);
        outcomes.merge(outcome, 1, Integer::sum);
    }

    synchronized void failed(String why) {
        errors++;
        outcomes.merge(why, 1, Integer::sum);
    }

    /** A row of the table, without its name. */
    synchronized String row() {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d | %d | %.0f | %.0f | %.0f | %.0f | %s",
                sorted.size() + errors,
                errors,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1),
                outcomes);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }
}
