package flightline.fleet;

import flightline.corpus.Marking;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Draws a chart as SVG: no script, no style sheet, nothing from elsewhere. Type is large enough to be read across a room, and nothing is
 * told by colour alone: what stands out is dark and has a mark besides. Colours are of the set by Okabe and Ito, which people who
 * see fewer colours can tell apart.
 */
public final class SvgChart {
    private static final int WIDTH = 1200;
    private static final int EDGE = 40;
    private static final int LABELS = 420;
    private static final int ROW = 46;
    private static final int TOP = 120;
    private static final int PLOT_HEIGHT = 440;
    private static final String PLAIN = "#56B4E9";
    private static final String DARK = "#D55E00";
    private static final String RED = "#B00020";
    private static final String INK = "#111111";
    private static final String GREY = "#666666";

    private final StringBuilder out = new StringBuilder();

    /** Empty where there is none. */
    private final String marking;

    private SvgChart(String marking) {
        this.marking = marking;
    }

    /** A whole SVG document. */
    public static String of(Chart chart) {
        return of(chart, Marking.UNMARKED);
    }

    /** The same with the marking at its head and foot, for it goes about by itself. */
    public static String of(Chart chart, Marking marking) {
        var svg = new SvgChart(marking.equals(Marking.UNMARKED) ? "" : marking.label());
        return switch (chart.kind()) {
            case BARS -> svg.bars(chart);
            case CONTROL -> svg.control(chart);
        };
    }

