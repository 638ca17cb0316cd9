package flightline.ingest.pdf;

/**
 * A straight line that is drawn along the page's reading frame.
 *
 * @param at y of a horizontal rule, x of a vertical one
 * @param from smaller end on the other axis
 */
record Rule(boolean horizontal, double at, double from, double to) {
    double length() {
        return to - from;
    }

    boolean covers(double position) {
        return from <= position && position <= to;
    }

    /** Whether both would touch if each were drawn {@code slack} longer. */
    boolean meets(Rule other, double slack) {
        if (horizontal == other.horizontal)
            return Math.abs(at - other.at) <= slack && from <= other.to + slack && other.from <= to + slack;
        return from - slack <= other.at && other.at <= to + slack && other.from - slack <= at && at <= other.to + slack;
    }
}
