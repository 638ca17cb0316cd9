package flightline.fleet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is not closed on the day. */
final class OpenAnswer implements Answerer {
    /** Records of a file of which none has a closing date do not tell, unless they say whether they were deferred. */
    private static final String TELLS =
            "(deferred IS NOT NULL OR source IN (SELECT DISTINCT source FROM records WHERE closed IS NOT NULL))";

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        LocalDate on = question.on();
        Selection selection = question.selection();
        Sql known = selection.aircraftAlone().where(TELLS);
        if (records.ask(new Sql("SELECT count(*) AS n FROM records WHERE " + known.text(), known.parameters()))
                        .whole(0, "n")
                == 0)
            return NoRecords.lacking(
                    "the records" + selection.aircraftAlone().said()
                            + " do not tell when a defect was closed, so none can be called open",
                    Form.LIST);
        Sql where = Behind.and(selection.where(TELLS), "day <= ? AND (closed IS NULL OR closed > ?)", on, on);
        var values = new java.util.ArrayList<Object>();
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
            return found(question, telling, sql, none, ids);
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
        return found(question, telling, sql, table, ids);
    }

    private static FleetAnswer found(Question question, Telling telling, Sql sql, Grid table, Behind.Ids ids) {
        return telling.found(
                question,
                sql,
                table,
                Optional.empty(),
                List.of("open is what has no closing date, or one after the day asked for"),
                ids);
    }
}
