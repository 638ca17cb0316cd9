package flightline.ingest.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A table drawn with {@code +}, {@code -} and {@code |}: fields between its rules, joined where the rule between two is not drawn. A cell that spans
 * several is repeated in each.
 */
final class RstGrid {
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_FIELDS = 200_000;

    private final String[] drawn;
    private final int[] across;
    private final int[] down;
    /** Of each field, by row and then column, a field that it is one with; roots stand for the cell. */
    private final int[] joined;
    /** Of each cell its upper and lower row, its left and right column. */
    private final Map<Integer, int[]> boxes = new HashMap<>();

    private final Map<Integer, String> words = new HashMap<>();

    private RstGrid(String[] drawn, int[] across, int[] down) {
        this.drawn = drawn;
        this.across = across;
        this.down = down;
        this.joined = new int[rows() * columns()];
        for (int i = 0; i < joined.length; i++) joined[i] = i;
        for (int row = 0; row < rows(); row++)
            for (int column = 0; column < columns(); column++) {
                int field = row * columns() + column;
                if (column + 1 < columns() && !wall(row, column + 1)) join(field, field + 1);
                if (row + 1 < rows() && !floor(row + 1, column)) join(field, field + columns());
            }
        for (int field = 0; field < joined.length; field++) {
            int row = field / columns();
            int column = field % columns();
            int[] box = boxes.computeIfAbsent(root(field), cell -> new int[] {row, row, column, column});
            box[1] = Math.max(box[1], row);
            box[2] = Math.min(box[2], column);
            box[3] = Math.max(box[3], column);
        }
    }

    /**
     * The grid that these lines draw.
     *
     * @return one without columns where they draw none, or more than a table has
     */
    static RstGrid of(List<String> lines) {
        int indent = lines.getFirst().indexOf('+');
        String[] drawn = lines.stream()
                .map(line -> line.substring(Math.min(indent, line.length())))
                .toArray(String[]::new);
        SortedSet<Integer> down = new TreeSet<>();
        SortedSet<Integer> across = new TreeSet<>();
        for (int line = 0; line < drawn.length; line++) {
            int corners = corners(drawn[line], across);
            if (corners > 1) down.add(line);
            if (across.size() > MOST_COLUMNS || (long) across.size() * down.size() > MOST_FIELDS)
                return new RstGrid(drawn, new int[0], new int[0]);
        }
        return new RstGrid(drawn, array(across), array(down));
    }

    int rows() {
        return Math.max(0, down.length - 1);
    }

    int columns() {
        return Math.max(0, across.length - 1);
    }

    /** The line after a row's upper rule, counted from the first of the grid. */
    int first(int row) {
        return down[row] + 1;
    }

    /** The line of the rule below a row. */
    int end(int row) {
        return down[row + 1];
    }

    /** How many rows stand above the rule of equals signs; 0 where there is none. */
    int headRows() {
        for (int row = 1; row < rows(); row++)
            if (drawn[down[row]].indexOf('=') >= 0 && drawn[down[row]].matches("[+=]+\\s*")) return row;
        return 0;
    }

    /** The words of every cell of a row, by column. */
    List<String> cells(int row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns(); column++)
            cells.add(words.computeIfAbsent(root(row * columns() + column), this::read));
        return cells;
    }

    private String read(int cell) {
        int[] box = boxes.getOrDefault(cell, new int[4]);
        var read = new StringBuilder();
        for (int line = down[box[0]] + 1; line < down[box[1] + 1]; line++)
            read.append(part(line, across[box[2]] + 1, across[box[3] + 1])).append(' ');
        return RstInline.words(read.toString());
    }

    private String part(int line, int from, int to) {
        String text = drawn[line];
        return text.substring(Math.min(from, text.length()), Math.min(to, text.length()))
                .strip();
    }

    /** Whether a bar stands left of a column, from rule to rule. */
    private boolean wall(int row, int column) {
        for (int line = down[row] + 1; line < down[row + 1]; line++) {
            char c = at(line, across[column]);
            if (c != '|' && c != '+') return false;
        }
        return true;
    }

    /** Whether a rule is drawn above a row's column, from bar to bar. */
    private boolean floor(int row, int column) {
        for (int x = across[column] + 1; x < across[column + 1]; x++) {
            char c = at(down[row], x);
            if (c != '-' && c != '=' && c != '+') return false;
        }
        return true;
    }

    private char at(int line, int x) {
        return x < drawn[line].length() ? drawn[line].charAt(x) : ' ';
    }

    /** Adds where the line's corners stand; returns how many it has. */
    private static int corners(String line, SortedSet<Integer> across) {
        int count = 0;
        for (int at = line.indexOf('+'); at >= 0; at = line.indexOf('+', at + 1)) {
            boolean drawn =
                    (at > 0 && rule(line.charAt(at - 1))) || (at + 1 < line.length() && rule(line.charAt(at + 1)));
            if (!drawn) continue;
            across.add(at);
            count++;
        }
        return count;
    }

    private static boolean rule(char c) {
        return c == '-' || c == '=';
    }

    private int root(int field) {
        int at = field;
        while (joined[at] != at) {
            joined[at] = joined[joined[at]];
            at = joined[at];
        }
        return at;
    }

    private void join(int one, int two) {
        int a = root(one);
        int b = root(two);
        joined[Math.max(a, b)] = Math.min(a, b);
    }

    private static int[] array(SortedSet<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
