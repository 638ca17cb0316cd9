package flightline.terms;

/**
 * Words of a text, as written, and where they stand: half-open {@code [start, end)}, 0-based UTF-16 units.
 *
 * @param text what stands there
 */
public record Phrase(int start, int end, String text) {
    public Phrase {
        if (start < 0 || end <= start)
            throw new IllegalArgumentException("a phrase needs 0 <= start < end, got " + start + " and " + end);
    }

    /** What stands at {@code [start, end)} of a text. */
    public static Phrase of(String whole, int start, int end) {
        return new Phrase(start, end, whole.substring(start, end));
    }
}
