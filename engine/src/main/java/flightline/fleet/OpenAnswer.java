package flightline.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is not closed on the day. */
final class OpenAnswer implements Answerer {
    /** Records of a file of which none tells of a closing do not tell, unless they say that they were deferred. */
    private static final String CLOSING = "source IN (SELECT DISTINCT source FROM records WHERE is_closed IS NOT NULL)";

    private static final String TELLS = "(deferred OR " + CLOSING + ")";
    /** With the day twice. */
    private static final String OPEN = "day <= ? AND (closed > ? OR (closed IS NULL AND is_closed IS NOT TRUE))";

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        LocalDate on = question.on();
        Selection selection = question.selection();
        Sql known = selection.aircraftAlone().where(TELLS);
        if (count(known, records) == 0)
            return NoRecords.lacking(
                    "the records" + selection.aircraftAlone().said()
                            + " do not tell when a defect was closed, so none can be called open",
                    Form.LIST);
        Sql where = Behind.and(selection.where(TELLS), OPEN, on, on);
        var values = new ArrayList<Object>();
        values.add(on);
        values.addAll(where.parameters());
        var sql = new Sql("""
                SELECT id, tail, day, date_diff('day', day, CAST(? AS DATE)) AS days_open, system, coalesce(deferred, false) AS deferred,
                  left(complaint, 160) AS complaint, count(*) OVER () AS of_all
                FROM records WHERE %s ORDER BY day, id LIMIT %d""".formatted(where.text(), Math.max(question.top(), 50)), values);
        Grid table = records.ask(sql);
        var behind = new Behind(records);
        var telling = new Telling();
        Behind.Ids ids = behind.of(where);
        if (table.isEmpty()) {
            Grid none = new Grid(List.of("open"), List.of(Grid.row(0L)), false);
            telling.tell(behind.figure("open", "open", none, 0, "open", Optional.empty(), ids))
                    .say(" open " + selection.counted().many() + selection.said() + " on " + on + ".");
            return found(question, telling, sql, none, ids, records);
        }
        telling.tell(behind.figure("open", "open", table, 0, "of_all", Optional.empty(), ids))
                .say(" open " + selection.counted().named(ids.all()) + selection.said() + " on " + on
                        + ", the oldest for ")
                .measure(behind.figure(
                        "oldest",
                        "days",
                        table,
                        0,
                        "days_open",
                        Optional.empty(),
                        new Behind.Ids(List.of(table.text(0, "id")), 1)))
                .say(".");
        return found(question, telling, sql, table, ids, records);
    }

    private static FleetAnswer found(
            Question question, Telling telling, Sql sql, Grid table, Behind.Ids ids, ClearedRecords records) {
        Selection selection = question.selection();
        var caveats = new ArrayList<String>();
        caveats.add("open is what has no closing date, or one after the day asked for");
        long undated = count(selection.where("closed IS NULL AND is_closed"), records);
        if (undated > 0)
            caveats.add(undated + (undated == 1 ? " more is" : " more are")
                    + " said to be closed, on a day that cannot be read; not counted as open");
        long untold = count(
                Behind.and(selection.where("deferred AND NOT " + CLOSING), OPEN, question.on(), question.on()),
                records);
        if (untold > 0)
            caveats.add(untold + (untold == 1 ? " is" : " are")
                    + " deferred in a file that never says when anything was closed, and may be closed since");
        long dayless =
                count(selection.where(TELLS, "day IS NULL AND closed IS NULL AND is_closed IS NOT TRUE"), records);
        if (dayless > 0)
            caveats.add(
                    dayless + (dayless == 1 ? " more has" : " more have") + " no closing date and no date; left out");
        return telling.found(question, sql, table, Optional.empty(), caveats, ids);
    }

    private static long count(Sql where, ClearedRecords records) {
        return records.ask(new Sql("SELECT count(*) AS n FROM records WHERE " + where.text(), where.parameters()))
                .whole(0, "n");
    }
}
