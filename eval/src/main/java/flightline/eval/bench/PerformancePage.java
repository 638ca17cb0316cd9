package flightline.eval.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes what was measured as a table on the terminal, and as a page with a plot beside it. */
final class PerformancePage {
    private static final String[] COLOURS = {"#0b3d91", "#b45309", "#047857", "#7c3aed", "#be123c"};

    private PerformancePage() {}

    static void print(List<Measured> all, PrintStream out) {
        for (Measured one : all) {
            out.printf(
                    Locale.ROOT,
                    "%n%d passages: %.0f taken in a second (without the model), index %d MiB, heap %d MiB, recall of the ten nearest %.3f%n",
                    one.passages(),
                    one.rate(),
                    one.bytes() >> 20,
                    one.heap() >> 20,
                    one.recall());
            out.printf(
                    Locale.ROOT,
                    "%-16s %6s %8s %9s %8s %8s %8s %8s%n",
                    "way",
                    "seen %",
                    "callers",
                    "first ms",
                    "p50 ms",
                    "p95 ms",
                    "p99 ms",
                    "p50 cpu");
            for (Measured.Row row : one.rows())
                out.printf(
                        Locale.ROOT,
                        "%-16s %6s %8d %9.1f %8.2f %8.2f %8.2f %8.2f%n",
                        row.way(),
                        row.filter(),
                        row.callers(),
                        row.first(),
                        row.times().at(0.5),
                        row.times().at(0.95),
                        row.times().at(0.99),
                        row.times().cpuAt(0.5));
        }
    }

    /** Writes the page, and {@code performance.svg} beside it. */
    static void write(List<Measured> all, Path page) throws IOException {
        var text = new StringBuilder("""
                # Speed

                Made by `./flightline bench`. Passages are varied from real ones, so that words keep their frequencies; vectors are real ones
                moved by a seeded step. 200 questions of four to nine words that stand together in the text, three rounds after one to warm,
                the ten best. *Flightline* is the whole search: words, identifiers and vectors in one ranking, under access and day in force.
                *Lucene* is the same index asked for words alone (BM25 in the text) and for vectors alone, under the same access.

                ![Time of a search by size of the library](performance.svg)

                | passages | taken in a second | index, MiB | heap, MiB | recall of the ten nearest |
                | --- | --- | --- | --- | --- |
                """);
        for (Measured one : all)
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %d | %d | %.3f |%n",
                    one.passages(),
                    one.rate(),
                    one.bytes() >> 20,
                    one.heap() >> 20,
                    one.recall()));
        text.append(
                "\n| passages | way | seen, % | callers | first, ms | p50, ms | p95, ms | p99, ms | p50 of the processor, ms |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Measured one : all)
            for (Measured.Row row : one.rows())
                text.append(String.format(
                        Locale.ROOT,
                        "| %,d | %s | %s | %d | %.1f | %.2f | %.2f | %.2f | %.2f |%n",
                        one.passages(),
                        row.way(),
                        row.filter(),
                        row.callers(),
                        row.first(),
                        row.times().at(0.5),
                        row.times().at(0.95),
                        row.times().at(0.99),
                        row.times().cpuAt(0.5)));
        Files.writeString(page, text.toString());
        Files.writeString(page.resolveSibling("performance.svg"), plot(all));
    }

    /** Median of one caller over the size, both axes by tens. */
    private static String plot(List<Measured> all) {
        Map<String, List<double[]>> lines = new LinkedHashMap<>();
        for (Measured one : all)
            for (Measured.Row row : one.rows())
                if (row.callers() == 1
                        && (row.filter().equals("100") || row.filter().equals("5")))
                    lines.computeIfAbsent(row.way() + ", " + row.filter() + " % seen", name -> new ArrayList<>())
                            .add(new double[] {one.passages(), row.times().at(0.95)});
        double left = Math.floor(Math.log10(least(lines, 0)));
        double right = Math.max(left + 1, Math.ceil(Math.log10(most(lines, 0))));
        double bottom = Math.floor(Math.log10(least(lines, 1)));
        double top = Math.max(bottom + 1, Math.ceil(Math.log10(most(lines, 1))));
        var svg = new StringBuilder();
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 420\" font-family=\"sans-serif\" font-size=\"14\">\n")
                .append("<title>95th percentile of a search by size of the library</title>\n")
                .append("<rect width=\"760\" height=\"420\" fill=\"#fff\"/>\n");
        for (double tens = left; tens <= right; tens++)
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%1$.1f 30V350\" stroke=\"#ddd\"/><text x=\"%1$.1f\" y=\"372\" text-anchor=\"middle\">%2$,.0f</text>%n",
                    x(tens, left, right),
                    Math.pow(10, tens)));
        for (double tens = bottom; tens <= top; tens++)
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M70 %1$.1fH500\" stroke=\"#ddd\"/><text x=\"62\" y=\"%2$.1f\" text-anchor=\"end\">%3$s</text>%n",
                    y(tens, bottom, top),
                    y(tens, bottom, top) + 5,
                    plain(Math.pow(10, tens))));
        svg.append("<text x=\"285\" y=\"400\" text-anchor=\"middle\">passages</text>\n")
                .append("<text x=\"20\" y=\"20\">p95 of one caller, milliseconds</text>\n");
        int colour = 0;
        for (var line : lines.entrySet()) {
            String ink = COLOURS[colour % COLOURS.length];
            String dash = line.getKey().endsWith("5 % seen") ? " stroke-dasharray=\"6 4\"" : "";
            var path = new StringBuilder();
            for (double[] point : line.getValue())
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        path.isEmpty() ? "M" : "L",
                        x(Math.log10(point[0]), left, right),
                        y(Math.log10(point[1]), bottom, top)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"%s/>%n",
                    path,
                    ink,
                    dash));
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M515 %1$dH545\" stroke=\"%2$s\" stroke-width=\"2.5\"%3$s/><text x=\"552\" y=\"%4$d\">%5$s</text>%n",
                    60 + colour * 26,
                    ink,
                    dash,
                    65 + colour * 26,
                    line.getKey()));
            colour++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(double tens, double left, double right) {
        return 70 + 430 * (tens - left) / (right - left);
    }

    private static double y(double tens, double bottom, double top) {
        return 350 - 320 * (tens - bottom) / (top - bottom);
    }

    private static double least(Map<String, List<double[]>> lines, int axis) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(p -> p[axis])
                .min()
                .orElse(1);
    }

    private static double most(Map<String, List<double[]>> lines, int axis) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(p -> p[axis])
                .max()
                .orElse(10);
    }

    private static String plain(double value) {
        return Optional.of(value)
                .filter(v -> v >= 1)
                .map(v -> String.format(Locale.ROOT, "%,.0f", v))
                .orElseGet(() -> Double.toString(value));
    }
}
