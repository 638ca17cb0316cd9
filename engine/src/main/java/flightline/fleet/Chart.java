package flightline.fleet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A chart to be drawn.
 *
 * @param title the question
 * @param across title of the axis of the labels
 * @param up title of the axis of the values, with its unit
 * @param points one a label, in order
 * @param change index of the first point after the level changed, 0-based; -1 where it did not
 * @param note how many records it stands for, and what else must be known to read it
 */
public record Chart(Kind kind, String title, String across, String up, List<Point> points, int change, String note) {
    /** How it is drawn. */
    public enum Kind {
        /** Lying bars, the longest first. */
        BARS,
        /** Points over time with control limits. */
        CONTROL
    }

    /**
     * @param low lower end of the interval or lower limit; absent where there is none
     * @param high upper end or upper limit
     * @param middle what is expected; absent where nothing is
     * @param marked whether it stands out
     */
    public record Point(
            String label,
            double value,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble middle,
            boolean marked) {
        static Point of(String label, double value) {
            return of(label, value, false);
        }

        static Point of(String label, double value, boolean marked) {
            return new Point(
                    label, value, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), marked);
        }

        static Point of(String label, double value, Interval interval, boolean marked) {
            return new Point(
                    label,
                    value,
                    OptionalDouble.of(interval.low()),
                    OptionalDouble.of(interval.high()),
                    OptionalDouble.empty(),
                    marked);
        }
    }

    public Chart {
        points = List.copyOf(points);
    }

    static Chart bars(String title, String across, String up, List<Point> points, String note) {
        return new Chart(Kind.BARS, title, across, up, points, -1, note);
    }
}
