package flightline.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stations beside one another: of what was worked there, how much came back. */
final class StationsAnswer implements Answerer {
    private static final int USUAL_DAYS = 30;
    private static final int FEW = 10;
    private static final double FALSE_SHARE = 0.05;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Optional<Period> span = Spans.of(Selection.ALL, records);
        if (span.isEmpty()) return NoRecords.of(question, records);
        int days = question.days().orElse(USUAL_DAYS);
        LocalDate last = span.get().to().minusDays(days);
        Sql where = Behind.and(
                selection.where("tail IS NOT NULL", "chapter IS NOT NULL", "station IS NOT NULL", "NOT planned"),
                "day <= ?",
                last);
        Sql sql = sql(Repaired.plain(), where, days);
        Grid done = records.ask(sql(Repaired.of(selection, where, records), where, days));
        if (done.rows().size() < 2)
            return NoRecords.lacking(
                    "fewer than two stations have defects that can be judged" + selection.said()
                            + "; keep a field named station when importing",
                    Form.COMPARE);
        Grid table = compared(done);
        return told(question, table, sql, where, days, records);
    }

    /** @param done common table expression of that name: what was done, and the day on which the system was written up again */
    private static Sql sql(Sql done, Sql where, int days) {
        var values = new ArrayList<>(done.parameters());
        values.addAll(where.parameters());
        return new Sql("""
                WITH %s
                SELECT station, count(*) AS worked, count(*) FILTER (WHERE again - day <= %d) AS came_back,
                  round(100.0 * count(*) FILTER (WHERE again - day <= %d) / count(*), 1) AS share
                FROM done WHERE %s GROUP BY station ORDER BY share DESC, station""".formatted(done.text(), days, days, where.text()), values);
    }

    private static Grid compared(Grid done) {
        long all = 0;
        long back = 0;
        for (int i = 0; i < done.rows().size(); i++) {
            all += done.whole(i, "worked");
            back += done.whole(i, "came_back");
        }
        var chances = new ArrayList<Double>();
        for (int i = 0; i < done.rows().size(); i++) {
            long worked = done.whole(i, "worked");
            long came = done.whole(i, "came_back");
            double more = Chance.drawnAtLeast(came, worked, back, all);
            double fewer = 1 - Chance.drawnAtLeast(came + 1, worked, back, all);
            chances.add(Math.min(1, 2 * Math.min(more, fewer)));
        }
        List<Boolean> out = Chance.standOut(chances, FALSE_SHARE);
        return done.with(List.of("low", "high", "chance", "stands_out"), i -> {
            Interval share = Chance.share(done.whole(i, "came_back"), done.whole(i, "worked"));
            return Grid.row(
                    Math.round(share.low() * 1000) / 10.0,
                    Math.round(share.high() * 1000) / 10.0,
                    Figure.four(chances.get(i)),
                    out.get(i));
        });
    }

    private static FleetAnswer told(
            Question question, Grid table, Sql sql, Sql where, int days, ClearedRecords records) {
        var behind = new Behind(records);
        Behind.Ids all = behind.of(where);
        List<String> out = IntStream.range(0, table.rows().size())
                .filter(i -> table.standsOut(i))
                .mapToObj(i -> table.text(i, "station"))
                .toList();
        int last = table.rows().size() - 1;
        var telling = new Telling();
        telling.say(
                        out.isEmpty()
                                ? "No station differs from the others by more than chance"
                                : String.join(", ", out) + (out.size() == 1 ? " differs" : " differ")
                                        + " from the others by more than chance")
                .say(": most came back at " + table.text(0, "station") + ", ")
                .estimate(share(table, 0, behind, where))
                .say(" of ")
                .tell(worked(table, 0, behind, where))
                .say(" worked there, least at " + table.text(last, "station") + ", ")
                .estimate(share(table, last, behind, where))
                .say(" of ")
                .tell(worked(table, last, behind, where))
                .say(".");
        var caveats = new ArrayList<String>();
        caveats.add("came back means that the same system of the aircraft was written up again within " + days
                + " days, wherever; the last " + days + " days of the records are left out");
        caveats.add(
                "stations do not work the same mix of defects: ask for one system or part to compare like with like");
        long few = IntStream.range(0, table.rows().size())
                .filter(i -> table.whole(i, "worked") < FEW)
                .count();
        if (few > 0)
            caveats.add("fewer than " + FEW + " were worked at " + few + " of the stations: too few to compare");
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(Chart.Point.of(
                    table.text(i, "station"), table.number(i, "share"), table.interval(i), table.standsOut(i)));
        return telling.found(
                question,
                sql,
                table,
                Optional.of(Chart.bars(
                        question.text(),
                        "station",
                        "came back within " + days + " days, %",
                        points,
                        "n = " + all.all() + "; lines are 95 % intervals; dark bars stand out")),
                caveats,
                all);
    }

    private static Figure worked(Grid table, int row, Behind behind, Sql where) {
        String station = table.text(row, "station");
        return behind.figure(
                "worked at " + station,
                "defects",
                table,
                row,
                "worked",
                Optional.empty(),
                behind.of(Behind.and(where, "station = ?", station)));
    }

    private static Figure share(Grid table, int row, Behind behind, Sql where) {
        String station = table.text(row, "station");
        return behind.figure(
                "came back at " + station,
                "%",
                table,
                row,
                "share",
                Optional.of(table.interval(row)),
                behind.of(Behind.and(where, "station = ?", station)));
    }
}
