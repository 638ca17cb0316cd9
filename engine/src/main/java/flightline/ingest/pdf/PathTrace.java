package flightline.ingest.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** Follows the path operators of a page and keeps the horizontal and vertical strokes, and the filled rectangles. */
final class PathTrace {
    /** A filled rectangle thinner than this is a rule. */
    private static final double THIN = 3;

    private static final double STRAIGHT = 0.8;
    private static final int MOST_RULES = 20_000;

    /** Where a point of the content's own space stands on the page as shown. */
    @FunctionalInterface
    interface Placing {
        Point2D.Double place(float x, float y);
    }

    final List<Rule> rules = new ArrayList<>();
    final List<Area> shades = new ArrayList<>();
    private final List<List<Point2D.Double>> open = new ArrayList<>();
    private boolean curved;

    void take(String operator, List<COSBase> operands, Placing placing) {
        switch (operator) {
            case "m" -> point(operands, placing, true);
            case "l" -> point(operands, placing, false);
            case "re" -> rectangle(operands, placing);
            case "c", "v", "y" -> curved = true;
            case "h" -> close();
            case "S", "s" -> paint(true, false, operator.equals("s"));
            case "f", "F", "f*" -> paint(false, true, true);
            case "B", "B*", "b", "b*" -> paint(true, true, operator.startsWith("b"));
            case "n" -> clear();
            default -> {
                // draws no path
            }
        }
    }

    private void point(List<COSBase> operands, Placing placing, boolean start) {
        if (operands.size() < 2
                || !(operands.get(0) instanceof COSNumber x)
                || !(operands.get(1) instanceof COSNumber y)) return;
        if (start || open.isEmpty()) open.add(new ArrayList<>());
        open.getLast().add(placing.place(x.floatValue(), y.floatValue()));
    }

    private void rectangle(List<COSBase> operands, Placing placing) {
        var numbers = new float[4];
        for (int i = 0; i < 4; i++) {
            if (operands.size() <= i || !(operands.get(i) instanceof COSNumber number)) return;
            numbers[i] = number.floatValue();
        }
        float x = numbers[0];
        float y = numbers[1];
        float right = x + numbers[2];
        float top = y + numbers[3];
        open.add(new ArrayList<>(List.of(
                placing.place(x, y),
                placing.place(right, y),
                placing.place(right, top),
                placing.place(x, top),
                placing.place(x, y))));
    }

    private void close() {
        if (!open.isEmpty() && open.getLast().size() > 1)
            open.getLast().add(open.getLast().getFirst());
    }

    private void paint(boolean stroked, boolean filled, boolean closed) {
        if (closed) close();
        if (rules.size() < MOST_RULES && open.size() < MOST_RULES)
            for (var path : open) {
                boolean solid = filled && !curved && fill(path);
                if (stroked && !solid) stroke(path);
            }
        clear();
    }

    private void clear() {
        open.clear();
        curved = false;
    }

    private void stroke(List<Point2D.Double> path) {
        for (int i = 1; i < path.size(); i++) {
            Point2D.Double a = path.get(i - 1);
            Point2D.Double b = path.get(i);
            double dx = Math.abs(a.x - b.x);
            double dy = Math.abs(a.y - b.y);
            if (dy <= STRAIGHT && dx > STRAIGHT)
                rules.add(new Rule(true, (a.y + b.y) / 2, Math.min(a.x, b.x), Math.max(a.x, b.x)));
            else if (dx <= STRAIGHT && dy > STRAIGHT)
                rules.add(new Rule(false, (a.x + b.x) / 2, Math.min(a.y, b.y), Math.max(a.y, b.y)));
        }
    }

    /** Whether it was a thin rectangle, kept as a rule. */
    private boolean fill(List<Point2D.Double> path) {
        if (path.size() < 4 || path.size() > 6) return false;
        double left = path.stream().mapToDouble(p -> p.x).min().orElse(0);
        double right = path.stream().mapToDouble(p -> p.x).max().orElse(0);
        double bottom = path.stream().mapToDouble(p -> p.y).min().orElse(0);
        double top = path.stream().mapToDouble(p -> p.y).max().orElse(0);
        if (top - bottom <= THIN && right - left > THIN) {
            rules.add(new Rule(true, (top + bottom) / 2, left, right));
            return true;
        }
        if (right - left <= THIN && top - bottom > THIN) {
            rules.add(new Rule(false, (left + right) / 2, bottom, top));
            return true;
        }
        if (right - left > 20 && top - bottom > 8) shades.add(new Area(left, bottom, right, top));
        return false;
    }
}
