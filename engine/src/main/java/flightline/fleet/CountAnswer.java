package flightline.fleet;

import java.util.Optional;

/** A number. */
final class CountAnswer implements Answerer {
    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Sql where = selection.where();
        var sql = new Sql(
                "SELECT count(*) AS records, count(DISTINCT tail) AS aircraft, min(day) AS first, max(day) AS last FROM records WHERE "
                        + where.text(),
                where.parameters());
        Grid table = records.ask(sql);
        if (table.whole(0, "records") == 0) return NoRecords.of(question, records);
        var behind = new Behind(records);
        Behind.Ids ids = behind.of(where);
        var telling = new Telling();
        Figure count = behind.figure(
                "count", selection.counted().named(ids.all()), table, 0, "records", Optional.empty(), ids);
        telling.measure(count).say(selection.said());
        if (table.whole(0, "aircraft") > 1 && selection.tails().isEmpty())
            telling.say(", on ")
                    .tell(behind.figure("aircraft", "aircraft", table, 0, "aircraft", Optional.empty(), ids))
                    .say(" aircraft");
        telling.say(".");
        return telling.found(question, sql, table, Optional.empty(), Caveats.of(selection, records), ids);
    }
}
