package flightline.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two sets of answers to the same cases, case by case. Of the cases that only one got right, chance alone would give each the
 * half; where it would seldom give the candidate so few, the candidate is worse (sign test, one side).
 *
 * @param name what is compared, for example {@code correct}
 * @param better cases that only the candidate got right
 * @param worse cases that only the other got right
 * @param chance with which two equally good ones would differ so much or more to the candidate's disadvantage, 0 to 1
 */
public record Comparison(String name, int better, int worse, double chance) {
    /** Below this the candidate is held to be worse: one in twenty equally good ones is stopped by it. */
    public static final double SELDOM = 0.05;

    public boolean isWorse() {
        return chance < SELDOM;
    }

    /** What the details of {@code answers} tell: right answers, right pages, and questions without an answer left alone. */
    public static List<Comparison> of(Scorecard candidate, Scorecard other) {
        return List.of(
                of("correct", candidate, other, one -> Boolean.TRUE.equals(one.get("correct"))),
                of("cited page right", candidate, other, one -> Boolean.TRUE.equals(one.get("cited"))),
                of(
                        "refused when unanswerable",
                        candidate,
                        other,
                        one -> Boolean.FALSE.equals(one.get("answerable")) && !"brief".equals(one.get("outcome"))));
    }

    private interface Right {
        boolean in(Map<String, Object> detail);
    }

    private static Comparison of(String name, Scorecard candidate, Scorecard other, Right right) {
        var others = new HashMap<String, Boolean>();
        for (Map<String, Object> one : other.details()) others.put(String.valueOf(one.get("id")), right.in(one));
        int better = 0;
        int worse = 0;
        for (Map<String, Object> one : candidate.details()) {
            boolean now = right.in(one);
            boolean then = Objects.requireNonNullElse(others.get(String.valueOf(one.get("id"))), now);
            if (now && !then) better++;
            if (then && !now) worse++;
        }
        return new Comparison(name, better, worse, tail(worse, better + worse));
    }

    /** Chance of at least so many heads in that many throws of a fair coin. */
    static double tail(int heads, int throwsInAll) {
        double chance = 0;
        double term = Math.pow(0.5, throwsInAll);
        for (int k = 0; k <= throwsInAll; k++) {
            if (k >= heads) chance += term;
            term *= (throwsInAll - k) / (k + 1.0);
        }
        return Math.min(1, chance);
    }
}
