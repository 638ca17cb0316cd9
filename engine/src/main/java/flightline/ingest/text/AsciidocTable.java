package flightline.ingest.text;

import flightline.corpus.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One table between lines of {@code |===}, its cells parted by bars; spans are repeated in what they span. */
final class AsciidocTable {
    private static final int MOST_COLUMNS = 200;
    private static final Pattern CELL = Pattern.compile(
            "(?<=^|\\s)(?:(\\d{1,3})?(?:\\.(\\d{1,4}))?\\+|(\\d{1,3})\\*)?[<^>.]{0,4}[aehlmdsv]?\\|(?<!\\\\\\|)");
    private static final Pattern COUNT = Pattern.compile("cols\\s*=\\s*\"?([^\"\\]]+)\"?");

    private final TextLines lines;
    private final TextBlocks out;
    private final int from;
    private final int to;

    /** A cell with its place in the source. */
    private record Cell(String text, int across, int down, int start, int end) {}

    /** Lines between the bars. */
    AsciidocTable(TextLines lines, TextBlocks out, int from, int to) {
        this.lines = lines;
        this.out = out;
        this.from = from;
        this.to = to;
    }

    void write(String caption, String options) {
        List<Cell> cells = new ArrayList<>();
        int columns = declared(options);
        int firstLine = 0;
        for (int line = from; line < to; line++) {
            int before = cells.size();
            line(line, cells);
            if (firstLine == 0 && cells.size() > before)
                firstLine = cells.stream().mapToInt(Cell::across).sum();
        }
        if (cells.isEmpty()) return;
        int width = Math.clamp(columns > 0 ? columns : firstLine, 1, MOST_COLUMNS);
        int first = lines.nextFilled(from, to);
        boolean implied = first == from && first + 1 < to && lines.blank(first + 1) && first + 2 < to && columns >= 0;
        boolean headed = options.matches("(?s).*(?:%header|header).*") || (implied && !options.contains("noheader"));
        rows(caption, cells, width, headed);
    }

    private void rows(String caption, List<Cell> cells, int width, boolean headed) {
        List<Block.Row> rows = new ArrayList<>();
        List<String> header = List.of();
        String[] above = new String[width];
        int[] left = new int[width];
        boolean first = true;
        for (int next = 0; next < cells.size(); ) {
            List<String> row = new ArrayList<>();
            int start = cells.get(next).start();
            int end = start;
            while (row.size() < width) {
                int column = row.size();
                if (left[column] > 0) {
                    left[column]--;
                    row.add(above[column]);
                    continue;
                }
                if (next == cells.size()) break;
                Cell cell = cells.get(next++);
                end = cell.end();
                for (int i = 0; i < cell.across() && row.size() < width; i++) {
                    above[row.size()] = cell.text();
                    left[row.size()] = cell.down() - 1;
                    row.add(cell.text());
                }
            }
            if (first && headed) header = row;
            else rows.add(out.row(row, start, end));
            first = false;
        }
        out.table(
                caption, header, rows, cells.getFirst().start(), cells.getLast().end());
    }

    private void line(int line, List<Cell> cells) {
        String text = lines.text(line);
        Matcher bar = CELL.matcher(text);
        int start = -1;
        int across = 1;
        int down = 1;
        int copies = 1;
        boolean any = false;
        while (bar.find()) {
            if (any) add(cells, line, start, bar.start(), across, down, copies);
            else if (!cells.isEmpty()) more(cells, line, bar.start());
            any = true;
            start = bar.end();
            across = bar.group(1) == null ? 1 : Integer.parseInt(bar.group(1));
            down = bar.group(2) == null ? 1 : Integer.parseInt(bar.group(2));
            copies = bar.group(3) == null ? 1 : Integer.parseInt(bar.group(3));
        }
        if (any) add(cells, line, start, text.length(), across, down, copies);
        else if (!cells.isEmpty()) more(cells, line, text.length());
    }

    private void add(List<Cell> cells, int line, int start, int end, int across, int down, int copies) {
        String words = AsciidocInline.words(lines.text(line).substring(start, end));
        for (int i = 0; i < Math.min(copies, MOST_COLUMNS); i++)
            cells.add(new Cell(
                    words,
                    Math.clamp(across, 1, MOST_COLUMNS),
                    Math.max(1, down),
                    lines.start(line) + start,
                    lines.start(line) + end));
    }

    /** A cell goes on over lines until the next bar. */
    private void more(List<Cell> cells, int line, int end) {
        String words = AsciidocInline.words(lines.text(line).substring(0, end));
        if (words.isEmpty()) return;
        Cell last = cells.removeLast();
        cells.add(new Cell(
                (last.text() + " " + words).strip(),
                last.across(),
                last.down(),
                last.start(),
                lines.start(line) + end));
    }

    private static int declared(String options) {
        Matcher cols = COUNT.matcher(options);
        if (!cols.find()) return 0;
        int count = 0;
        for (String column : cols.group(1).split("[,;]")) {
            Matcher times = Pattern.compile("\\s*(\\d{1,3})\\*.*").matcher(column);
            count += times.matches() ? Integer.parseInt(times.group(1)) : 1;
        }
        return count;
    }
}
