package flightline.fleet;

import java.util.ArrayList;
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
        Sql where = selection.where("delay > 0");
        var sql = new Sql(
                """
                WITH delayed AS (SELECT *, %s AS g FROM records WHERE %s),
                whole AS (SELECT round(sum(delay), 1) AS of_all, count(*) AS all_delays, coalesce(round(sum(delay) FILTER (WHERE g IS NOT NULL), 1), 0) AS named,
                  round(100 * coalesce(sum(delay) FILTER (WHERE g IS NOT NULL), 0) / sum(delay), 1) AS named_share FROM delayed)
                SELECT g AS %s, round(sum(delay), 1) AS minutes, count(delay) AS delays, round(sum(delay) / count(delay), 1) AS mean, of_all, all_delays, named, named_share
                FROM whole LEFT JOIN delayed ON g IS NOT NULL WHERE all_delays > 0 GROUP BY ALL ORDER BY %s DESC NULLS LAST, g LIMIT %d""".formatted(
                                by.expression(),
                                where.text(),
                                by.column(),
                                question.mean() ? "mean" : "minutes",
                                question.top()),
                where.parameters());
        Grid table = records.ask(sql);
        if (table.isEmpty()) return NoRecords.of(question, records);
        var behind = new Behind(records);
        Behind.Ids ids = behind.of(where);
        var telling = new Telling();
        telling.measure(behind.figure("all", "minutes", table, 0, "of_all", Optional.empty(), ids))
                .say(" of delay" + selection.said() + " in ")
                .tell(behind.figure("delays", "delays", table, 0, "all_delays", Optional.empty(), ids))
                .say(ids.all() == 1 ? " delay" : " delays");
        boolean anyNamed = table.cell(0, by.column()) != null;
        if (!anyNamed) telling.say(", of which none names " + by.any() + ".");
        else {
            Behind.Ids naming = behind.of(Behind.and(where, by.expression() + " IS NOT NULL"));
            if (naming.all() < ids.all())
                telling.say("; ")
                        .tell(behind.figure("share", "%", table, 0, "named_share", Optional.empty(), naming))
                        .say(" % of the minutes, ")
                        .tell(behind.figure("named", "minutes", table, 0, "named", Optional.empty(), naming))
                        .say(", name " + by.any());
            String worst = table.text(0, by.column());
            Behind.Ids those = behind.of(Behind.and(where, by.expression() + " = ?", worst));
            telling.say((question.mean() ? ". The longest on average has " : ". The most has ") + Titles.of(by, worst)
                            + ", ")
                    .measure(behind.figure(worst, "minutes", table, 0, "minutes", Optional.empty(), those))
                    .say(" in ")
                    .tell(behind.figure("delays of " + worst, "delays", table, 0, "delays", Optional.empty(), those))
                    .say((those.all() == 1 ? " delay" : " delays") + ", ")
                    .tell(behind.figure("mean of " + worst, "minutes", table, 0, "mean", Optional.empty(), those))
                    .say(" each on average.");
        }
        var points = new ArrayList<Chart.Point>();
        String height = question.mean() ? "mean" : "minutes";
        for (int i = 0; anyNamed && i < table.rows().size(); i++)
            points.add(Chart.Point.of(Titles.of(by, table.text(i, by.column())), table.number(i, height)));
        return telling.found(
                question,
                sql,
                table,
                points.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Chart.bars(
                                question.text(),
                                by.one(),
                                question.mean() ? "minutes of delay on average" : "minutes of delay",
                                points,
                                "n = " + ids.all())),
                Caveats.of(selection, records),
                ids);
    }
}
