package flightline.fleet;

import java.util.List;
import java.util.Optional;

/** The records themselves. */
final class ListAnswer implements Answerer {
    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Sql where = selection.where();
        var sql = new Sql("""
                SELECT id, day, tail, system, part, condition, left(complaint, 160) AS complaint, left(action, 160) AS action,
                  count(*) OVER () AS of_all
                FROM records WHERE %s ORDER BY day DESC NULLS LAST, id LIMIT %d""".formatted(where.text(), question.top()), where.parameters());
        Grid table = records.ask(sql);
        if (table.isEmpty()) return NoRecords.of(question, records);
        var behind = new Behind(records);
        Behind.Ids ids = behind.of(where);
        var telling = new Telling();
        telling.measure(behind.figure(
                        "count", selection.counted().named(ids.all()), table, 0, "of_all", Optional.empty(), ids))
                .say(selection.said()
                        + (question.top() == 1
                                ? "; the latest is of " + table.text(0, "day") + "."
                                : table.rows().size() < ids.all() ? "; the latest are listed." : "."));
        return telling.found(question, sql, table, Optional.empty(), List.of(), ids);
    }
}
