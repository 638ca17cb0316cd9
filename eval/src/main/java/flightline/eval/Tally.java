package flightline.eval;

/**
 * Hits, what was found beside them, and what was missed.
 *
 * @param hits found and labelled
 * @param found all that was found
 * @param labelled all that was labelled
 */
public record Tally(int hits, int found, int labelled) {
    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(hits + other.hits, found + other.found, labelled + other.labelled);
    }

    /** 1 where nothing was found, for then nothing was found wrongly. */
    public double precision() {
        return found == 0 ? 1 : (double) hits / found;
    }

    /** 1 where nothing was labelled. */
    public double recall() {
        return labelled == 0 ? 1 : (double) hits / labelled;
    }

    /** Harmonic mean of both, 1 where nothing was labelled and nothing found. */
    public double f1() {
        return found + labelled == 0 ? 1 : 2.0 * hits / (found + labelled);
    }
}
