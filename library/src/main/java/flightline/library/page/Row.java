package flightline.library.page;

import java.util.List;
import java.util.Optional;

/**
 * A strip of a page that is never cut. Height in points, with the space beneath. With {@code keep} it stays on the page of the row after it.
 * {@code head} is repeated above this row where a page begins with it. {@code anchor} puts the row into bookmarks and contents.
 */
record Row(double height, boolean keep, boolean changed, List<Row> head, Optional<Anchor> anchor, Painter painter) {

    /** Paints the strip with its upper left corner at x, top. */
    interface Painter {
        void paint(Sheet sheet, double x, double top);
    }

    /** A place that readers jump to; level 1 is a chapter, 2 a page block, 3 a task. */
    record Anchor(int level, String number, String title) {}

    static Row of(double height, boolean keep, Painter painter) {
        return new Row(height, keep, false, List.of(), Optional.empty(), painter);
    }

    Row kept() {
        return new Row(height, true, changed, head, anchor, painter);
    }

    Row marked() {
        return new Row(height, keep, true, head, anchor, painter);
    }

    Row under(List<Row> repeated) {
        return new Row(height, keep, changed, repeated, anchor, painter);
    }

    Row at(Anchor place) {
        return new Row(height, keep, changed, head, Optional.of(place), painter);
    }

    void paint(Sheet sheet, double x, double top) {
        painter.paint(sheet, x, top);
        if (changed) {
            sheet.bar(top, top - Math.max(8, height - 4));
        }
    }
}
