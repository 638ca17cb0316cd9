package flightline.evaluation;

import flightline.evaluation.DriftReport.Bar;
import flightline.evaluation.DriftReport.Finding;
import flightline.evaluation.DriftReport.Standing;
import flightline.evaluation.DriftReport.Week;
import java.util.List;
import java.util.Locale;

/** A report of a month as a page: what changed first, then a chart of each measure in both periods and week by week. */
public final class DriftPage {
    private static final int ROW = 22;
    private static final int LABELS = 150;
    private static final int BARS = 230;
    private static final int WEEKS = 340;
    private static final int TALL = 150;
    /** Of kinds, the commonest; the rest stands in the table of the JSON. */
    private static final int MOST_BARS = 14;

    private final DriftReport report;
    private final StringBuilder page = new StringBuilder(ReportSheet.head("What changed in service"));

    private DriftPage(DriftReport report) {
        this.report = report;
    }

    /** The page, as HTML without scripts and without anything from elsewhere. */
    public static String of(DriftReport report) {
        return new DriftPage(report).whole();
    }

    private String whole() {
        say(
                "%s to %s, %d requests, beside %s to %s, %d requests.",
                report.now().from(),
                report.now().until().minusDays(1),
                report.now().requests(),
                report.before().from(),
                report.before().until().minusDays(1),
                report.before().requests());
        say(
                "Days of both periods were dealt out anew %s times for each measure; a measure is an alarm where chance would"
                        + " part them so far too seldom, and where the difference matters. Where nothing changed, at most 1 report in %d"
                        + " raises any alarm.",
                "4,999", Math.round(1 / DriftWatch.FALSE_ALARMS));
        summary();
        changes();
        report.findings().stream()
                .filter(finding -> finding.standing() != Standing.TOO_LITTLE)
                .forEach(this::finding);
        return page.append("</body></html>\n").toString();
    }

