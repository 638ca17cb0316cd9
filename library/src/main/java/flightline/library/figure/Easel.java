package flightline.library.figure;

import java.util.List;

/** What a drawing is put on. Coordinates in drawing units, origin at the top left, y down. */
public interface Easel {

    /** Sets the width of the lines that follow, in units, and whether they are dashed. */
    void pen(double width, boolean dashed);

    /** How a path is closed and filled. */
    enum Fill {
        LINE,
        OUTLINE,
        GREY,
        BLACK
    }

    /** A line through the points x, y, x, y, ...; closed unless {@code fill} is LINE. */
    void path(List<Double> points, Fill fill);

    /** A circle about x, y. */
    void circle(double x, double y, double radius);

    /** Text whose baseline begins at x, y, or is centred there. */
    void text(double x, double y, double size, boolean centred, String text);
}
