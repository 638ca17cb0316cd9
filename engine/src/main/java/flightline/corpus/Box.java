package flightline.corpus;

/**
 * A rectangle on a PDF page, in points (1/72 inch), origin at the page's lower left corner.
 *
 * @param left smaller x
 * @param bottom smaller y
 * @param right larger x
 * @param top larger y
 */
public record Box(double left, double bottom, double right, double top) {
    public Box {
        if (!(left <= right) || !(bottom <= top))
            throw new IllegalArgumentException("box must have left <= right and bottom <= top, got [" + left + ", "
                    + bottom + ", " + right + ", " + top + "]");
    }

    /** The smallest box that covers both. */
    public Box around(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(bottom, other.bottom),
                Math.max(right, other.right),
                Math.max(top, other.top));
    }
}
