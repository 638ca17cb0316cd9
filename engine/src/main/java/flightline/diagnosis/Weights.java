package flightline.diagnosis;

import flightline.search.Precedent;

/** How much a precedent counts. */
final class Weights {
    /**
     * The likeness is sharpened, so that a few close records outweigh many distant ones. The exponent was chosen on the
     * public records with each case's own record left out, see {@code eval/RESULTS.md}.
     */
    private static final double SHARPNESS = 6.0;

    private Weights() {}

    static double of(Precedent precedent) {
        return Math.pow(Math.max(0, precedent.similarity()), SHARPNESS);
    }
}
