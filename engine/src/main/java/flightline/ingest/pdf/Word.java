package flightline.ingest.pdf;

/**
 * A run of glyphs without a blank, in the page's reading frame (points, y upwards).
 *
 * @param mark see {@link MarkedContent}
 * @param gapBefore whether a blank was written before it, so that it is not the rest of a torn word
 */
record Word(
        String text, float left, float right, float baseline, float size, boolean bold, boolean gapBefore, int mark) {
    // Floats: a long document has millions of words, and a page is known to a hundredth of a point.
    Word(String text, double left, double right, double baseline, double size, boolean bold, boolean gapBefore) {
        this(text, (float) left, (float) right, (float) baseline, (float) size, bold, gapBefore, MarkedContent.NONE);
    }

    double bottom() {
        return baseline - 0.22 * size;
    }

    double top() {
        return baseline + 0.78 * size;
    }

    double middle() {
        return (left + right) / 2.0;
    }

    Word followedBy(Word next) {
        return new Word(
                text + next.text,
                left,
                Math.max(right, next.right),
                baseline,
                Math.max(size, next.size),
                bold && next.bold,
                gapBefore,
                mark);
    }
}
