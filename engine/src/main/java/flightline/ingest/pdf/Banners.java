package flightline.ingest.pdf;

import flightline.ingest.ocr.PageImage;
import java.util.ArrayDeque;
import java.util.ArrayList;

/**
 * Turns white letters on dark bars into dark letters on white, as text recognition wants them: it takes such a bar for a
 * picture and passes its words over, and they are the word WARNING or the heads of a table's columns.
 */
final class Banners {
    /** Side of the squares that the picture is looked at by, in parts of an inch. */
    private static final int SQUARES = 50;
    /** Of a bar, in inches: lower ones are lines, higher ones are pictures. */
    private static final double LOWEST = 0.11;

    /** Squares: what is thinner is a drawn line, which may touch a bar and is none of it. */
    private static final int THICK = 3;

    private static final double HIGHEST = 1.5;
    private static final double NARROWEST = 0.5;
    /** Of a bar's area: fewer dark points are letters or a drawing, more hold no letters. */
    private static final double LEAST_DARK = 0.55;

    private static final double MOST_DARK = 0.97;

    private final PageImage image;
    private final int side;
    private final int columns;
    private final int rows;
    private final boolean[] dark;

    private Banners(PageImage image) {
        this.image = image;
        this.side = Math.max(2, image.dotsPerInch() / SQUARES);
        this.columns = image.width() / side;
        this.rows = image.height() / side;
        var squares = new boolean[columns * rows];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                squares[row * columns + column] =
                        darkIn(column * side, row * side, column * side + side, row * side + side) > 0.5;
        this.dark = new boolean[squares.length];
        for (int at = 0; at < squares.length; at++)
            dark[at] = squares[at]
                    && run(squares, at, 1, columns - at % columns, at % columns) >= THICK
                    && run(squares, at, columns, rows - at / columns, at / columns) >= THICK;
    }

    /** How many squares are dark side by side, this one among them; counted no further than need be. */
    private static int run(boolean[] squares, int at, int step, int ahead, int behind) {
        int count = 1;
        for (int i = 1; i < Math.min(ahead, THICK) && squares[at + i * step]; i++) count++;
        for (int i = 1; i <= Math.min(behind, THICK) && squares[at - i * step]; i++) count++;
        return count;
    }

    /** The picture with its bars lightened; the same picture where it has none. */
    static PageImage lightened(PageImage image) {
        return new Banners(image).lightened();
    }

    private PageImage lightened() {
        var bars = new ArrayList<int[]>();
        for (int at = 0; at < dark.length; at++) {
            if (!dark[at]) continue;
            int[] bar = area(at);
            if (isBar(bar)) bars.add(bar);
        }
        if (bars.isEmpty()) return image;
        byte[] greys = image.greys().clone();
        for (int[] bar : bars)
            for (int y = bar[1]; y < bar[3]; y++)
                for (int x = bar[0]; x < bar[2]; x++) {
                    int point = y * image.width() + x;
                    greys[point] = (byte) (255 - (image.greys()[point] & 0xFF));
                }
        return new PageImage(image.width(), image.height(), image.dotsPerInch(), greys);
    }

    /** Takes the dark squares that hang together with this one: left, top, right and bottom in points of the picture. */
    private int[] area(int start) {
        int left = columns;
        int top = rows;
        int right = 0;
        int bottom = 0;
        var open = new ArrayDeque<Integer>();
        open.add(start);
        dark[start] = false;
        while (!open.isEmpty()) {
            int at = open.remove();
            int column = at % columns;
            int row = at / columns;
            left = Math.min(left, column);
            right = Math.max(right, column + 1);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row + 1);
            if (column > 0) take(at - 1, open);
            if (column < columns - 1) take(at + 1, open);
            if (row > 0) take(at - columns, open);
            if (row < rows - 1) take(at + columns, open);
        }
        return new int[] {left * side, top * side, right * side, bottom * side};
    }

    private void take(int at, ArrayDeque<Integer> open) {
        if (!dark[at]) return;
        dark[at] = false;
        open.add(at);
    }

    private boolean isBar(int[] area) {
        double wide = (double) (area[2] - area[0]) / image.dotsPerInch();
        double high = (double) (area[3] - area[1]) / image.dotsPerInch();
        if (wide < NARROWEST || high < LOWEST || high > HIGHEST || wide < high) return false;
        double share = darkIn(area[0], area[1], area[2], area[3]);
        return share >= LEAST_DARK && share <= MOST_DARK;
    }

    private double darkIn(int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) for (int x = left; x < right; x++) if (image.dark(x, y)) count++;
        return (double) count / ((right - left) * (bottom - top));
    }
}
