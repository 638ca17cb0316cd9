package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The table; absent where fewer than two columns hold text. */
    static Optional<TableOnPage> read(Sheet sheet, Grid grid, List<Word> words) {
        return words.isEmpty() ? Optional.empty() : new RuledTable(sheet, grid, words).read();
    }

    private Optional<TableOnPage> read() {
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
        if (columns.size() < 2) return Optional.empty();
        var edges = new ArrayList<Double>();
        for (var column : columns) edges.add(grid.xs().get(column.getFirst()));
        edges.add(grid.xs().getLast());
        var rows = new ArrayList<TableRow>();
        for (int r = 0; r < grid.rows(); r++) rows.addAll(rows(r, cells, owners, columns, edges));
        if (rows.isEmpty()) return Optional.empty();
        return Optional.of(
                new TableOnPage(sheet, edges, rows, TableHeader.rows(rows, sheet.shades()), true, grid.area()));
    }

    private List<TableRow> rows(
            int r, List<List<List<Word>>> cells, int[][] owners, List<List<Integer>> columns, List<Double> edges) {
        var all = cells.get(r).stream().flatMap(List::stream).toList();
        if (all.isEmpty()) return List.of();
        if (holdsManyRows(all, edges)) return new RowCutter(edges, List.of()).rows(all);
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

    /** Lines are drawn round the table and under its header only: the body is one cell high and holds all rows. */
    private boolean holdsManyRows(List<Word> own, List<Double> edges) {
        if (grid.rows() > 2) return false;
        long across = Line.rows(own).stream()
                .filter(row -> row.stream()
                                .mapToInt(w -> edgeBelow(edges, w.middle()))
                                .distinct()
                                .count()
                        == edges.size() - 1)
                .count();
        return across >= 3;
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
