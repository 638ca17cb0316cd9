package flightline.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page about how systems are told: figures, what the probabilities are worth, and whether any group fares worse than the
 * others. Made of a scorecard's lines alone, so that it can be made again from a file of details.
 */
public final class SystemsReport {
    /** Groups with fewer cases are drawn together. */
    private static final int LEAST = 10;

    private static final int WIDTH = 360;

    private SystemsReport() {}

    /** The page, as HTML without scripts and without anything from elsewhere. */
    public static String of(Scorecard card) {
        var page = new StringBuilder(ReportSheet.head("How systems are told"));
        page.append("<p>").append(card.cases()).append(" cases, each without its own record.</p>\n");
        figures(page, card.figures());
        page.append(
                "<h2>What the probabilities are worth</h2>\n<p>Each point is a tenth of the scale: how sure the first"
                        + " system was said to be, and how often it was right. On the line they are the same; the larger the point, the"
                        + " more cases.</p>\n");
        chart(page, "Chapters, two digits", reliability(card.details(), "chapterConfidence", "chapterRank"));
        chart(page, "Systems, four digits", reliability(card.details(), "confidence", "rank"));
        page.append(
                "<h2>Groups</h2>\n<p>Coverage is the share of cases whose right system is in the set that should hold it nine"
                        + " times in ten. Groups of 30 cases or more below 0.84 are marked.</p>\n");
        for (String by : List.of("chapter", "make", "model", "nature", "source")) group(page, card.details(), by);
        return page.append("</body></html>\n").toString();
    }

    private static void figures(StringBuilder page, Map<String, Double> figures) {
        page.append("<table><caption>Figures</caption>\n");
        figures.forEach((name, value) -> page.append("<tr><td>")
                .append(ReportSheet.escaped(name))
                .append("</td><td>")
                .append(
                        value > 1 && value == Math.rint(value)
                                ? Long.toString(Math.round(value))
                                : ReportSheet.number(value))
                .append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private static Reliability reliability(List<Map<String, Object>> details, String sure, String rank) {
        var reliability = new Reliability();
        for (Map<String, Object> one : details)
            if (one.get(sure) instanceof Number confidence && one.get(rank) instanceof Number place)
                reliability.add(Math.min(1, confidence.doubleValue()), place.intValue() == 1);
        return reliability;
    }

    private static void chart(StringBuilder page, String title, Reliability reliability) {
        List<Reliability.Bin> bins = reliability.bins();
        int most = bins.stream().mapToInt(Reliability.Bin::cases).max().orElse(1);
        page.append("<svg role=\"img\" width=\"")
                .append(WIDTH + 60)
                .append("\" height=\"")
                .append(WIDTH + 70)
                .append("\" viewBox=\"-45 -25 ")
                .append(WIDTH + 60)
                .append(' ')
                .append(WIDTH + 70)
                .append("\"><title>")
                .append(ReportSheet.escaped(title))
                .append("</title><text x=\"0\" y=\"-8\" font-weight=\"600\">")
                .append(ReportSheet.escaped(title))
                .append(", calibration error ")
                .append(ReportSheet.number(reliability.error()))
                .append("</text><rect width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(WIDTH)
                .append("\" fill=\"none\" stroke=\"#8c959f\"/><line x1=\"0\" y1=\"")
                .append(WIDTH)
                .append("\" x2=\"")
                .append(WIDTH)
                .append("\" y2=\"0\" stroke=\"#8c959f\" stroke-dasharray=\"4\"/>");
        for (Reliability.Bin bin : bins)
            page.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#0550ae\" fill-opacity=\"0.75\"><title>%d cases: said %.2f,"
                            + " right %.2f</title></circle>",
                    bin.confidence() * WIDTH,
                    (1 - bin.accuracy()) * WIDTH,
                    3 + 12 * Math.sqrt((double) bin.cases() / most),
                    bin.cases(),
                    bin.confidence(),
                    bin.accuracy()));
        for (int tick = 0; tick <= 10; tick += 2)
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" font-size=\"12\" text-anchor=\"middle\">%.1f</text><text x=\"-8\" y=\"%d\""
                            + " font-size=\"12\" text-anchor=\"end\">%.1f</text>",
                    tick * WIDTH / 10,
                    WIDTH + 16,
                    tick / 10.0,
                    WIDTH - tick * WIDTH / 10 + 4,
                    tick / 10.0));
        page.append("<text x=\"")
                .append(WIDTH / 2)
                .append("\" y=\"")
                .append(WIDTH + 36)
                .append("\" font-size=\"13\" text-anchor=\"middle\">said to be likely</text></svg>\n");
    }

    /** Counts of one group. */
    private static final class Group {
        private int cases;
        private int first;
        private int held;
        private double size;
        private double sure;

        void take(Map<String, Object> one) {
            boolean four = one.containsKey("rank");
            cases++;
            if (one.get(four ? "rank" : "chapterRank") instanceof Number rank && rank.intValue() == 1) first++;
            if (Boolean.TRUE.equals(one.get(four ? "inSet" : "inChapterSet"))) held++;
            if (one.get(four ? "setSize" : "chapterSetSize") instanceof Number many) size += many.doubleValue();
            if (one.get(four ? "confidence" : "chapterConfidence") instanceof Number how) sure += how.doubleValue();
        }
    }

    private static void group(StringBuilder page, List<Map<String, Object>> details, String by) {
        var groups = new TreeMap<String, Group>();
        var counts = new TreeMap<String, Integer>();
        for (Map<String, Object> one : details)
            if (one.get(by) instanceof String name && !name.isBlank()) counts.merge(name, 1, Integer::sum);
        if (counts.size() < 2) return;
        for (Map<String, Object> one : details)
            if (one.get(by) instanceof String name && !name.isBlank())
                groups.computeIfAbsent(
                                counts.getOrDefault(name, 0) >= LEAST ? name : "all smaller ones", n -> new Group())
                        .take(one);
        var sorted = new LinkedHashMap<String, Group>();
        groups.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue().cases, a.getValue().cases))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        page.append("<table><caption>By ")
                .append(by)
                .append("</caption>\n<tr><th>")
                .append(by)
                .append(
                        "</th><th>cases</th><th>first is right</th><th>said to be</th><th>coverage</th><th>mean set</th></tr>\n");
        sorted.forEach((name, group) -> {
            double coverage = (double) group.held / group.cases;
            page.append(group.cases >= 30 && coverage < 0.84 ? "<tr class=\"low\"><td>" : "<tr><td>")
                    .append(ReportSheet.escaped(name))
                    .append("</td><td>")
                    .append(group.cases)
                    .append("</td><td>")
                    .append(ReportSheet.number((double) group.first / group.cases))
                    .append("</td><td>")
                    .append(ReportSheet.number(group.sure / group.cases))
                    .append("</td><td>")
                    .append(ReportSheet.number(coverage))
                    .append("</td><td>")
                    .append(String.format(Locale.ROOT, "%.1f", group.size / group.cases))
                    .append("</td></tr>\n");
        });
        page.append("</table>\n");
    }
}
