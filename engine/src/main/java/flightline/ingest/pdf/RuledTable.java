package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a table whose cells are parted by drawn lines. */
final class RuledTable {
    private final Sheet sheet;
    private final Grid grid;
    private final List<Word> words;

    private RuledTable(Sheet sheet, Grid grid, List<Word> words) {
        this.sheet = sheet;
        this.grid = grid;
        this.words = words;
    }

    /** The table, and before it the block of titles that is drawn on to its top; none where fewer than two columns hold text. */
    static List<TableOnPage> read(Sheet sheet, Grid grid, List<Word> words) {
        return words.isEmpty() ? List.of() : new RuledTable(sheet, grid, words).read();
    }

    private List<TableOnPage> read() {
        var cells = new ArrayList<List<List<Word>>>();
        for (int r = 0; r < grid.rows(); r++)
            cells.add(IntStream.range(0, grid.columns())
                    .mapToObj(c -> (List<Word>) new ArrayList<Word>())
                    .collect(Collectors.toList()));
        var owners = owners();
        for (Word word : words) {
            int r = rowAt(word.baseline() + 0.3 * word.size());
            int c = columnAt(word.middle());
            int owner = owners[r][c];
            cells.get(owner / grid.columns()).get(owner % grid.columns()).add(word);
        }
        var columns = joined(
                owners,
                IntStream.range(0, grid.columns())
                        .filter(c -> cells.stream().anyMatch(row -> !row.get(c).isEmpty()))
                        .boxed()
                        .toList());
        if (columns.size() < 2) return List.of();
        var edges = new ArrayList<Double>();
        for (var column : columns) edges.add(grid.xs().get(column.getFirst()));
        edges.add(grid.xs().getLast());
        var rows = new ArrayList<TableRow>();
        for (int r = 0; r < grid.rows(); r++) rows.addAll(rows(r, cells, owners, columns, edges));
        if (rows.isEmpty()) return List.of();
        int titles = TableHeader.titles(rows, sheet.shades());
        return titles == 0
                ? List.of(table(edges, rows))
                : List.of(table(edges, rows.subList(0, titles)), table(edges, rows.subList(titles, rows.size())));
    }

    private TableOnPage table(List<Double> edges, List<TableRow> rows) {
        Area area = rows.stream().map(TableRow::area).reduce(Area::around).orElseThrow();
        return new TableOnPage(sheet, edges, rows, TableHeader.rows(rows, sheet.shades()), true, area);
    }

    private List<TableRow> rows(
            int r, List<List<List<Word>>> cells, int[][] owners, List<List<Integer>> columns, List<Double> edges) {
        var all = cells.get(r).stream().flatMap(List::stream).toList();
        if (all.isEmpty()) return List.of();
        if (holdsManyRows(r, all, edges)) return RowCutter.carriedDown(new RowCutter(edges, List.of()).rows(all));
        var row = new ArrayList<List<String>>();
        var begins = new ArrayList<Integer>();
        for (var column : columns) {
            var own = new ArrayList<Word>();
            for (int c : column) {
                // A cell that reaches down over several rows holds for each of them.
                int above = owners[r][c] / grid.columns();
                boolean reachesDown = above < r && owners[r][c] % grid.columns() == c;
                own.addAll(reachesDown ? cells.get(above).get(c) : cells.get(r).get(c));
            }
            row.add(Line.of(sheet, own).stream().map(Line::text).toList());
            begins.add(columnOf(columns, owners[r][column.getFirst()] % grid.columns()));
        }
        double left = grid.xs().getFirst();
        Area area = new Area(
                left, grid.ys().get(r + 1), grid.xs().getLast(), grid.ys().get(r));
        return List.of(new TableRow(row, area, all.stream().allMatch(Word::bold), begins));
    }

