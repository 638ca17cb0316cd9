package flightline.ingest.text;

import flightline.corpus.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tables drawn with {@code ===} or {@code +---+}, and tables written as lists. */
final class RstTables {
    private static final Pattern SIMPLE_BORDER = Pattern.compile("=+(?:[ \\t]+=+)+");
    private static final Pattern SPAN_LINE = Pattern.compile("-+(?:[ \\t]+-+)*");
    private static final Pattern GRID_BORDER = Pattern.compile("\\+(?:[-=]+\\+)+");
    private static final Pattern GRID_LINE = Pattern.compile("[|+].*[|+]");
    private static final Pattern COLUMN = Pattern.compile("=+");
    private static final Pattern CELL = Pattern.compile("^(\\s*)(?:\\*\\s+)?-(?:\\s+(.*))?$");

    private final TextLines lines;
    private final TextBlocks out;

    RstTables(TextLines lines, TextBlocks out) {
        this.lines = lines;
        this.out = out;
    }

    /** Reads a table that begins at the line; the line after it, or {@code line} where there is none. */
    int read(int line, int to, String caption) {
        String text = lines.stripped(line);
        if (SIMPLE_BORDER.matcher(text).matches()) return simple(line, to, caption);
        if (GRID_BORDER.matcher(text).matches()) return grid(line, to, caption);
        return line;
    }

    private int simple(int line, int to, String caption) {
        List<Integer> borders = new ArrayList<>();
        borders.add(line);
        int end = line + 1;
        for (; end < to; end++) {
            if (!SIMPLE_BORDER.matcher(lines.stripped(end)).matches()) continue;
            borders.add(end);
            if (end + 1 >= to || lines.blank(end + 1)) break;
        }
        if (borders.size() < 2) return line;
        List<int[]> columns = columns(line);
        int last = borders.getLast();
        boolean headed = borders.size() > 2;
        int bodyFrom = headed ? borders.get(1) + 1 : line + 1;
        List<String> header = headed ? cells(line + 1, bodyFrom - 1, columns) : List.of();
        List<Block.Row> rows = new ArrayList<>();
        int rowFrom = bodyFrom;
        for (int i = bodyFrom; i <= last; i++) {
            boolean ends = i == last
                    || lines.blank(i)
                    || SPAN_LINE.matcher(lines.stripped(i)).matches()
                    || (i > rowFrom && !cell(i, columns.getFirst()).isBlank());
            if (!ends) continue;
            if (i > rowFrom) row(rows, rowFrom, i, columns);
            rowFrom = lines.blank(i)
                            || i == last
                            || SPAN_LINE.matcher(lines.stripped(i)).matches()
                    ? i + 1
                    : i;
        }
        out.table(caption, header, rows, lines.start(line), lines.end(last));
        return last + 1;
    }

    private int grid(int line, int to, String caption) {
        int end = line + 1;
        while (end < to && GRID_LINE.matcher(lines.stripped(end)).matches()) end++;
        if (end - line < 3) return line;
        var drawn = new ArrayList<String>();
        for (int i = line; i < end; i++) drawn.add(lines.text(i));
        RstGrid grid = RstGrid.of(drawn);
        if (grid.columns() == 0 || grid.rows() == 0) return line;
        List<String> header = List.of();
        List<Block.Row> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<String> cells = grid.cells(row);
            if (row < grid.headRows()) header = new TableLine(cells, true).below(header);
            else if (grid.first(row) < grid.end(row) && cells.stream().anyMatch(cell -> !cell.isBlank()))
                rows.add(out.row(cells, lines.content(line + grid.first(row)), lines.end(line + grid.end(row) - 1)));
        }
        out.table(caption, header, rows, lines.start(line), lines.end(end - 1));
        return end;
    }

    /** Rows begin with {@code * -}, further cells with {@code -}; the first row is the header where options say so. */
    void listTable(String caption, int from, int to) {
        List<Integer> starts = new ArrayList<>();
        for (int i = from; i < to; i++) if (lines.stripped(i).matches("\\*\\s+-(?:\\s.*)?")) starts.add(i);
        List<Block.Row> rows = new ArrayList<>();
        List<String> header = List.of();
        for (int r = 0; r < starts.size(); r++) {
            int end = r + 1 < starts.size() ? starts.get(r + 1) : to;
            List<String> cells = listCells(starts.get(r), end);
            if (r == 0 && headed(from)) header = cells;
            else rows.add(out.row(cells, lines.content(starts.get(r)), lines.end(end - 1)));
        }
        if (!starts.isEmpty()) out.table(caption, header, rows, lines.content(starts.getFirst()), lines.end(to - 1));
    }

    /** Options stand above the content, so the header's option is looked for among the lines before it. */
    private boolean headed(int content) {
        for (int i = content - 1; i >= 0 && lines.stripped(i).startsWith(":"); i--)
            if (lines.stripped(i).matches(":header-rows:\\s*[1-9].*")) return true;
        return false;
    }

    private List<String> listCells(int from, int to) {
        List<String> cells = new ArrayList<>();
        int dash = lines.text(from).indexOf('-');
        for (int i = from; i < to; i++) {
            Matcher cell = CELL.matcher(lines.text(i));
            boolean starts = cell.matches() && lines.text(i).indexOf('-') == dash;
            if (starts) cells.add(RstInline.words(cell.group(2) == null ? "" : cell.group(2)));
            else if (!cells.isEmpty() && !lines.blank(i))
                cells.set(cells.size() - 1, (cells.getLast() + " " + RstInline.words(lines.text(i))).strip());
        }
        return cells;
    }

    private void row(List<Block.Row> rows, int from, int to, List<int[]> columns) {
        List<String> cells = cells(from, to, columns);
        if (cells.stream().allMatch(String::isBlank)) return;
        rows.add(out.row(cells, lines.content(from), lines.end(to - 1)));
    }

    private List<String> cells(int from, int to, List<int[]> columns) {
        List<String> cells = new ArrayList<>();
        for (int[] column : columns) {
            var words = new StringBuilder();
            for (int i = from; i < to; i++) words.append(cell(i, column)).append(' ');
            cells.add(RstInline.words(words.toString()));
        }
        return cells;
    }

    private String cell(int line, int[] column) {
        String text = lines.text(line);
        int from = Math.min(column[0], text.length());
        int to = Math.min(column[1], text.length());
        return text.substring(from, to).strip();
    }

    /** From each column's first character to the next column; the last runs to the line's end. */
    private List<int[]> columns(int border) {
        List<int[]> columns = new ArrayList<>();
        for (Matcher bar = COLUMN.matcher(lines.text(border)); bar.find(); ) {
            if (!columns.isEmpty()) columns.getLast()[1] = bar.start();
            columns.add(new int[] {bar.start(), Integer.MAX_VALUE});
        }
        return columns;
    }
}
