package flightline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Minutes of delay by what caused them. */
final class DelayAnswer implements Answerer {
    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Grouping by = question.by().orElse(Grouping.SYSTEM);
        Selection selection = question.selection();
        Sql any = Selection.ALL.where("delay IS NOT NULL");
        if (records.ask(new Sql("SELECT count(*) AS n FROM records WHERE " + any.text(), any.parameters()))
                        .whole(0, "n")
                == 0)
            return NoRecords.lacking(
                    "no record carries minutes of delay; keep a field named delay or delay_minutes when importing",
                    Form.RANK);
        Sql where = selection.where("delay > 0", by.expression() + " IS NOT NULL");
        var sql = new Sql(
                """
                SELECT %s AS %s, round(sum(delay), 1) AS minutes, count(*) AS delays, round(sum(delay) / count(*), 1) AS mean,
                  round(sum(sum(delay)) OVER (), 1) AS of_all
                FROM records WHERE %s GROUP BY %s ORDER BY minutes DESC, %s LIMIT %d""".formatted(by.expression(), by.column(), where.text(), by.expression(), by.column(), question.top()),
                where.parameters());
        Grid table = records.ask(sql);
        if (table.isEmpty()) return NoRecords.of(question, records);
        var behind = new Behind(records);
        Behind.Ids ids = behind.of(where);
        String worst = table.text(0, by.column());
        Behind.Ids those = behind.of(Behind.and(where, by.expression() + " = ?", worst));
        var telling = new Telling();
        telling.say("Of ")
                .measure(behind.figure("all", "minutes", table, 0, "of_all", Optional.empty(), ids))
                .say(" of delay" + selection.said() + ", " + Titles.of(by, worst) + " has ")
                .measure(behind.figure(worst, "minutes", table, 0, "minutes", Optional.empty(), those))
                .say(" in ")
                .tell(behind.figure("delays of " + worst, "delays", table, 0, "delays", Optional.empty(), those))
                .say(those.all() == 1 ? " delay." : " delays.");
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(Chart.Point.of(Titles.of(by, table.text(i, by.column())), table.number(i, "minutes")));
        return telling.found(
                question,
                sql,
                table,
                Optional.of(Chart.bars(question.text(), by.one(), "minutes of delay", points, "n = " + ids.all())),
                List.of(),
                ids);
    }
}