    private String bars(Chart chart) {
        List<Chart.Point> points =
                chart.points().subList(0, Math.min(25, chart.points().size()));
        int height = TOP + points.size() * ROW + 120;
        double most = scale(points);
        begin(chart, height);
        double plot = WIDTH - LABELS - EDGE - 110;
        double bottom = TOP + points.size() * ROW;
        for (double tick : ticks(most, points)) {
            double x = LABELS + plot * tick / most;
            line(x, TOP - 6, x, bottom, "#dddddd", 1, "");
            text(x, bottom + 26, "middle", 20, GREY, Figure.shown(tick));
        }
        for (int i = 0; i < points.size(); i++) {
            Chart.Point point = points.get(i);
            double y = TOP + i * ROW;
            double width = plot * point.value() / most;
            label(point.label(), point.marked() ? " ◆" : "", y);
            out.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                    LABELS,
                    y + 5,
                    Math.max(1, width),
                    ROW - 14,
                    point.marked() ? DARK : PLAIN));
            double end = LABELS + width;
            if (point.low().isPresent() && point.high().isPresent()) {
                double low = LABELS + plot * point.low().getAsDouble() / most;
                double high = LABELS + plot * point.high().getAsDouble() / most;
                double middle = y + ROW / 2.0 - 2;
                line(low, middle, high, middle, INK, 3, "");
                line(low, middle - 7, low, middle + 7, INK, 3, "");
                line(high, middle - 7, high, middle + 7, INK, 3, "");
                end = Math.max(end, high);
            }
            if (point.middle().isPresent()) {
                double x = LABELS + plot * point.middle().getAsDouble() / most;
                line(x, y + 1, x, y + ROW - 5, INK, 4, "");
                end = Math.max(end, x);
            }
            text(end + 10, y + 27, "start", 22, INK, Figure.shown(point.value()));
        }
        line(LABELS, TOP - 6, LABELS, bottom, INK, 2, "");
        text(LABELS + plot / 2, bottom + 58, "middle", 22, INK, chart.up());
        text(LABELS - 12, TOP - 16, "end", 20, GREY, Lettering.shortened(chart.across(), 20, LABELS - 24));
        return end(chart, height);
    }

    /** Beside its bar, in two lines of smaller type where one is not enough; what is behind it is never left out. */
    private void label(String label, String behind, double y) {
        double room = LABELS - 24;
        if (Lettering.width(label + behind, 22) <= room) {
            text(LABELS - 12, y + 27, "end", 22, INK, label + behind);
            return;
        }
        List<String> lines = Lettering.lines(label, 18, room - Lettering.width(behind, 18), 2);
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            double down = lines.size() == 1 ? 26 : 17 + 20 * i;
            text(LABELS - 12, y + down, "end", 18, INK, lines.get(i) + (last ? behind : ""));
        }
    }

    private String control(Chart chart) {
        List<Chart.Point> points = chart.points();
        int height = TOP + PLOT_HEIGHT + 150;
        double most = scale(points);
        begin(chart, height);
        double left = 110;
        double plot = WIDTH - left - EDGE;
        double bottom = TOP + PLOT_HEIGHT;
        double step = plot / Math.max(1, points.size());
        for (double tick : ticks(most, points)) {
            double y = bottom - PLOT_HEIGHT * tick / most;
            line(left, y, WIDTH - EDGE, y, "#dddddd", 1, "");
            text(left - 10, y + 7, "end", 20, GREY, Figure.shown(tick));
        }
        stepped(points, Chart.Point::high, left, step, bottom, most, "10 6");
        stepped(points, Chart.Point::low, left, step, bottom, most, "10 6");
        stepped(points, Chart.Point::middle, left, step, bottom, most, "");
        var path = new StringBuilder();
        for (int i = 0; i < points.size(); i++)
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    i == 0 ? "M" : " L",
                    left + step * (i + 0.5),
                    bottom - PLOT_HEIGHT * points.get(i).value() / most));
        out.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"#0072B2\" stroke-width=\"4\"/>\n");
        int every = Math.max(1, (int) Math.ceil(points.size() / 9.0));
        for (int i = 0; i < points.size(); i++) {
            Chart.Point point = points.get(i);
            double x = left + step * (i + 0.5);
            double y = bottom - PLOT_HEIGHT * point.value() / most;
            out.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"/>%n",
                    x,
                    y,
                    point.marked() ? 11 : 6,
                    point.marked() ? DARK : "#0072B2"));
            if (i % every == 0) text(x, bottom + 30, "middle", 20, GREY, point.label());
        }
        if (chart.change() > 0) {
            double x = left + step * chart.change();
            line(x, TOP, x, bottom, DARK, 4, "4 6");
            boolean right = x > WIDTH * 0.7;
            text(
                    x + (right ? -10 : 10),
                    TOP + 22,
                    right ? "end" : "start",
                    22,
                    DARK,
                    "level changes with " + points.get(chart.change()).label());
        }
        line(left, bottom, WIDTH - EDGE, bottom, INK, 2, "");
        line(left, TOP, left, bottom, INK, 2, "");
        text(left + plot / 2, bottom + 66, "middle", 22, INK, chart.across());
        text(left - 90, TOP - 16, "start", 22, INK, chart.up());
        return end(chart, height);
    }

    private interface Level {
        OptionalDouble of(Chart.Point point);
    }

    private void stepped(
            List<Chart.Point> points, Level level, double left, double step, double bottom, double most, String dash) {
        var path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            OptionalDouble value = level.of(points.get(i));
            if (value.isEmpty()) continue;
            double y = bottom - PLOT_HEIGHT * value.getAsDouble() / most;
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f L%.1f %.1f",
                    path.isEmpty() ? "M" : " L",
                    left + step * i,
                    y,
                    left + step * (i + 1),
                    y));
        }
        if (!path.isEmpty())
            out.append("<path d=\"")
                    .append(path)
                    .append("\" fill=\"none\" stroke=\"")
                    .append(GREY)
                    .append("\" stroke-width=\"2\"")
                    .append(dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"")
                    .append("/>\n");
    }

    private static double scale(List<Chart.Point> points) {
        double most = 0;
        for (Chart.Point point : points)
            most = Math.max(
                    most,
                    Math.max(
                            point.value(),
                            Math.max(point.high().orElse(0), point.middle().orElse(0))));
        return most <= 0 ? 1 : most;
    }

    /** Round values from 0 up, eight at most. */
    private static double[] ticks(double most, List<Chart.Point> points) {
        double unit = Math.pow(10, Math.floor(Math.log10(most)));
        double step = most / unit < 2 ? unit / 4 : most / unit < 5 ? unit / 2 : unit;
        // There is no half a removal.
        if (points.stream().allMatch(p -> p.value() == Math.rint(p.value()))) step = Math.max(1, Math.rint(step));
        int count = (int) Math.floor(most / step + 1e-9) + 1;
        double[] ticks = new double[count];
        for (int i = 0; i < count; i++) ticks[i] = Math.round(step * i * 1e6) / 1e6;
        return ticks;
    }

    private void begin(Chart chart, int height) {
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" font-family=\"sans-serif\">%n",
                WIDTH,
                height,
                WIDTH,
                height));
        out.append("<title>").append(escaped(chart.title())).append("</title>\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        marking(20);
        text(EDGE, 52, "start", 32, INK, Lettering.shortened(chart.title(), 32, WIDTH - 2 * EDGE));
    }

    private String end(Chart chart, int height) {
        text(EDGE, height - 22, "start", 20, GREY, Lettering.shortened(chart.note(), 20, WIDTH - 2 * EDGE));
        marking(height - 3);
        return out.append("</svg>\n").toString();
    }

    private void marking(double y) {
        if (!marking.isEmpty())
            text(WIDTH / 2.0, y, "middle", 16, RED, Lettering.shortened(marking, 16, WIDTH - 2 * EDGE));
    }

    private void line(double x1, double y1, double x2, double y2, String colour, int width, String dash) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"%s/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    private void text(double x, double y, String anchor, int size, String colour, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                size,
                colour,
                escaped(text)));
    }

    /** What XML does not allow is left out. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean allowed =
                            c >= 0x20 && c != 0x7f && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
                    if (allowed) safe.appendCodePoint(c);
                }
            }
        });
        return safe.toString();
    }
}
