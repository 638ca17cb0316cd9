package flightline.ingest.text;

import flightline.corpus.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One table of values parted by commas: {@code .. csv-table::} with its options. A value in quotes holds commas, and may go on over lines. */
final class RstCommaTable {
    private static final Pattern OPTION = Pattern.compile(":([\\w-]+):\\s*+(.*)");

    private final TextLines lines;
    private final TextBlocks out;
    private List<String> header = List.of();
    private int headerRows;
    private char delimiter = ',';
    private char quote = '"';

    /** Values between two offsets of the source. */
    private record Values(List<String> cells, int start, int end) {}

    RstCommaTable(TextLines lines, TextBlocks out) {
        this.lines = lines;
        this.out = out;
    }

    /** Takes an option on the lines from {@code from} to before {@code to}. */
    void option(int from, int to) {
        Matcher option = OPTION.matcher(lines.stripped(from));
        if (!option.matches()) return;
        String value = option.group(2).strip();
        switch (option.group(1)) {
            case "header" -> {
                int start = lines.content(from) + option.start(2);
                var values = values(start, lines.end(to - 1));
                if (!values.isEmpty()) header = values.getFirst().cells();
            }
            case "header-rows" -> headerRows = value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
            case "delim" ->
                delimiter = switch (value) {
                    case "tab" -> '\t';
                    case "space" -> ' ';
                    default -> value.isEmpty() ? ',' : value.charAt(0);
                };
            case "quote" -> quote = value.isEmpty() ? '"' : value.charAt(0);
            default -> {}
        }
    }

    /** Writes the table that stands on the lines from {@code from} to before {@code to}. */
    void write(String caption, int from, int to) {
        int first = lines.nextFilled(from, to);
        if (first >= to) return;
        List<Values> all = values(lines.content(first), lines.end(to - 1));
        List<String> names = header;
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i < headerRows) names = new TableLine(all.get(i).cells(), true).below(names);
            else
                rows.add(out.row(
                        all.get(i).cells(), all.get(i).start(), all.get(i).end()));
        }
        if (!all.isEmpty())
            out.table(
                    caption, names, rows, all.getFirst().start(), all.getLast().end());
    }

    private List<Values> values(int from, int to) {
        String text = out.source();
        List<Values> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int start = from;
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = from; at <= to; at++) {
            char c = at < to ? text.charAt(at) : '\n';
            boolean open = quoted && at < to;
            if (open && c == quote && at + 1 < to && text.charAt(at + 1) == quote) {
                cell.append(c);
                at++;
            } else if (c == quote && (open || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (!open && (c == delimiter || c == '\n')) {
                cells.add(RstInline.words(cell.toString()));
                cell.setLength(0);
                if (c == delimiter) continue;
                if (cells.stream().anyMatch(value -> !value.isEmpty())) rows.add(new Values(cells, start, at));
                cells = new ArrayList<>();
                start = at + 1;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
