package flightline.ingest.pdf;

/**
 * A run of glyphs without a blank, in the page's reading frame (points, y upwards).
 *
 * @param mark see {@link MarkedContent}
 * @param baseline of the line that it stands in
 * @param gapBefore whether a blank was written before it, so that it is not the rest of a torn word
 * @param raise how far above that baseline its letters stand, below 0 for lowered ones; 0 for those on it
 */
record Word(
        String text,
        float left,
        float right,
        float baseline,
        float size,
        boolean bold,
        boolean gapBefore,
        int mark,
        float raise) {
    // Floats: a long document has millions of words, and a page is known to a hundredth of a point.
    Word(String text, double left, double right, double baseline, double size, boolean bold, boolean gapBefore) {
        this(text, (float) left, (float) right, (float) baseline, (float) size, bold, gapBefore, MarkedContent.NONE, 0);
    }

    double bottom() {
        return baseline + raise - 0.22 * size;
    }

    double top() {
        return baseline + raise + 0.78 * size;
    }

    double middle() {
        return (left + right) / 2.0;
    }

    /** On the baseline that its letters stand on. */
    Word onItsOwn() {
        return raise == 0 ? this : new Word(text, left, right, baseline + raise, size, bold, gapBefore, mark, 0);
    }

    /** @param joint what parts raised letters from what they follow */
    Word followedBy(String joint, Word next) {
        return new Word(
                text + joint + next.text,
                left,
                Math.max(right, next.right),
                baseline,
                Math.max(size, next.size),
                bold && next.bold,
                gapBefore,
                mark,
                raise);
    }
}
