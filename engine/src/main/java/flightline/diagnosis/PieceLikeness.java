package flightline.diagnosis;

/**
 * How like a question the likeliest pieces of the passages found for it are, by meaning.
 *
 * @param near the greatest likeness that a piece has together with the one before it
 * @param alone the greatest that one of the best of these has by itself. A caption or a heading names the matter and is like the
 *     question by itself; what answers it is more like it together with what stands before
 */
public record PieceLikeness(double near, double alone) {
    /** Nothing was compared: no model that this was learned with. */
    public static final PieceLikeness NONE = new PieceLikeness(-1, -1);

    public boolean isKnown() {
        return !equals(NONE);
    }
}
