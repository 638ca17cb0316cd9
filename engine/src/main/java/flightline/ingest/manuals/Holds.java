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

    boolean always() {
        return computed instanceof Applicability.All && inWords.isEmpty();
    }
}
