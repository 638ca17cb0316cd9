package flightline.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a query gave.
 *
 * @param columns their names, in order
 * @param rows cells in the order of the columns; a cell is a string, a number, a truth value, a date, or absent
 * @param cut whether there were more rows than are given
 */
public record Grid(List<String> columns, List<List<@Nullable Object>> rows, boolean cut) {
    public Grid {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Collections.unmodifiableList(new ArrayList<@Nullable Object>(Arrays.asList(cells)));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A cell, absent where there is nothing in it; row and column are 0-based. */
    @Nullable
    Object cell(int row, String column) {
        return rows.get(row).get(columns.indexOf(column));
    }

    String text(int row, String column) {
        Object cell = cell(row, column);
        return cell == null ? "" : cell.toString();
    }

    /** The number in a cell; 0 where there is none. */
    double number(int row, String column) {
        return cell(row, column) instanceof Number number ? number.doubleValue() : 0;
    }

    /** The interval in the columns {@code low} and {@code high}. */
    Interval interval(int row) {
        return new Interval(number(row, "low"), number(row, "high"));
    }

    /** Whether there is a column {@code stands_out} that says so. */
    boolean standsOut(int row) {
        return Boolean.TRUE.equals(cell(row, "stands_out"));
    }

    /** The same with further columns; what is put into them is told row by row. */
    Grid with(List<String> more, IntFunction<List<@Nullable Object>> cells) {
        var names = new ArrayList<>(columns);
        names.addAll(more);
        var all = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new ArrayList<@Nullable Object>(rows.get(i));
            row.addAll(cells.apply(i));
            all.add(Collections.unmodifiableList(row));
        }
        return new Grid(names, all, cut);
    }

    /** Some of its rows, in this order. */
    Grid only(List<Integer> chosen) {
        return new Grid(columns, chosen.stream().map(rows::get).toList(), cut);
    }

    /** The same without a column; itself where it has none of that name. */
    Grid without(String column) {
        int at = columns.indexOf(column);
        if (at < 0) return this;
        var names = new ArrayList<>(columns);
        names.remove(at);
        var all = new ArrayList<List<@Nullable Object>>();
        for (List<@Nullable Object> row : rows) {
            var less = new ArrayList<@Nullable Object>(row);
            less.remove(at);
            all.add(Collections.unmodifiableList(less));
        }
        return new Grid(names, all, cut);
    }

    long whole(int row, String column) {
        return Math.round(number(row, column));
    }
}
