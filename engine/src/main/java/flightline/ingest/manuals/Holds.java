package flightline.ingest.manuals;

import flightline.corpus.Applicability;

/**
 * For which aircraft something holds.
 *
 * @param computed {@link Applicability#ALL} where nothing could be computed
 * @param inWords what a person has to read besides; empty where the rest says it all
 */
record Holds(Applicability computed, String inWords) {
    static final Holds ALL = new Holds(Applicability.ALL, "");

    /** In one line, for a reader; empty where it holds for all. */
    String shown() {
        if (computed instanceof Applicability.All) return inWords;
        String shown = computed.display();
        return inWords.isEmpty() || shown.contains(inWords) ? shown : shown + "; " + inWords;
    }

    boolean always() {
        return computed instanceof Applicability.All && inWords.isEmpty();
    }
}
