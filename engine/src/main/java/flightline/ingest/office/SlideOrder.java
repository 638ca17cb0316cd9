package flightline.ingest.office;

import flightline.ingest.text.PageWriter;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextShape;

/**
 * The order in which the shapes of a slide are read. A file has them in the order in which they were drawn, and whoever
 * adds a warning adds it last, wherever it stands. What stands above or to the left of something is read before it, and a
 * warning before the steps beside it; where that leaves a choice, the order of the file holds.
 */
final class SlideOrder {
    /** Of the lesser one's height or width: shapes that lie over each other by less stand side by side. */
    private static final double OVERLAP = 0.2;
    /** More shapes than this are a drawing, and all pairs of them too many to compare. */
    private static final int MOST = 400;

    private SlideOrder() {}

    static <S extends Shape<?, ?>> List<S> of(List<S> drawn) {
        if (drawn.size() > MOST) return drawn;
        var left = new ArrayList<>(drawn);
        var read = new ArrayList<S>();
        while (!left.isEmpty()) read.add(left.remove(next(left)));
        return read;
    }

    /** The place of the first that nothing else is to be read before; where all wait for each other, of the first drawn. */
    private static int next(List<? extends Shape<?, ?>> left) {
        for (int i = 0; i < left.size(); i++) {
            boolean free = true;
            for (int other = 0; other < left.size() && free; other++)
                free = other == i || !before(left.get(other), left.get(i));
            if (free) return i;
        }
        return 0;
    }

    private static boolean before(Shape<?, ?> one, Shape<?, ?> other) {
        Rectangle2D a = SlideLook.anchor(one);
        Rectangle2D b = SlideLook.anchor(other);
        if (a.isEmpty() || b.isEmpty() || !says(one) || !says(other)) return false;
        double across = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getX(), b.getX());
        double down = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getY(), b.getY());
        boolean below = across > OVERLAP * Math.min(a.getWidth(), b.getWidth())
                && down < OVERLAP * Math.min(a.getHeight(), b.getHeight());
        if (below) return a.getCenterY() < b.getCenterY();
        boolean beside = down > OVERLAP * Math.min(a.getHeight(), b.getHeight())
                && across < OVERLAP * Math.min(a.getWidth(), b.getWidth());
        if (!beside) return false;
        return warns(one) == warns(other) ? a.getCenterX() < b.getCenterX() : warns(one);
    }

    /** Pictures and lines come where they are drawn. */
    private static boolean says(Shape<?, ?> shape) {
        return shape instanceof TableShape
                || shape instanceof GroupShape
                || (shape instanceof TextShape<?, ?> text
                        && text.getText() != null
                        && !text.getText().isBlank());
    }

    private static boolean warns(Shape<?, ?> shape) {
        return shape instanceof TextShape<?, ?> text && PageWriter.labelled(Words.clean(text.getText()));
    }
}
