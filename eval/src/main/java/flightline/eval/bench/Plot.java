package flightline.eval.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over two axes, both by tens, as an SVG picture. */
final class Plot {
    private static final String[] COLOURS = {"#0b3d91", "#b45309", "#047857", "#7c3aed", "#be123c"};
    private static final int WIDTH = 780;
    private static final int HEIGHT = 420;

    private final String title;
    private final String across;
    private final String up;
    /** A point is what stands across, then what stands up. */
    private final Map<String, List<double[]>> lines;

    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    Plot(String title, String across, String up, Map<String, List<double[]>> lines) {
        this.title = title;
        this.across = across;
        this.up = up;
        this.lines = lines;
        left = Math.floor(Math.log10(least(0)));
        right = Math.max(left + 1, Math.ceil(Math.log10(most(0))));
        bottom = Math.floor(Math.log10(least(1)));
        top = Math.max(bottom + 1, Math.ceil(Math.log10(most(1))));
    }

    String svg() {
        var svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" font-size=\"14\" role=\"img\">%n<title>%3$s</title>%n<rect width=\"%1$d\" height=\"%2$d\" fill=\"#fff\"/>%n",
                WIDTH,
                HEIGHT,
                title);
        for (double tens = left; tens <= right; tens++)
            add(
                    svg,
                    "<path d=\"M%1$.1f 30V350\" stroke=\"#ddd\"/><text x=\"%1$.1f\" y=\"372\" text-anchor=\"middle\">%2$s</text>%n",
                    x(tens),
                    plain(tens));
        for (double tens = bottom; tens <= top; tens++)
            add(
                    svg,
                    "<path d=\"M70 %1$.1fH500\" stroke=\"#ddd\"/><text x=\"62\" y=\"%2$.1f\" text-anchor=\"end\">%3$s</text>%n",
                    y(tens),
                    y(tens) + 5,
                    plain(tens));
        add(svg, "<text x=\"285\" y=\"400\" text-anchor=\"middle\">%s</text>%n", across);
        add(svg, "<text x=\"20\" y=\"20\">%s</text>%n", up);
        int number = 0;
        for (var line : lines.entrySet()) line(svg, line.getKey(), line.getValue(), number++);
        return svg.append("</svg>\n").toString();
    }

    private void line(StringBuilder svg, String name, List<double[]> points, int number) {
        String ink = COLOURS[number % COLOURS.length];
        String dash = number >= COLOURS.length ? " stroke-dasharray=\"6 4\"" : "";
        var path = new StringBuilder();
        for (double[] point : points)
            add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(Math.log10(point[0])), y(Math.log10(point[1])));
        add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"%s/>%n", path, ink, dash);
        for (double[] point : points)
            add(
                    svg,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n",
                    x(Math.log10(point[0])),
                    y(Math.log10(point[1])),
                    ink);
        int at = 60 + number * 26;
        add(
                svg,
                "<path d=\"M515 %1$dH545\" stroke=\"%2$s\" stroke-width=\"2.5\"%3$s/><text x=\"552\" y=\"%4$d\">%5$s</text>%n",
                at,
                ink,
                dash,
                at + 5,
                name);
    }

    private static void add(StringBuilder to, String form, Object... values) {
        to.append(String.format(Locale.ROOT, form.replace("%n", "\n"), values));
    }

    private double x(double tens) {
        return 70 + 430 * (tens - left) / (right - left);
    }

    private double y(double tens) {
        return 350 - 320 * (tens - bottom) / (top - bottom);
    }

    private double least(int axis) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point[axis])
                .min()
                .orElse(1);
    }

    private double most(int axis) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point[axis])
                .max()
                .orElse(10);
    }

    private static String plain(double tens) {
        double value = Math.pow(10, tens);
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
