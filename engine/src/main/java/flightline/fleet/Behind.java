package flightline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the records behind a figure. */
final class Behind {
    private static final int SHOWN = 20;

    private final ClearedRecords records;

    Behind(ClearedRecords records) {
        this.records = records;
    }

    /** Ids, the latest first, and how many there are. */
    record Ids(List<String> first, long all) {}

    /** @param where a condition over the view {@code records} */
    Ids of(Sql where) {
        Grid found = records.ask(new Sql(
                "SELECT id, count(*) OVER () AS n FROM records WHERE " + where.text()
                        + " ORDER BY day DESC NULLS LAST, id LIMIT " + SHOWN,
                where.parameters()));
        var ids = new ArrayList<String>();
        for (int i = 0; i < found.rows().size(); i++) ids.add(found.text(i, "id"));
        return new Ids(ids, found.isEmpty() ? 0 : found.whole(0, "n"));
    }

    /** A counted figure out of a cell. */
    Figure figure(String name, String unit, Grid table, int row, String column, Sql where) {
        return figure(name, unit, table, row, column, Optional.empty(), of(where));
    }

    Figure figure(
            String name, String unit, Grid table, int row, String column, Optional<Interval> interval, Ids behind) {
        return new Figure(name, table.number(row, column), unit, interval, row, column, behind.first(), behind.all());
    }

    /** The condition with one more. */
    static Sql and(Sql where, String condition, @Nullable Object... values) {
        var all = new ArrayList<>(where.parameters());
        for (Object value : values) if (value != null) all.add(value);
        return new Sql(where.text() + " AND " + condition, all);
    }
}
