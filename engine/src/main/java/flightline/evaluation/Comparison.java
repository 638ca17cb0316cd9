package flightline.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Two sets of answers to the same cases, case by case. Of the cases that only one got right, chance alone would give each the
 * half; where it would seldom give the candidate so few, the candidate is worse (sign test, one side).
 *
 * @param name what is compared, for example {@code correct}
 * @param better cases that only the candidate got right
 * @param worse cases that only the other got right
 * @param chance with which two equally good ones would differ so much or more to the candidate's disadvantage, 0 to 1; of one
 *     group among several, with which any of them would
 */
public record Comparison(String name, int better, int worse, double chance) {
    /** Below this the candidate is held to be worse: one in twenty equally good ones is stopped by it. */
    public static final double SELDOM = 0.05;

    public boolean isWorse() {
        return chance < SELDOM;
    }

    /**
     * What the details of {@code answers} tell: right answers, right pages, and questions without an answer left alone; then, where
     * cases name their groups, what is right in each, so that what serves most does not cost a few.
     */
    public static List<Comparison> of(Scorecard candidate, Scorecard other) {
        var all = new ArrayList<>(List.of(
                of("correct", candidate, other, Comparison::correct),
                of("cited page right", candidate, other, one -> Boolean.TRUE.equals(one.get("cited"))),
                of("refused when unanswerable", candidate, other, Comparison::leftAlone)));
        var groups = new TreeSet<String>();
        for (Map<String, Object> one : candidate.details())
            if (one.get(GROUP) instanceof String group) groups.add(group);
        for (String group : groups) all.add(in(group, groups.size(), candidate, other));
        return all;
    }

    private static Comparison in(String group, int groups, Scorecard candidate, Scorecard other) {
        Comparison one = of(
                "right in " + group,
                candidate,
                other,
                detail -> group.equals(detail.get(GROUP)) && (correct(detail) || leftAlone(detail)));
        return new Comparison(one.name(), one.better(), one.worse(), Math.min(1, one.chance() * groups));
    }

    private static boolean correct(Map<String, Object> detail) {
        return Boolean.TRUE.equals(detail.get("correct"));
    }

    private static boolean leftAlone(Map<String, Object> detail) {
        return Boolean.FALSE.equals(detail.get("answerable")) && !"brief".equals(detail.get("outcome"));
    }

    /** By which of the details a case's group is told. */
    private static final String GROUP = "group";

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