    /** Neighbours of which no row has both: one column, whose edge stands elsewhere in some rows. */
    private List<List<Integer>> joined(int[][] owners, List<Integer> columns) {
        var joined = new ArrayList<List<Integer>>();
        for (int c : columns) {
            if (!joined.isEmpty() && joined.getLast().stream().noneMatch(other -> together(owners, other, c)))
                joined.getLast().add(c);
            else joined.add(new ArrayList<>(List.of(c)));
        }
        return joined;
    }

    private boolean together(int[][] owners, int left, int right) {
        for (int[] row : owners)
            if (row[left] % grid.columns() == left && row[right] % grid.columns() == right) return true;
        return false;
    }

    private static int columnOf(List<List<Integer>> columns, int column) {
        int found = 0;
        for (int i = 0; i < columns.size(); i++) if (columns.get(i).getFirst() <= column) found = i;
        return found;
    }

    /**
     * Lines are drawn round the table, between its columns and under its header only: the body is one cell high and holds all rows. Told by
     * lines that have all columns, or by items of the first column that begin level with those of another.
     */
    private boolean holdsManyRows(int r, List<Word> own, List<Double> edges) {
        boolean most = grid.rows() <= 2
                || grid.ys().get(r) - grid.ys().get(r + 1) > 0.6 * grid.area().height();
        if (!most) return false;
        var lines = Line.rows(own);
        long across = lines.stream()
                .filter(row -> row.stream()
                                .mapToInt(w -> edgeBelow(edges, w.middle()))
                                .distinct()
                                .count()
                        == edges.size() - 1)
                .count();
        return (grid.rows() <= 2 && across >= 3) || (edges.size() > 3 && commonStarts(lines, edges) >= 2);
    }

    /** Lines at which the first column and another one begin something new, after what stands above them in their columns. */
    private static long commonStarts(List<List<Word>> lines, List<Double> edges) {
        var above = new ArrayList<List<Word>>(Collections.nCopies(edges.size() - 1, List.of()));
        long common = 0;
        for (var line : lines) {
            boolean first = false;
            boolean other = false;
            for (int c = 0; c < edges.size() - 1; c++) {
                int column = c;
                var own = line.stream()
                        .filter(w -> edgeBelow(edges, w.middle()) == column)
                        .toList();
                if (own.isEmpty()) continue;
                boolean starts = startsBelow(above.get(c), own, edges.get(c + 1));
                if (c == 0) first = starts;
                else other |= starts;
                above.set(c, own);
            }
            if (first && other) common++;
        }
        return common;
    }

    /** Whether white parts the line from the one above it, or its first word would still have had room there. */
    private static boolean startsBelow(List<Word> above, List<Word> line, double edge) {
        if (above.isEmpty()) return false;
        Word word = line.getFirst();
        boolean apart = above.getFirst().baseline() - word.baseline() > 1.7 * word.size();
        double room = edge - 4 - above.getLast().right();
        return apart || room > word.right() - word.left() + 0.6 * word.size();
    }

    private static int edgeBelow(List<Double> edges, double x) {
        int i = 0;
        while (i < edges.size() - 2 && x >= edges.get(i + 1)) i++;
        return i;
    }

    /** For each cell, the number of the cell whose text it shares: its own, one to the left, or one above. */
    private int[][] owners() {
        var owners = new int[grid.rows()][grid.columns()];
        for (int r = 0; r < grid.rows(); r++)
            for (int c = 0; c < grid.columns(); c++) {
                if (c > 0 && grid.openToTheRight(r, c - 1)) owners[r][c] = owners[r][c - 1];
                else if (r > 0 && grid.openDownwards(r - 1, c)) owners[r][c] = owners[r - 1][c];
                else owners[r][c] = r * grid.columns() + c;
            }
        return owners;
    }

    private int rowAt(double y) {
        int r = 0;
        while (r < grid.rows() - 1 && y < grid.ys().get(r + 1)) r++;
        return r;
    }

    private int columnAt(double x) {
        int c = 0;
        while (c < grid.columns() - 1 && x >= grid.xs().get(c + 1)) c++;
        return c;
    }
}
