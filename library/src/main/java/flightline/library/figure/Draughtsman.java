package flightline.library.figure;

import java.util.List;

/** Draws the strokes of a drawing on an easel. */
public final class Draughtsman {
    private static final double SMALL = 7.5;

    private final Easel easel;

    public Draughtsman(Easel easel) {
        this.easel = easel;
    }

    /** Draws everything; fails where a verb is unknown. */
    public void draw(Drawing drawing) {
        easel.pen(0.8, false);
        for (Drawing.Stroke stroke : drawing.strokes()) {
            draw(stroke);
        }
    }

    private void draw(Drawing.Stroke s) {
        switch (s.verb()) {
            case "pen" -> easel.pen(s.at(0), s.text().equals("dashed"));
            case "box" -> box(s, false);
            case "grey" -> box(s, true);
            case "line" -> easel.path(s.numbers(), Easel.Fill.LINE);
            case "shape" -> easel.path(s.numbers(), s.text().equals("grey") ? Easel.Fill.GREY : Easel.Fill.OUTLINE);
            case "arrow" -> arrow(s.numbers());
            case "circle" -> circle(s);
            case "text" -> easel.text(s.at(0), s.at(1), SMALL, false, s.text());
            case "mid" -> easel.text(s.at(0), s.at(1), SMALL, true, s.text());
            case "call" -> callout(s);
            default -> symbol(s);
        }
    }

    private void symbol(Drawing.Stroke s) {
        double x = s.at(0);
        double y = s.at(1);
        switch (s.verb()) {
            case "pump" -> {
                easel.circle(x, y, 11);
                easel.path(List.of(x - 5, y + 3, x + 5, y + 3, x, y - 8), Easel.Fill.BLACK);
            }
            case "valve" ->
                easel.path(List.of(x - 9, y - 5, x - 9, y + 5, x + 9, y - 5, x + 9, y + 5), Easel.Fill.OUTLINE);
            case "check" -> {
                easel.path(List.of(x - 6, y - 5, x - 6, y + 5, x + 5, y), Easel.Fill.OUTLINE);
                easel.path(List.of(x + 5, y - 6, x + 5, y + 6), Easel.Fill.LINE);
            }
            case "filter" -> {
                easel.path(List.of(x - 9, y, x, y - 9, x + 9, y, x, y + 9), Easel.Fill.OUTLINE);
                easel.path(List.of(x, y - 9, x, y + 9), Easel.Fill.LINE);
            }
            case "coil" -> {
                easel.path(List.of(x - 8, y - 5, x + 8, y - 5, x + 8, y + 5, x - 8, y + 5), Easel.Fill.OUTLINE);
                easel.path(List.of(x - 8, y + 5, x + 8, y - 5), Easel.Fill.LINE);
            }
            case "ground" -> {
                easel.path(List.of(x, y, x, y + 5), Easel.Fill.LINE);
                easel.path(List.of(x - 7, y + 5, x + 7, y + 5), Easel.Fill.LINE);
                easel.path(List.of(x - 4.5, y + 7.5, x + 4.5, y + 7.5), Easel.Fill.LINE);
                easel.path(List.of(x - 2, y + 10, x + 2, y + 10), Easel.Fill.LINE);
            }
            case "switch" -> {
                easel.circle(x - 9, y, 1.6);
                easel.circle(x + 9, y, 1.6);
                easel.path(List.of(x - 8, y - 1, x + 7, y - 7), Easel.Fill.LINE);
            }
            case "accu" -> {
                easel.path(List.of(x - 8, y - 14, x + 8, y - 14, x + 8, y + 14, x - 8, y + 14), Easel.Fill.OUTLINE);
                easel.path(List.of(x - 8, y, x + 8, y), Easel.Fill.LINE);
            }
            default -> throw new IllegalArgumentException("unknown stroke " + s.verb());
        }
        if (!s.text().isEmpty()) {
            lines(x, y + 20, s.text());
        }
    }

    private void box(Drawing.Stroke s, boolean filled) {
        double x = s.at(0);
        double y = s.at(1);
        double right = x + s.at(2);
        double low = y + s.at(3);
        easel.path(List.of(x, y, right, y, right, low, x, low), filled ? Easel.Fill.GREY : Easel.Fill.OUTLINE);
        long count = s.text().chars().filter(c -> c == '~').count() + 1;
        lines((x + right) / 2, (y + low) / 2 + 2.7 - (count - 1) * 4.3, s.text());
    }

    private void lines(double x, double y, String text) {
        double base = y;
        for (String line : text.split("~", -1)) {
            easel.text(x, base, SMALL, true, line);
            base += 8.6;
        }
    }

    private void circle(Drawing.Stroke s) {
        easel.circle(s.at(0), s.at(1), s.at(2));
        lines(s.at(0), s.at(1) + 2.7, s.text());
    }

    private void arrow(List<Double> points) {
        easel.path(points, Easel.Fill.LINE);
        int n = points.size();
        double x = points.get(n - 2);
        double y = points.get(n - 1);
        double angle = StrictMath.atan2(y - points.get(n - 3), x - points.get(n - 4));
        double left = angle + StrictMath.PI - 0.4;
        double right = angle + StrictMath.PI + 0.4;
        double length = 6;
        easel.path(
                List.of(
                        x,
                        y,
                        x + length * StrictMath.cos(left),
                        y + length * StrictMath.sin(left),
                        x + length * StrictMath.cos(right),
                        y + length * StrictMath.sin(right)),
                Easel.Fill.BLACK);
    }

    /** A number in a circle with a leader to the part; the numbers are number, circle x, y, part x, y. */
    private void callout(Drawing.Stroke s) {
        double x = s.at(1);
        double y = s.at(2);
        double angle = StrictMath.atan2(s.at(4) - y, s.at(3) - x);
        easel.circle(x, y, 7);
        easel.text(x, y + 2.7, SMALL, true, Integer.toString((int) s.at(0)));
        easel.path(
                List.of(x + 7 * StrictMath.cos(angle), y + 7 * StrictMath.sin(angle), s.at(3), s.at(4)),
                Easel.Fill.LINE);
    }
}
