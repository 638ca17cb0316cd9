package flightline.corpus;

/**
 * What somebody may see. It travels inside every query, so implementations are compared by value, hold no state and answer the
 * same for the same marking.
 */
public interface Clearance {
    /** For unmarked material only. */
    Clearance UNMARKED = Marking.UNMARKED::equals;

    /** For nothing at all, unmarked material included. */
    Clearance NOTHING = marking -> false;

    /** Whether all that this marking asks of a reader is fulfilled. */
    boolean covers(Marking marking);
}
