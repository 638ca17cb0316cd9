package flightline.app.cli;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.fleet.Chart;
import flightline.fleet.Figure;
import flightline.fleet.Finding;
import flightline.fleet.Grid;
import flightline.flow.FleetFlow.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer over all records as it stands on a terminal: the sentence, the table with bars, what must be known, the SQL. */
final class FleetPage {
    private static final int BAR = 16;
    private static final int MOST_ROWS = 40;

    private final Paint paint;
    private final int width;

    FleetPage(Paint paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    String of(Outcome outcome) {
        var page = new Page(paint, width).marking(outcome.marking());
        switch (outcome) {
            case Outcome.Answered(var id, var question, var finding, var audit, var millis) -> {
                page.blank().paragraph("", finding.sentence(), "").blank();
                table(page, finding.table(), finding);
                figures(page, finding);
                finding.caveats().forEach(caveat -> page.hanging("  · ", "  · ", caveat, paint::faint));
                page.blank();
                for (String line : finding.sql().whole().lines().toList()) page.line(paint.faint("  " + line));
                page.blank()
                        .line(paint.faint(
                                finding.behind() + " records · " + Math.round(millis) + " ms · audit " + audit));
            }
            case Outcome.NotEnough(var id, var question, var why, var nearest, var marking, var audit, var millis) -> {
                page.line(paint.amber("Not enough evidence")).paragraph("  ", why, "");
                if (!nearest.isEmpty()) page.line("  Could be asked:");
                nearest.forEach(one -> page.line("    flightline fleet \"" + one + "\""));
                page.line(paint.faint("  all forms: docs/fleet-questions.md · audit " + audit));
            }
            case Outcome.Denied(var id, var word, var clause, var why, var audit) ->
                page.line(paint.red(word + (clause.isEmpty() ? "" : " under " + clause)))
                        .paragraph("  ", why, "");
            case Outcome.Ran(var id, var sql, var table, var marking, var audit, var millis) -> {
                sql.lines().forEach(page::line);
                page.blank();
                grid(page, table);
                page.blank()
                        .line(paint.faint(table.rows().size() + (table.cut() ? " rows, there are more" : " rows")
                                + " · " + Math.round(millis) + " ms · audit " + audit));
            }
            case Outcome.NotRun(var id, var sql, var why, var marking, var audit) ->
                page.line(paint.red("Not run")).paragraph("  ", why, "");
        }
        return page.marking(outcome.marking()).toString();
    }

    /** Records behind a figure, one under the other. */
    String of(Figure figure, List<MaintenanceRecord> records) {
        Marking marking = records.stream().map(MaintenanceRecord::marking).reduce(Marking.UNMARKED, Marking::and);
        var page = new Page(paint, width).marking(marking);
        page.blank()
                .line(paint.bold("Behind " + figure.shown() + " (" + figure.name() + "): " + records.size() + " of "
                        + figure.behind() + " records"));
        for (MaintenanceRecord record : records) {
            page.line(paint.blue(record.id().value()) + "  "
                    + record.date().map(Object::toString).orElse("no date") + "  " + record.aircraft() + "  "
                    + String.join(" ", record.ata()));
            String complaint = record.complaint().isBlank() ? record.narrative() : record.complaint();
            page.paragraph("    ", complaint + (record.action().isBlank() ? "" : "  →  " + record.action()), "");
        }
        return page.marking(marking).toString();
    }

    private void table(Page page, Grid table, Finding finding) {
        List<Chart.Point> points = finding.chart().map(Chart::points).orElse(List.of());
        if (points.size() < table.rows().size()) {
            grid(page, table);
            return;
        }
        double most = points.stream().mapToDouble(Chart.Point::value).max().orElse(0);
        var header = new ArrayList<String>();
        header.add("");
        header.addAll(table.columns());
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < Math.min(MOST_ROWS, table.rows().size()); i++) {
            var cells = new ArrayList<String>();
            cells.add(Page.bar(most > 0 ? points.get(i).value() / most : 0, BAR));
            table.rows().get(i).forEach(cell -> cells.add(shown(cell)));
            rows.add(cells);
        }
        page.table(header, rows);
        more(page, table);
    }

    private void grid(Page page, Grid table) {
        page.table(
                table.columns(),
                table.rows().stream()
                        .limit(MOST_ROWS)
                        .map(row -> row.stream().map(FleetPage::shown).toList())
                        .toList());
        more(page, table);
    }

    private void more(Page page, Grid table) {
        if (table.rows().size() > MOST_ROWS)
            page.line(paint.faint("… and " + (table.rows().size() - MOST_ROWS) + " more rows (--json has them)"));
    }

    private void figures(Page page, Finding finding) {
        page.blank();
        int number = 0;
        for (Figure figure : finding.figures())
            page.line(paint.blue("[" + ++number + "]") + " " + figure.name() + ": " + figure.shown()
                    + (figure.unit().isEmpty() ? "" : " " + figure.unit())
                    + (figure.behind() > 0 ? paint.faint("  (--records " + number + ")") : ""));
        page.blank();
    }

    private static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> Figure.shown(number.doubleValue());
            default -> cell.toString().replaceAll("[\\p{Cntrl}]+", " ");
        };
    }
}
