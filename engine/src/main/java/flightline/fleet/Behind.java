package flightline.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the records behind a figure. */
final class Behind {
    private static final int SHOWN = 20;
    /** Days in which so many are looked for first. */
    private static final int RECENT = 30;

    private final ClearedRecords records;
    /** More than one figure of an answer may have the same records behind it. */
    private final Map<Sql, Ids> known = new HashMap<>();

    Behind(ClearedRecords records) {
        this.records = records;
    }

    /** Ids, the latest first, and how many there are. */
    record Ids(List<String> first, long all) {}

    /** @param where a condition over the view {@code records} */
    Ids of(Sql where) {
        Ids before = known.get(where);
        if (before != null) return before;
        Ids found = found(where);
        known.put(where, found);
        return found;
    }

    private Ids found(Sql where) {
        Grid whole = records.ask(new Sql(
                "SELECT count(*) AS n, max(day) AS latest FROM records WHERE " + where.text(), where.parameters()));
        long all = whole.whole(0, "n");
        if (all == 0) return new Ids(List.of(), 0);
        // Ids are long, and those of the last days are mostly enough: no other is read then.
        if (whole.cell(0, "latest") instanceof LocalDate latest) {
            List<String> recent = ids(and(where, "day > ?", latest.minusDays(RECENT)));
            if (recent.size() == SHOWN) return new Ids(recent, all);
        }
        return new Ids(ids(where), all);
    }

    private List<String> ids(Sql where) {
        Grid found = records.ask(new Sql(
                "SELECT id FROM records WHERE " + where.text() + " ORDER BY day DESC NULLS LAST, id LIMIT " + SHOWN,
                where.parameters()));
        var ids = new ArrayList<String>();
        for (int i = 0; i < found.rows().size(); i++) ids.add(found.text(i, "id"));
        return ids;
    }

    /** A figure out of a cell. */
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
