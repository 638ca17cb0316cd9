package flightline.evaluation;

import java.util.Map;
import java.util.Set;

/**
 * Counts how well repeats are found: by pairs of records, by records that are flagged at all, and by chains found whole.
 *
 * <p>What is not known to be the same fault or another counts neither for nor against.
 */
public final class RepeatMeter {
    private int rightPairs;
    private int wrongPairs;
    private int missedPairs;
    private int rightFlags;
    private int wrongFlags;
    private int missedFlags;
    private int wholeChains;
    private int unknownPairs;

    /**
     * What is known of a record.
     *
     * @param same earlier records that are the same fault
     * @param unknown earlier records of which that is not known
     */
    public record Truth(Set<String> same, Set<String> unknown) {
        public Truth {
            same = Set.copyOf(same);
            unknown = Set.copyOf(unknown);
        }
    }

    /** @param found earlier records that are held for the same fault */
    public void add(Set<String> found, Truth truth) {
        int right = (int) found.stream().filter(truth.same::contains).count();
        int unknown = (int) found.stream().filter(truth.unknown::contains).count();
        int wrong = found.size() - right - unknown;
        rightPairs += right;
        wrongPairs += wrong;
        unknownPairs += unknown;
        missedPairs += truth.same.size() - right;
        if (truth.same.isEmpty()) {
            if (wrong > 0) wrongFlags++;
            return;
        }
        if (right > 0) rightFlags++;
        else missedFlags++;
        if (right == truth.same.size() && wrong == 0) wholeChains++;
    }

    /** Writes the figures, each name after the prefix. */
    public void write(String prefix, Map<String, Double> figures) {
        double precision = share(rightPairs, rightPairs + wrongPairs);
        double recall = share(rightPairs, rightPairs + missedPairs);
        figures.put(prefix + "pairs precision", RankMeter.rounded(precision));
        figures.put(prefix + "pairs recall", RankMeter.rounded(recall));
        figures.put(prefix + "pairs F1", RankMeter.rounded(harmonic(precision, recall)));
        figures.put(
                prefix + "pairs precision, unknown ones wrong",
                RankMeter.rounded(share(rightPairs, rightPairs + wrongPairs + unknownPairs)));
        double flagged = share(rightFlags, rightFlags + wrongFlags);
        double caught = share(rightFlags, rightFlags + missedFlags);
        figures.put(prefix + "flagged precision", RankMeter.rounded(flagged));
        figures.put(prefix + "flagged recall", RankMeter.rounded(caught));
        figures.put(prefix + "flagged F1", RankMeter.rounded(harmonic(flagged, caught)));
        figures.put(prefix + "chains whole", RankMeter.rounded(share(wholeChains, rightFlags + missedFlags)));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double harmonic(double one, double two) {
        return one + two == 0 ? 0 : 2 * one * two / (one + two);
    }
}
