package flightline.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was done, and how often it came back. */
final class FixesAnswer implements Answerer {
    private static final int USUAL_DAYS = 30;
    private static final int FEW = 5;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Optional<Period> span = Spans.of(Selection.ALL, records);
        if (span.isEmpty()) return NoRecords.of(question, records);
        int days = question.days().orElse(USUAL_DAYS);
        LocalDate last = span.get().to().minusDays(days);
        Sql where = Behind.and(
                selection.where("tail IS NOT NULL", "chapter IS NOT NULL", "part IS NOT NULL", "NOT planned"),
                "day <= ?",
                last);
        Sql sql = sql(Repaired.plain(), where, days, question.top());
        Grid done = records.ask(sql(Repaired.of(selection, where, records), where, days, question.top()));
        if (done.isEmpty()) return NoRecords.of(question, records);
        Grid table = done.with(List.of("low", "high"), i -> {
            Interval share = Chance.share(done.whole(i, "held"), done.whole(i, "fixes"));
            return Grid.row(tenth(100 * share.low()), tenth(100 * share.high()));
        });
        return told(question, selection, table, sql, where, days, records);
    }

    /** @param done common table expression of that name: what was done, and the day on which the system was written up again */
    private static Sql sql(Sql done, Sql where, int days, int top) {
        var values = new ArrayList<>(done.parameters());
        values.addAll(where.parameters());
        return new Sql("""
                WITH %s
                SELECT part || CASE WHEN removed THEN ' replaced' ELSE ' attended to' END AS fix, count(*) AS fixes,
                  count(*) - count(*) FILTER (WHERE again - day <= %d) AS held, count(*) FILTER (WHERE again - day <= %d) AS came_back,
                  round(100.0 * (count(*) - count(*) FILTER (WHERE again - day <= %d)) / count(*), 1) AS held_share
                FROM done WHERE %s GROUP BY fix ORDER BY fixes DESC, fix LIMIT %d""".formatted(done.text(), days, days, days, where.text(), top), values);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static FleetAnswer told(
            Question question, Selection selection, Grid table, Sql sql, Sql where, int days, ClearedRecords records) {
        var behind = new Behind(records);
        Behind.Ids all = behind.of(where);
        int best = IntStream.range(0, table.rows().size())
                .boxed()
                .max((a, b) -> Double.compare(table.number(a, "low"), table.number(b, "low")))
                .orElse(0);
        int worst = IntStream.range(0, table.rows().size())
                .boxed()
                .min((a, b) -> Double.compare(table.number(a, "high"), table.number(b, "high")))
                .orElse(0);
        var telling = new Telling();
        telling.say("Of what was done" + selection.said() + ", \"" + table.text(best, "fix") + "\" held most surely, ")
                .estimate(share(table, best, behind, where))
                .say(" of ")
                .tell(behind.figure(
                        "fixes", "times", table, best, "fixes", Optional.empty(), ids(table, best, behind, where)))
                .say(table.whole(best, "fixes") == 1 ? " time" : " times");
        if (worst != best)
            telling.say("; \"" + table.text(worst, "fix") + "\" held least, ")
                    .estimate(share(table, worst, behind, where))
                    .say(" of ")
                    .tell(behind.figure(
                            "fixes",
                            "times",
                            table,
                            worst,
                            "fixes",
                            Optional.empty(),
                            ids(table, worst, behind, where)));
        telling.say(".");
        long few = IntStream.range(0, table.rows().size())
                .filter(i -> table.whole(i, "fixes") < FEW)
                .count();
        var caveats = new ArrayList<String>();
        caveats.add("held means that the same system of the aircraft was not written up again within " + days
                + " days; the last " + days + " days of the records are too young to be judged and left out");
        caveats.add("that it held does not prove that it was the cause");
        if (few > 0) caveats.add(few + " of " + table.rows().size() + " were done fewer than " + FEW + " times");
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(Chart.Point.of(table.text(i, "fix"), table.number(i, "held_share"), table.interval(i), false));
        return telling.found(
                question,
                sql,
                table,
                Optional.of(Chart.bars(
                        question.text(),
                        "what was done",
                        "held " + days + " days, %",
                        points,
                        "n = " + all.all() + "; lines are 95 % intervals")),
                caveats,
                all);
    }

    private static Behind.Ids ids(Grid table, int row, Behind behind, Sql where) {
        return behind.of(Behind.and(
                where,
                "part || CASE WHEN removed THEN ' replaced' ELSE ' attended to' END = ?",
                table.cell(row, "fix")));
    }

    private static Figure share(Grid table, int row, Behind behind, Sql where) {
        return behind.figure(
                "held: " + table.text(row, "fix"),
                "%",
                table,
                row,
                "held_share",
                Optional.of(table.interval(row)),
                ids(table, row, behind, where));
    }
}
