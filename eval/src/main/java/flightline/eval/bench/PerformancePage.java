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

/** Writes what was measured as tables on the terminal, and as a page with plots beside it. */
final class PerformancePage {
    private static final String INTRODUCTION = """
            # Speed as the library grows

            Written by `./flightline bench 10000 100000 … --page docs/performance.md`. Passages are varied from real ones by a seeded generator: every fifth word gives way to
            one drawn from all words of the real text as often as it stands there, digits are drawn anew. A vector is the real passage's own (bge-small, 384 numbers), moved by
            a seeded step that leaves a likeness of 0.93, so that neighbours stay neighbours: a million vectors of the model would take hours. Documents carry one of four
            markings and one of four lists of models, in shares of 0.5, 4.5, 45 and 50 %.

            Asked are runs of four to nine words that stand together in the real text: 100 to warm, 200 others counted. The ten best; 200 candidates by words and 200 by vectors.
            *Fused* is the whole search: words, identifiers and vectors in one ranking, under access, effectivity and the day in force, passages read, equal texts joined. *Words*
            and *vectors* are its halves. *Lucene* is the same index asked by Lucene alone with the same count of candidates and the same access: BM25 in the one field of words
            without stop words, and its vector search with a filter. Times on the clock hold whatever else the machine did; the processor's time of the asking thread does not.
            The vectors of the questions are computed beforehand: the model takes 2 to 5 ms for one.
            """;

    private PerformancePage() {}

    /** @param hot the steps of an answer, each by itself */
    static void print(List<Measured> all, List<HotPathRun.HotPath> hot, PrintStream out) {
        out.println(sizes(all));
        out.println(times(all));
        out.println(HotPathRun.table(hot));
    }

    /** Writes the page, and its plots beside it. */
    static void write(List<Measured> all, List<HotPathRun.HotPath> hot, Path page) throws IOException {
        Files.writeString(
                page,
                INTRODUCTION
                        + (all.size() > 1 ? "\n![Time of a search by size of the library](performance.svg)\n" : "")
                        + "\n## Sizes\n\n"
                        + sizes(all)
                        + "\n## Times\n\n"
                        + times(all)
                        + "\n## Growth and comparison\n\n"
                        + growth(all)
                        + "\n![Time of a search by what may be found](performance-filters.svg)\n"
                        + "\n## Hot paths\n\nThe steps of an answer, each by itself, measured by JMH over the complaints of the sample library and the smallest of the sizes.\n\n"
                        + HotPathRun.table(hot));
        // One size alone is no line.
        if (all.size() > 1)
            Files.writeString(
                    page.resolveSibling("performance.svg"), bySize(all).svg());
        Files.writeString(
                page.resolveSibling("performance-filters.svg"),
                byFilter(all.getLast()).svg());
    }

    private static String sizes(List<Measured> all) {
        var text = new StringBuilder(
                "| passages | taken in a second | in a second of processor | index, MiB | segments | heap in use, MiB | recall@10 of vectors: all | 50 % seen | 5 % | 0.5 % |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Measured one : all) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %.0f | %d | %d | %d |",
                    one.passages(),
                    one.rate(),
                    one.cpuRate(),
                    one.bytes() >> 20,
                    one.segments(),
                    one.heap() >> 20));
            for (Measured.Recall recall : one.recalls())
                text.append(String.format(Locale.ROOT, " %.3f |", recall.value()));
            text.append('\n');
        }
        return text.toString();
    }

    private static String times(List<Measured> all) {
        var text = new StringBuilder(
                "| passages | way | filter | comes through, % | callers | first, ms | p50, ms | p95, ms | p99, ms | processor p50, ms | p95, ms |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Measured one : all)
            for (Measured.Row row : one.rows())
                text.append(String.format(
                        Locale.ROOT,
                        "| %,d | %s | %s | %s | %d | %.1f | %.2f | %.2f | %.2f | %.2f | %.2f |\n",
                        one.passages(),
                        row.way(),
                        row.asked().filter(),
                        row.asked().share(),
                        row.callers(),
                        row.first(),
                        row.times().at(0.5),
                        row.times().at(0.95),
                        row.times().at(0.99),
                        row.times().cpuAt(0.5),
                        row.times().cpuAt(0.95)));
        return text.toString();
    }

    /** By processor's time, which other work on the machine does not lengthen. */
    private static String growth(List<Measured> all) {
        var text = new StringBuilder(
                "| passages | processor p50, times the size before: fused | words | vectors "
                        + "| words, times Lucene's (p50) | times Lucene's with the same words | times Lucene's with the same query | vectors, times Lucene's (p50) |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (int i = 0; i < all.size(); i++) {
            text.append(String.format(Locale.ROOT, "| %,d |", all.get(i).passages()));
            for (String way : List.of(Measured.FUSED, Measured.WORDS, Measured.VECTORS))
                if (i == 0) text.append(" – |");
                else
                    text.append(
                            String.format(Locale.ROOT, " %.2f |", half(all.get(i), way) / half(all.get(i - 1), way)));
            text.append(String.format(
                    Locale.ROOT,
                    " %.2f | %.2f | %.2f | %.2f |\n",
                    half(all.get(i), Measured.WORDS) / half(all.get(i), Measured.LUCENE_WORDS),
                    half(all.get(i), Measured.WORDS) / half(all.get(i), Measured.SAME_WORDS),
                    half(all.get(i), Measured.WORDS) / half(all.get(i), Measured.SAME_QUERY),
                    half(all.get(i), Measured.VECTORS) / half(all.get(i), Measured.LUCENE_VECTORS)));
        }
        return text.toString();
    }

    private static double half(Measured one, String way) {
        return row(one, way, Asked.ALL).orElseThrow().times().cpuAt(0.5);
    }

    private static Optional<Measured.Row> row(Measured one, String way, Asked asked) {
        return one.rows().stream()
                .filter(row -> row.way().equals(way) && row.asked().equals(asked) && row.callers() == 1)
                .findFirst();
    }

    private static Plot bySize(List<Measured> all) {
        Map<String, List<double[]>> lines = new LinkedHashMap<>();
        for (Measured one : all)
            for (Measured.Row row : one.rows())
                if (row.callers() == 1
                        && (row.asked().equals(Asked.ALL)
                                || (row.asked().filter().equals("access")
                                        && row.asked().share().equals("5")
                                        && row.way().equals(Measured.FUSED))))
                    lines.computeIfAbsent(
                                    row.way() + (row.asked().equals(Asked.ALL) ? "" : ", 5 % seen"),
                                    name -> new ArrayList<>())
                            .add(new double[] {one.passages(), row.times().cpuAt(0.95)});
        return new Plot(
                "95th percentile of a search by size of the library",
                "passages",
                "p95 of one caller, milliseconds of processor",
                lines);
    }

    private static Plot byFilter(Measured largest) {
        Map<String, List<double[]>> lines = new LinkedHashMap<>();
        for (Measured.Row row : largest.rows())
            if (row.callers() == 1 && !row.asked().byEffectivity())
                lines.computeIfAbsent(row.way(), name -> new ArrayList<>()).add(new double[] {
                    Double.parseDouble(row.asked().share()), row.times().cpuAt(0.95)
                });
        return new Plot(
                "95th percentile of a search by the share that may be found",
                "share of the passages that may be found, %",
                String.format(
                        Locale.ROOT,
                        "p95 of one caller over %,d passages, milliseconds of processor",
                        largest.passages()),
                lines);
    }
}
