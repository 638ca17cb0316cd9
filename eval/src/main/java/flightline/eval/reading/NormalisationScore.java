package flightline.eval.reading;

import java.util.Locale;

/**
 * Counts of one way to normalise, token by token.
 *
 * @param right needed a change and got the right one
 * @param wrong needed a change and got another one
 * @param missed needed a change and got none
 * @param harmed needed none and got one
 */
record NormalisationScore(int right, int wrong, int missed, int harmed) {
    static final NormalisationScore NONE = new NormalisationScore(0, 0, 0, 0);

    NormalisationScore with(MaintNorm.Token token, String given) {
        boolean needed = !token.raw().equals(token.normal());
        boolean changed = !token.raw().equals(given);
        if (!needed) return changed ? new NormalisationScore(right, wrong, missed, harmed + 1) : this;
        if (given.equals(token.normal())) return new NormalisationScore(right + 1, wrong, missed, harmed);
        return changed
                ? new NormalisationScore(right, wrong + 1, missed, harmed)
                : new NormalisationScore(right, wrong, missed + 1, harmed);
    }

    NormalisationScore plus(NormalisationScore other) {
        return new NormalisationScore(
                right + other.right, wrong + other.wrong, missed + other.missed, harmed + other.harmed);
    }

    /** Right of all that were changed rightly or without need; a wrong change of what needed another is not counted, as published. */
    double precision() {
        return share(right, right + harmed);
    }

    /** Right of all that needed a change. */
    double recall() {
        return share(right, right + wrong + missed);
    }

    /** (right - harmed) of all that needed a change. */
    double errorReduction() {
        return share(right - harmed, right + wrong + missed);
    }

    /** The same, with a wrong change of what needed another counted as harm. */
    double stricter() {
        return share(right - harmed - wrong, right + wrong + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %d | %d | %d | %d |",
                name,
                precision(),
                recall(),
                errorReduction(),
                stricter(),
                right,
                wrong,
                missed,
                harmed);
    }
}
