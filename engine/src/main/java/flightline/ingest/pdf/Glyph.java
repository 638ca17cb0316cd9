package flightline.ingest.pdf;

/**
 * A character as it stands on the page as shown.
 *
 * @param x of its origin
 * @param advance to the origin of the next, along its direction
 * @param blank width of a blank in its font
 * @param turn quarter turns, counter-clockwise, of its direction: 0 runs to the right, 1 upwards
 * @param mark see {@link MarkedContent}
 */
record Glyph(
        String text, double x, double y, double advance, double size, double blank, boolean bold, int turn, int mark) {
    boolean isBlank() {
        return text.isBlank();
    }

    /** As it stands in the frame turned by {@code turns} quarters clockwise, for a page of this size as shown. */
    Glyph turned(int turns, double width, double height) {
        return switch (turns) {
            case 1 -> at(y, width - x);
            case 2 -> at(width - x, height - y);
            case 3 -> at(height - y, x);
            default -> this;
        };
    }

    private Glyph at(double newX, double newY) {
        return new Glyph(text, newX, newY, advance, size, blank, bold, turn, mark);
    }
}