    private void summary() {
        page.append(
                "<table><caption>All measures</caption>\n<tr><th>measure</th><th>before</th><th>now</th><th>distance</th>"
                        + "<th>chance</th><th>alarm from</th><th></th></tr>\n");
        for (Finding one : report.findings()) {
            page.append(one.standing() == Standing.ALARM ? "<tr class=\"low\"><td>" : "<tr><td>")
                    .append(one.measure().title())
                    .append("</td>");
            cell(Long.toString(one.before()));
            cell(Long.toString(one.now()));
            cell(one.shift().map(shift -> ReportSheet.number(shift.distance())).orElse(""));
            cell(one.shift().map(shift -> chance(shift.chance())).orElse(""));
            cell(one.shift().isPresent() ? chance(one.limit()) : "");
            cell(word(one.standing()));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void cell(String text) {
        page.append("<td>").append(ReportSheet.escaped(text)).append("</td>");
    }

    private void changes() {
        if (report.changes().isEmpty()) return;
        page.append("<table><caption>What people changed meanwhile</caption>\n");
        report.changes()
                .forEach(change -> page.append("<tr><td>")
                        .append(change.day())
                        .append("</td><td>")
                        .append(ReportSheet.escaped(change.what()))
                        .append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private void finding(Finding one) {
        page.append("<h2>")
                .append(one.measure().title())
                .append(one.standing() == Standing.ALARM ? ": changed" : "")
                .append("</h2>\n");
        say("%s. %s", capital(one.measure().what()), one.said());
        bars(one);
        weeks(one);
    }

    private void bars(Finding one) {
        List<Bar> bars = one.bars().subList(0, Math.min(MOST_BARS, one.bars().size()));
        double most = Math.max(
                0.01,
                bars.stream()
                        .mapToDouble(bar -> Math.max(bar.before(), bar.now()))
                        .max()
                        .orElse(1));
        int height = bars.size() * ROW + 40;
        draw(
                "<svg role=\"img\" width=\"%d\" height=\"%d\"><title>%s, shares before and now</title>"
                        + "<rect x=\"%d\" y=\"2\" width=\"12\" height=\"8\" fill=\"#8c959f\"/><text x=\"%d\" y=\"11\" font-size=\"12\">before</text>"
                        + "<rect x=\"%d\" y=\"2\" width=\"12\" height=\"8\" fill=\"#0550ae\"/><text x=\"%d\" y=\"11\" font-size=\"12\">now</text>",
                LABELS + BARS + 90, height, one.measure().title(), LABELS, LABELS + 16, LABELS + 80, LABELS + 96);
        int y = 26;
        for (Bar bar : bars) {
            draw(
                    "<text x=\"%d\" y=\"%d\" font-size=\"13\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"7\" fill=\"#8c959f\"/>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"7\" fill=\"#0550ae\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" font-size=\"12\">%.0f / %.0f %%</text>",
                    LABELS - 8,
                    y + 11,
                    ReportSheet.escaped(bar.label()),
                    LABELS,
                    y,
                    bar.before() / most * BARS,
                    LABELS,
                    y + 8,
                    bar.now() / most * BARS,
                    LABELS + Math.max(bar.before(), bar.now()) / most * BARS + 6,
                    y + 11,
                    100 * bar.before(),
                    100 * bar.now());
            y += ROW;
        }
        page.append("</svg>\n");
    }

    private void weeks(Finding one) {
        List<Week> weeks = one.weeks();
        if (weeks.size() < 3) return;
        String told = one.measure().isOrdered()
                ? "mean, week by week; 0 is '" + one.bars().getFirst().label() + "', 1 is '"
                        + one.bars().getLast().label() + "'"
                : "share of '" + one.bars().getFirst().label() + "', week by week";
        double from = weeks.stream().mapToDouble(Week::value).min().orElse(0);
        double to = weeks.stream().mapToDouble(Week::value).max().orElse(1);
        double low = Math.max(0, from - 0.05);
        double high = Math.min(1, to + 0.05);
        draw(
                "<svg role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"-40 -24 %d %d\"><title>%s</title>"
                        + "<text x=\"0\" y=\"-10\" font-size=\"12\">%s</text>"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#8c959f\"/>",
                WEEKS + 60,
                TALL + 60,
                WEEKS + 60,
                TALL + 60,
                ReportSheet.escaped(told),
                ReportSheet.escaped(told),
                WEEKS,
                TALL);
        var points = new StringBuilder();
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            double x = (i + 0.5) / weeks.size() * WEEKS;
            double y = (high - week.value()) / Math.max(1e-9, high - low) * TALL;
            boolean after = !week.monday().isBefore(report.now().from());
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            draw(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"><title>week of %s: %.3f of %d</title></circle>",
                    x, y, after ? "#0550ae" : "#8c959f", week.monday(), week.value(), week.count());
        }
        draw("<polyline points=\"%s\" fill=\"none\" stroke=\"#57606a\"/>", points);
        draw(
                "<text x=\"-6\" y=\"10\" font-size=\"12\" text-anchor=\"end\">%.2f</text>"
                        + "<text x=\"-6\" y=\"%d\" font-size=\"12\" text-anchor=\"end\">%.2f</text>"
                        + "<text x=\"0\" y=\"%d\" font-size=\"12\">%s</text>"
                        + "<text x=\"%d\" y=\"%d\" font-size=\"12\" text-anchor=\"end\">%s</text></svg>\n",
                high,
                TALL,
                low,
                TALL + 18,
                weeks.getFirst().monday(),
                WEEKS,
                TALL + 18,
                weeks.getLast().monday());
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that is not used here
    private void say(String words, Object... with) {
        page.append("<p>")
                .append(ReportSheet.escaped(String.format(Locale.ROOT, words, with)))
                .append("</p>\n");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void draw(String shape, Object... with) {
        page.append(String.format(Locale.ROOT, shape, with));
    }

    private static String chance(double chance) {
        return String.format(Locale.ROOT, "%.4f", chance);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case STEADY -> "steady";
            case ALARM -> "changed";
            case TOO_LITTLE -> "too little";
        };
    }
}
