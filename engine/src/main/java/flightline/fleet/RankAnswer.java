package flightline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The most frequent first, with shares and the running total. */
final class RankAnswer implements Answerer {
    private static final int SPOKEN = 3;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Grouping by = question.by().orElse(Grouping.PART);
        Selection selection = question.selection();
        Sql where = selection.where(by.expression() + " IS NOT NULL");
        String column = by.column();
        var sql = new Sql(
                """
                SELECT %s AS %s, count(*) AS records, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS share,
                  round(100.0 * sum(count(*)) OVER (ORDER BY count(*) DESC, %s ROWS UNBOUNDED PRECEDING) / sum(count(*)) OVER (), 1) AS running,
                  count(DISTINCT tail) AS aircraft, CAST(sum(count(*)) OVER () AS BIGINT) AS of_all
                FROM records WHERE %s GROUP BY %s ORDER BY records DESC, %s LIMIT %d""".formatted(
                                by.expression(),
                                column,
                                by.expression(),
                                where.text(),
                                by.expression(),
                                column,
                                question.top()),
                where.parameters());
        Grid table = records.ask(sql);
        if (table.isEmpty()) return NoRecords.of(question, Optional.of(by), records);
        var behind = new Behind(records);
        var telling = new Telling();
        Behind.Ids all = behind.of(where);
        telling.say("Of ")
                .tell(behind.figure("all", selection.counted().many(), table, 0, "of_all", Optional.empty(), all))
                .say(" " + selection.counted().named(all.all()) + selection.said() + " that name " + by.any() + ", ");
        int spoken = Math.min(SPOKEN, table.rows().size());
        for (int i = 0; i < spoken; i++) {
            String name = table.text(i, column);
            if (i > 0) telling.say(i == spoken - 1 ? " and " : ", ");
            Sql those = Behind.and(where, by.expression() + " = ?", name);
            Behind.Ids ids = behind.of(those);
            telling.say(Titles.of(by, name) + " has ")
                    .tell(behind.figure(
                            name, selection.counted().named(ids.all()), table, i, "records", Optional.empty(), ids))
                    .say(" (")
                    .tell(behind.figure("share of " + name, "%", table, i, "share", Optional.empty(), ids))
                    .say(" %)");
        }
        telling.say(".");
        return telling.found(
                question, sql, table, Optional.of(chart(question, by, table)), caveats(question, by, records), all);
    }

    private static Chart chart(Question question, Grouping by, Grid table) {
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(Chart.Point.of(Titles.of(by, table.text(i, by.column())), table.number(i, "records")));
        return Chart.bars(
                question.text(),
                by.one(),
                question.selection().counted().many(),
                points,
                "n = " + table.text(0, "of_all"));
    }

    private static List<String> caveats(Question question, Grouping by, ClearedRecords records) {
        Sql without = question.selection().where(by.expression() + " IS NULL");
        Grid rest =
                records.ask(new Sql("SELECT count(*) AS n FROM records WHERE " + without.text(), without.parameters()));
        long count = rest.whole(0, "n");
        var caveats = new ArrayList<String>();
        if (count > 0)
            caveats.add(count + " more " + question.selection().counted().named(count)
                    + (count == 1 ? " names no " : " name no ")
                    + by.one()
                    + (count == 1 ? " and is not in the shares" : " and are not in the shares"));
        caveats.addAll(Caveats.of(question.selection(), records));
        return caveats;
    }
}
