package flightline.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The same system on the same aircraft again and again. */
final class RecurringAnswer implements Answerer {
    static final double FALSE_SHARE = 0.05;
    /** Days between two entries of one defect. */
    private static final int USUAL_DAYS = Beforehand.DAYS;
    /** Days in which entries are counted to tell whether they are more than usual. */
    private static final int WINDOW = Beforehand.WINDOW;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection().counting(Counted.DEFECTS);
        Optional<Period> span = Spans.of(selection, records);
        if (span.isEmpty()) return NoRecords.of(question, records);
        int days = question.days().orElse(USUAL_DAYS);
        Sql sql = sql(selection.in(span.get()), days, span.get());
        Grid pairs = known(selection, days, records) ? known(selection, records) : records.ask(sql);
        if (pairs.isEmpty()) return NoRecords.of(question, records);
        List<Crowd> crowds = IntStream.range(0, pairs.rows().size())
                .mapToObj(i -> crowd(pairs, i, span.get().days()))
                .toList();
        List<Double> chances = IntStream.range(0, pairs.rows().size())
                .mapToObj(i -> pairs.whole(i, "times") < Crowd.LEAST
                        ? 1.0
                        : crowds.get(i).chance(pairs.whole(i, "in_45_days")))
                .toList();
        // Many pairs are alike, so each kind is reckoned once.
        var kinds = new HashMap<Crowd, Long>();
        for (int i = 0; i < crowds.size(); i++) kinds.merge(crowds.get(i), alike(pairs, i), Long::sum);
        double least = chances.stream().mapToDouble(chance -> chance).min().orElse(1);
        List<Boolean> out = Chance.standOut(chances, Attained.of(kinds, least), FALSE_SHARE);
        List<Integer> chains = IntStream.range(0, pairs.rows().size())
                .filter(i -> pairs.whole(i, "times") >= Crowd.LEAST)
                .boxed()
                .sorted((a, b) -> out.get(a).equals(out.get(b)) ? 0 : out.get(a) ? -1 : 1)
                .toList();
        Grid table = pairs.with(List.of("chance", "stands_out"), i -> Grid.row(Figure.four(chances.get(i)), out.get(i)))
                .only(chains.stream().limit(question.top()).toList())
                .without("alike");
        return told(question, selection, table, chains.size(), sql, days, records);
    }

    /** How many pairs one row stands for. */
    private static long alike(Grid pairs, int row) {
        return pairs.columns().contains("alike") ? pairs.whole(row, "alike") : 1;
    }

    /** Whether it is reckoned {@linkplain Beforehand beforehand}: for all that the aircraft and systems asked for ever had. */
    private static boolean known(Selection selection, int days, ClearedRecords records) {
        Selection bare =
                Selection.ALL.on(selection.tails()).of(selection.systems()).counting(Counted.DEFECTS);
        return records.whole() && days == Beforehand.DAYS && selection.equals(bare);
    }

    /** The same as {@link #sql}, but pairs without a chain, which are not told of, are counted by what they are alike in. */
    private static Grid known(Selection selection, ClearedRecords records) {
        Sql where = Selection.ALL.of(selection.systems()).where();
        var values = new ArrayList<>(where.parameters());
        String only = only(selection.tails(), values);
        return records.ask(new Sql("""
                WITH own AS (SELECT * FROM store.pairs WHERE %s),
                fleet AS (SELECT system, CAST(sum(entries) AS BIGINT) AS fleet_entries FROM own GROUP BY system),
                told AS (SELECT own.*, fleet_entries, (SELECT count(DISTINCT tail) FROM own) AS fleet_aircraft FROM own JOIN fleet USING (system) WHERE %s)
                SELECT tail, system, times, first, last, last - first AS days, part, entries, in_45_days, fleet_entries, fleet_aircraft, 1 AS alike
                FROM told WHERE times > 0
                UNION ALL SELECT NULL, NULL, 0, NULL, NULL, NULL, NULL, entries, 0, fleet_entries, fleet_aircraft, count(*) FROM told WHERE times = 0 GROUP BY ALL
                ORDER BY times DESC, last DESC, tail, system""".formatted(where.text(), only), values));
    }

    private static String only(List<String> tails, List<Object> values) {
        if (tails.isEmpty()) return "true";
        values.addAll(tails);
        return "tail IN (" + String.join(", ", java.util.Collections.nCopies(tails.size(), "?")) + ")";
    }

    private static Crowd crowd(Grid pairs, int row, long days) {
        return Crowd.of(
                pairs.whole(row, "fleet_entries"),
                pairs.whole(row, "entries"),
                pairs.whole(row, "fleet_aircraft"),
                days,
                WINDOW);
    }

    /** The longest chain of each aircraft and system; what the fleet has is counted over all aircraft, whichever are asked for. */
    private static Sql sql(Selection selection, int days, Period span) {
        Sql where =
                selection.in(span).on(List.of()).where("tail IS NOT NULL", "day IS NOT NULL", "chapter IS NOT NULL");
        var values = new ArrayList<>(where.parameters());
        String only = only(selection.tails(), values);
        return new Sql("""
                WITH entries AS (SELECT id, tail, coalesce(system, chapter) AS system, day, part FROM records WHERE %s),
                steps AS (SELECT *, CASE WHEN day - lag(day) OVER w <= %d THEN 0 ELSE 1 END AS begins FROM entries WINDOW w AS (PARTITION BY tail, system ORDER BY day, id)),
                chains AS (SELECT tail, system, chain, count(*) AS times, min(day) AS first, max(day) AS last, mode(part) AS part
                  FROM (SELECT *, sum(begins) OVER (PARTITION BY tail, system ORDER BY day, id) AS chain FROM steps) GROUP BY tail, system, chain),
                longest AS (SELECT * FROM chains QUALIFY row_number() OVER (PARTITION BY tail, system ORDER BY times DESC, last DESC) = 1),
                dense AS (SELECT tail, system, count(*) OVER (PARTITION BY tail, system ORDER BY day RANGE BETWEEN CURRENT ROW AND INTERVAL 45 DAY FOLLOWING) AS following FROM entries),
                own AS (SELECT tail, system, count(*) AS entries, max(following) AS in_45_days FROM dense GROUP BY tail, system),
                fleet AS (SELECT system, count(*) AS fleet_entries FROM entries GROUP BY system)
                SELECT tail, system, times, first, last, last - first AS days, part, entries, in_45_days, fleet_entries,
                  (SELECT count(DISTINCT tail) FROM entries) AS fleet_aircraft
                FROM longest JOIN own USING (tail, system) JOIN fleet USING (system) WHERE %s
                ORDER BY times DESC, last DESC, tail, system""".formatted(where.text(), days, only), values);
    }

    private static FleetAnswer told(
            Question question, Selection selection, Grid table, int all, Sql sql, int days, ClearedRecords records) {
        var telling = new Telling();
        var behind = new Behind(records);
        if (table.isEmpty())
            return new FleetAnswer.NotEnough(
                    "no system of an aircraft was written up " + Crowd.LEAST + " times or more with at most " + days
                            + " days between" + selection.said(),
                    List.of());
        long out = IntStream.range(0, table.rows().size())
                .filter(i -> table.standsOut(i))
                .count();
        Behind.Ids first = ids(table, 0, selection, behind);
        telling.tell(new Figure("recurring", all, "", Optional.empty(), -1, "times", first.first(), first.all()))
                .say(" recurring " + (all == 1 ? "defect" : "defects") + selection.said() + ", ")
                .tell(new Figure("stand out", out, "", Optional.empty(), -1, "stands_out", List.of(), 0))
                .say(" of those listed more often than the fleet's rate lets expect. First "
                        + Titles.ofSystem(table.text(0, "system")) + " on " + table.text(0, "tail") + ": ")
                .tell(behind.figure("times", "times", table, 0, "times", Optional.empty(), first))
                .say(" times in ")
                .measure(behind.figure("days", "days", table, 0, "days", Optional.empty(), first))
                .say(", from " + table.text(0, "first") + " to " + table.text(0, "last") + ".");
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < Math.min(20, table.rows().size()); i++)
            points.add(Chart.Point.of(
                    table.text(i, "tail") + "  " + Titles.ofSystem(table.text(i, "system")),
                    table.number(i, "times"),
                    table.standsOut(i)));
        return telling.found(
                question,
                sql,
                table,
                Optional.of(Chart.bars(
                        question.text(),
                        "aircraft and system",
                        "times written up, at most " + days + " days between",
                        points,
                        "n = " + all + " chains; dark bars stand out")),
                List.of(
                        "a chain is " + Crowd.LEAST + " or more entries of one system on one aircraft with at most "
                                + days + " days between; planned work is left out; the longest of each is listed",
                        "of those that are said to stand out, 5 in 100 may be chance",
                        "entries are compared by their code; diagnose and eval repeats compare what was written"),
                first);
    }

    private static Behind.Ids ids(Grid table, int row, Selection selection, Behind behind) {
        return behind.of(Behind.and(
                selection.where(),
                "tail = ? AND coalesce(system, chapter) = ? AND day BETWEEN ? AND ?",
                table.cell(row, "tail"),
                table.cell(row, "system"),
                table.cell(row, "first"),
                table.cell(row, "last")));
    }
}
