package flightline.ingest.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A CALS table group laid out: every row with one cell per column. What spans several rows stands in each of them; what
 * spans several columns stands in each of those too, unless it spans the whole row, then it stands once, in the first. A row
 * that is left out still takes its place while the others are laid out.
 */
public final class TableGrid {
    // Far more than any page holds; a number beyond it is a mistake or an attack on memory.
    private static final int MOST_COLUMNS = 200;

    private record Span(int first, int last) {}

    /** @param element the row in the document, for its applicability */
    public record Line(XmlElement element, List<String> cells) {}

    private final Map<String, Integer> columnsByName = new HashMap<>();
    private final Map<String, Span> spansByName = new HashMap<>();
    private final Function<XmlElement, String> words;
    private final Predicate<XmlElement> leftOut;
    private int columns;

    /**
     * @param words turns a cell into text
     * @param leftOut rows that are no longer part of the table, and cells that are empty by now
     */
    public TableGrid(XmlElement group, Function<XmlElement, String> words, Predicate<XmlElement> leftOut) {
        this.words = words;
        this.leftOut = leftOut;
        int next = 0;
        for (XmlElement column : group.children("colspec")) {
            // Counted from 1; what claims to stand before the first column stands in it.
            int index = Math.max(1, number(column.attribute("colnum"), next + 1)) - 1;
            if (!column.attribute("colname").isEmpty()) columnsByName.put(column.attribute("colname"), index);
            next = index + 1;
            columns = Math.max(columns, next);
        }
        for (XmlElement span : group.children("spanspec"))
            spansByName.put(span.attribute("spanname"), span(span.attribute("namest"), span.attribute("nameend"), 0));
        columns = Math.max(columns, number(group.attribute("cols"), 1));
        for (XmlElement part : group.children())
            for (XmlElement row : part.children("row"))
                columns = Math.max(
                        columns, Math.min(MOST_COLUMNS, row.children("entry").size()));
    }

    /** The rows of a part: {@code thead}, {@code tbody} or {@code tfoot}. */
    public List<Line> rows(XmlElement part) {
        var lines = new ArrayList<Line>();
        var hanging = new String[columns];
        var hangsFor = new int[columns];
        for (XmlElement row : part.children("row")) {
            var cells = new String[columns];
            for (int c = 0; c < columns; c++)
                if (hangsFor[c] > 0) {
                    cells[c] = hanging[c];
                    hangsFor[c]--;
                }
            int free = 0;
            for (XmlElement entry : row.children("entry")) {
                while (free < columns && cells[free] != null) free++;
                Span span = place(entry, free);
                String text = leftOut.test(entry) ? "" : words.apply(entry);
                // Two entries that claim one column are an author's slip; neither may push the other out.
                if (span.first() < columns && cells[span.first()] != null) {
                    if (free < columns) span = new Span(free, free);
                    else text = (cells[span.first()] + " " + text).strip();
                }
                boolean wholeRow = span.first() == 0 && span.last() == columns - 1;
                int moreRows = number(entry.attribute("morerows"), 0);
                for (int c = span.first(); c <= span.last() && c < columns; c++) {
                    cells[c] = wholeRow && c > 0 ? "" : text;
                    hanging[c] = cells[c];
                    hangsFor[c] = moreRows;
                }
                free = span.last() < columns - 1 ? span.last() + 1 : 0;
            }
            if (!leftOut.test(row))
                lines.add(new Line(
                        row, Arrays.stream(cells).map(c -> c == null ? "" : c).toList()));
        }
        return lines;
    }

    /** One name per column out of any number of header rows, the upper before the lower. */
    public List<String> header(XmlElement head) {
        var names = new ArrayList<String>();
        var rows = rows(head);
        for (int c = 0; c < columns; c++) {
            int column = c;
            names.add(String.join(
                    " / ",
                    rows.stream()
                            .map(r -> r.cells().get(column))
                            .filter(t -> !t.isEmpty())
                            .distinct()
                            .toList()));
        }
        return names;
    }

    private Span place(XmlElement entry, int free) {
        Span named = spansByName.get(entry.attribute("spanname"));
        if (named != null) return named;
        if (!entry.attribute("namest").isEmpty())
            return span(entry.attribute("namest"), entry.attribute("nameend"), free);
        int at = columnsByName.getOrDefault(entry.attribute("colname"), free);
        return new Span(at, at);
    }

    private Span span(String from, String to, int otherwise) {
        int first = columnsByName.getOrDefault(from, otherwise);
        return new Span(first, Math.max(first, columnsByName.getOrDefault(to, first)));
    }

    private static int number(String stated, int otherwise) {
        return stated.matches("\\d{1,6}") ? Math.min(MOST_COLUMNS, Integer.parseInt(stated)) : otherwise;
    }
}
