package flightline.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of one evaluation, by name, in the order in which they are to be read; and one line for each case.
 *
 * @param cases how many cases were measured
 */
public record Scorecard(String task, int cases, Map<String, Double> figures, List<Map<String, Object>> details) {
    public Scorecard {
        figures = new LinkedHashMap<>(figures);
        details = List.copyOf(details);
    }

    /**
     * Figures that fell short of what is expected, one line each.
     *
     * @param expected least value by figure; a figure that was not measured falls short too
     */
    public List<String> shortOf(Map<String, Double> expected) {
        var missed = new ArrayList<String>();
        expected.forEach((name, least) -> {
            Double got = figures.get(name);
            if (got == null) missed.add(task + " " + name + ": not measured, expected at least " + least);
            else if (got < least) missed.add(task + " " + name + ": " + got + ", expected at least " + least);
        });
        return missed;
    }
}
