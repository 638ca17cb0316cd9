package flightline.flow;

import flightline.corpus.Marking;
import flightline.drafting.VerifiedPaper;
import flightline.drafting.print.PrintedPaper;

/** What becomes of an order for paper. */
public sealed interface DraftOutcome {
    /**
     * A paper, checked, printed and in the log.
     *
     * @param name for its file
     * @param audit id of the entry
     */
    record Drafted(VerifiedPaper paper, String name, PrintedPaper printed, Marking marking, String audit)
            implements DraftOutcome {}

    /** The gate said no. */
    record Refused(String clause, String why, String audit) implements DraftOutcome {}

    /** What was asked has nothing to do with aircraft. */
    record OutOfScope(String why, String audit) implements DraftOutcome {}

    /** There is nothing to draft it from, or not in force; nothing was written. */
    record NotPossible(String why) implements DraftOutcome {}

    /** It did not stand the comparison with its sources; nothing was written. */
    record Withheld(String why, String audit) implements DraftOutcome {}
}
