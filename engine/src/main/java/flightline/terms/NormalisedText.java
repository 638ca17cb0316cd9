package flightline.terms;

import java.util.Arrays;

/**
 * A text in the trade's plain words, and where each of them stood in the original.
 *
 * @param original as it was handed in
 * @param text lower case, short forms written out, single spaces
 */
public record NormalisedText(String original, String text, Offsets offsets) {
    /**
     * The 0-based offset in the original of what stands at {@code offset} in the normalised text: the start of the word
     * or short form that it came from.
     */
    public int originalOffset(int offset) {
        if (offset < 0 || offset > text.length())
            throw new IndexOutOfBoundsException("offset must be 0.." + text.length() + ", got " + offset);
        return offset == text.length() ? original.length() : offsets.original(offset);
    }

    /**
     * The 0-based offset in the original where that ends which ends at {@code offset} in the normalised text: behind the
     * word or short form that it came from.
     */
    public int originalEnd(int offset) {
        if (offset < 0 || offset > text.length())
            throw new IndexOutOfBoundsException("offset must be 0.." + text.length() + ", got " + offset);
        int end =
                offset == text.length() ? original.length() : offsets.next(Math.max(0, offset - 1), original.length());
        while (end > 0 && Character.isWhitespace(original.charAt(end - 1))) end--;
        return end;
    }

    /** Pairs of starts, ascending: where a piece begins in the normalised text and where it began in the original. */
    public static final class Offsets {
        private final int[] normalised;
        private final int[] original;

        Offsets(int[] normalised, int[] original) {
            this.normalised = normalised.clone();
            this.original = original.clone();
        }

        private int original(int offset) {
            int at = Arrays.binarySearch(normalised, offset);
            return original[at >= 0 ? at : Math.max(0, -at - 2)];
        }

        /** Where the piece after that of this offset began in the original; {@code end} where there is none. */
        private int next(int offset, int end) {
            int at = Arrays.binarySearch(normalised, offset);
            int after = at >= 0 ? at + 1 : -at - 1;
            return after < original.length ? original[after] : end;
        }
    }
}
