package flightline.ingest.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** One table of a page, its spanning cells repeated in every column and row that they span. */
final class HtmlTable {
    /** A page may claim any span; wider tables than this nobody reads. */
    private static final int MOST_COLUMNS = 200;

    private final Element table;

    /** A cell that reaches into the rows below. */
    private record Reaching(String text, int rowsLeft) {}

    HtmlTable(Element table) {
        this.table = table;
    }

    String caption() {
        var captions = table.select("> caption");
        return captions.isEmpty() ? "" : HtmlBlocks.words(captions.getFirst());
    }

    /** Whether it lays out the page, so that what stands in its cells is read on its own: sections, and tables of data. */
    boolean laysOut() {
        boolean sections = !table.select("table table, td h1, td h2, td h3").isEmpty();
        boolean structured = sections || !table.select("td ol").isEmpty();
        if (!structured) return false;
        Elements rows = rows();
        boolean oneColumn =
                rows.stream().allMatch(row -> row.select("> td, > th").size() <= 1);
        return oneColumn || (sections && rows.stream().noneMatch(HtmlTable::namesColumns));
    }

    List<TableLine> lines() {
        List<TableLine> lines = new ArrayList<>();
        List<Reaching> reaching = new ArrayList<>();
        for (Element row : rows()) lines.add(line(row, reaching));
        return lines;
    }

    private Elements rows() {
        return table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    }

    private static boolean namesColumns(Element row) {
        Elements own = row.select("> td, > th");
        return own.size() > 1 && isHeading(row, own);
    }

    private static boolean isHeading(Element row, Elements own) {
        Element part = row.parent();
        boolean head = part != null && part.normalName().equals("thead");
        return !own.isEmpty()
                && (head || own.stream().allMatch(c -> c.normalName().equals("th")));
    }

    private static TableLine line(Element row, List<Reaching> reaching) {
        Elements own = row.select("> td, > th");
        boolean heading = isHeading(row, own);
        boolean alone = own.size() == 1
                && span(own.getFirst(), "colspan") > 1
                && reaching.stream().noneMatch(above -> above.rowsLeft() > 0);
        List<String> cells = new ArrayList<>();
        int next = 0;
        while (cells.size() < MOST_COLUMNS && (next < own.size() || cells.size() < reaching.size())) {
            int column = cells.size();
            while (reaching.size() <= column) reaching.add(new Reaching("", 0));
            Reaching above = reaching.get(column);
            if (above.rowsLeft() > 0) {
                cells.add(above.text());
                reaching.set(column, new Reaching(above.text(), above.rowsLeft() - 1));
                continue;
            }
            if (next == own.size()) {
                cells.add("");
                continue;
            }
            Element cell = own.get(next++);
            String text = HtmlBlocks.words(cell);
            int rows = span(cell, "rowspan");
            for (int i = span(cell, "colspan"); i > 0 && cells.size() < MOST_COLUMNS; i--) {
                while (reaching.size() <= cells.size()) reaching.add(new Reaching("", 0));
                reaching.set(cells.size(), new Reaching(text, rows - 1));
                cells.add(text);
            }
        }
        return alone && !heading && !cells.isEmpty()
                ? TableLine.across(cells.getFirst(), cells.size())
                : new TableLine(cells, heading);
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return span.matches("[1-9]\\d{0,3}") ? Integer.parseInt(span) : 1;
    }
}
