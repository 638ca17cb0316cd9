package flightline.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the best of a ranking gain by what stands beside them: a page that says several things near to the question answers it
 * more likely than one that says one, and a question for a figure is answered where figures stand. Knows no index.
 */
final class SecondLook {
    /** How many of the first are looked at again. */
    static final int FIRST = 120;
    /**
     * Both chosen together on the {@code tune} halves of the handbook, the directives, the bicycle, the accident reports and the
     * support desk; for a page anything from 0.1 to 0.2, for a figure anything from 0.05 to 0.2 does nearly as well.
     */
    private static final double PAGE = 0.15;

    private static final double FIGURE = 0.06;

    private static final Pattern ASKS_FIGURE = Pattern.compile(
            "\\b(?:how (?:many|much|long|far|deep|hot|high|often|tight|thick|hard|big|old)"
                    + "|what (?:speed|pressure|temp|torque|percent|range|size|angle|limit|gap|rpm|value)"
                    + "|percent|psi|inch|degrees|mph|rpm|limit|max|min|figure|number)\\b",
            Pattern.CASE_INSENSITIVE);

    private SecondLook() {}

    /**
     * One of the first.
     *
     * @param score by words, meaning and identifiers
     * @param page names document and page, or the document alone where it has no pages
     * @param figures whether a digit stands in its text
     */
    record Seen(double score, String page, boolean figures) {}

    /** Whether a number answers the question. */
    static boolean asksFigure(String question) {
        return ASKS_FIGURE.matcher(question).find();
    }

    /** What each gains, none of it above 0.06: the best one loses least. */
    static double[] gains(String question, List<Seen> first) {
        boolean wanted = asksFigure(question);
        double best = first.stream().mapToDouble(Seen::score).max().orElse(0);
        double least = first.stream().mapToDouble(Seen::score).min().orElse(0);
        Map<String, Best> pages = new HashMap<>();
        for (Seen each : first)
            pages.merge(each.page(), new Best(each.score(), least), (one, other) -> one.with(other.first()));
        double[] gains = new double[first.size()];
        for (int i = 0; i < gains.length; i++) {
            Seen each = first.get(i);
            double beside = pages.getOrDefault(each.page(), new Best(each.score(), least))
                    .beside(each.score());
            gains[i] = PAGE * (beside - best) + (wanted && each.figures() ? FIGURE : 0);
        }
        return gains;
    }

    /** The two best scores of a page. */
    private record Best(double first, double second) {
        private Best with(double other) {
            return other > first ? new Best(other, first) : new Best(first, Math.max(second, other));
        }

        /** The best but for one of this score. */
        private double beside(double score) {
            return score >= first ? second : first;
        }
    }
}
