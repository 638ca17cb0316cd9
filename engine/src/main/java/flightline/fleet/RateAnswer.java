package flightline.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How often for what was flown; where no record carries hours, for all records. */
final class RateAnswer implements Answerer {
    private static final int FEW = 5;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Optional<Period> span = Spans.of(question.selection(), records);
        boolean ofRecords = question.share()
                || !question.selection().stations().isEmpty()
                || question.selection().season().isPresent()
                || question.by().filter(by -> by == Grouping.STATION).isPresent();
        if (span.isPresent() && !ofRecords) {
            Grid flown = FlownHours.in(span.get(), question.selection(), records);
            Optional<Covered> covered = Covered.of(question.selection().in(span.get()), records);
            if (flown.number(0, "hours") > 0
                    && covered.isPresent()
                    && covered.get().records() > 0)
                return perHours(
                        question, covered.get().cut(span.get()), covered.get(), flown.whole(0, "wrong"), records);
        }
        return ofRecords(question, records);
    }

    private static boolean apart(Optional<Grouping> by) {
        return by.filter(b -> b == Grouping.TAIL || b == Grouping.MODEL).isPresent();
    }

    private static FleetAnswer perHours(
            Question question, Period span, Covered covered, long wrong, ClearedRecords records) {
        Selection selection = question.selection().in(span);
        String by = question.by().map(Grouping::expression).orElse("'all'");
        Sql where = selection.where(by + " IS NOT NULL");
        Sql sql = perHours(question, span, covered.steps(), covered.shown(where));
        Grid counted = records.ask(perHours(question, span, covered.known(), covered.asked(where)));
        if (counted.isEmpty()) return NoRecords.of(question, question.by(), records);
        Grid table = counted.with(List.of("low", "high"), row -> {
            Interval interval = interval(counted, row);
            return Grid.row(Figure.four(interval.low()), Figure.four(interval.high()));
        });
        var caveats = new ArrayList<String>();
        caveats.add("hours are reckoned from the readings of total time in the records");
        if (wrong > 0)
            caveats.add(wrong
                    + (wrong == 1
                            ? " reading runs backwards or too fast and counts"
                            : " readings run backwards or too fast and count")
                    + " for no hours");
        covered.caveat(selection.counted()).ifPresent(caveats::add);
        return told(
                question,
                selection,
                covered.asked(selection.where()),
                table,
                sql,
                "per_1000_fh",
                "per 1000 FH",
                caveats,
                records);
    }

    private static Sql perHours(Question question, Period span, Sql steps, Sql where) {
        String by = question.by().map(Grouping::expression).orElse("'all'");
        String column = question.by().map(Grouping::column).orElse("fleet");
        String key = apart(question.by()) ? by : "'all'";
        var values = new ArrayList<>(steps.parameters());
        values.add(span.to().plusDays(1));
        values.add(span.from());
        values.addAll(where.parameters());
        return new Sql(
                """
                WITH %s,
                flown AS (SELECT %s AS flown_by, sum(%s) AS hours FROM steps GROUP BY ALL),
                counted AS (SELECT %s AS counted_by, %s AS flown_by, count(*) AS n FROM records WHERE %s GROUP BY ALL)
                SELECT %s AS %s, coalesce(n, 0) AS records, round(hours, 1) AS flight_hours, round(1000 * coalesce(n, 0) / hours, 4) AS per_1000_fh,
                  round(hours / nullif(n, 0), 1) AS mean_hours_between
                FROM flown %s JOIN counted USING (flown_by) WHERE hours > 0 ORDER BY per_1000_fh DESC, 1 LIMIT %d""".formatted(
                                steps.text(),
                                key,
                                FlownHours.within(),
                                by,
                                key,
                                where.text(),
                                apart(question.by()) ? "flown_by" : "coalesce(counted_by, 'all')",
                                column,
                                apart(question.by()) || question.by().isEmpty() ? "LEFT" : "",
                                question.top()),
                values);
    }

    private static Interval interval(Grid counted, int row) {
        Interval count = Chance.count(counted.whole(row, "records"));
        double scale = 1000 / counted.number(row, "flight_hours");
        return new Interval(count.low() * scale, count.high() * scale);
    }

    private static FleetAnswer ofRecords(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Grouping by = question.by().orElse(Grouping.MODEL);
        boolean inGroups = question.by()
                .filter(b -> switch (b) {
                    case TAIL, MODEL, STATION, YEAR, QUARTER, MONTH, SEASON, MONTH_OF_YEAR -> true;
                    case CHAPTER, SYSTEM, PART, PART_NUMBER, CONDITION -> false;
                })
                .isPresent();
        String key = question.by().map(Grouping::expression).orElse("'all'");
        String column = question.by().isPresent() ? by.column() : "fleet";
        Sql where = selection.where(key + " IS NOT NULL");
        Selection whole = selection.asWholeOfAShare();
        Sql of = whole.where();
        var values = new ArrayList<>(where.parameters());
        values.addAll(of.parameters());
        var sql = new Sql(
                """
                WITH counted AS (SELECT %s AS g, count(*) AS n FROM records WHERE %s GROUP BY ALL),
                held AS (SELECT %s AS g, count(*) AS of_records FROM records WHERE %s GROUP BY ALL)
                SELECT %s AS %s, coalesce(n, 0) AS records, of_records, round(100.0 * coalesce(n, 0) / of_records, 2) AS per_100_records
                FROM held %s counted %s WHERE of_records > 0 AND %s IS NOT NULL ORDER BY per_100_records DESC, 1 LIMIT %d""".formatted(
                                key,
                                where.text(),
                                inGroups ? key : "'all'",
                                of.text(),
                                inGroups ? "held.g" : "counted.g",
                                column,
                                inGroups ? "LEFT JOIN" : "CROSS JOIN",
                                inGroups ? "USING (g)" : "",
                                inGroups ? "held.g" : "counted.g",
                                question.top()),
                values);
        Grid counted = records.ask(sql);
        if (counted.isEmpty()
                || IntStream.range(0, counted.rows().size()).allMatch(i -> counted.whole(i, "records") == 0))
            return NoRecords.of(question, question.by(), records);
        Grid table = counted.with(List.of("low", "high"), row -> {
            Interval share = Chance.share(counted.whole(row, "records"), counted.whole(row, "of_records"));
            return Grid.row(Figure.four(100 * share.low()), Figure.four(100 * share.high()));
        });
        var caveats = new ArrayList<String>();
        caveats.add(
                question.share()
                        ? "the share is one of " + whole.counted().many() + whole.said()
                        : "hours flown are not known"
                                + (by == Grouping.STATION
                                        ? " by station"
                                        : selection.season().isPresent() ? " by season" : "")
                                + ", so the exposure is the number of "
                                + whole.counted().many());
        return told(
                question,
                selection,
                selection.where(),
                table,
                sql,
                "per_100_records",
                "per 100 " + whole.counted().many(),
                caveats,
                records);
    }

    private static FleetAnswer told(
            Question question,
            Selection selection,
            Sql where,
            Grid table,
            Sql sql,
            String rate,
            String unit,
            List<String> caveats,
            ClearedRecords records) {
        var behind = new Behind(records);
        Behind.Ids all = behind.of(where);
        var telling = new Telling();
        String first = table.columns().getFirst();
        Figure top = figure(question, table, 0, rate, unit, behind, where);
        String said = selection.counted().many() + selection.said();
        if (question.by().isEmpty()) {
            telling.estimate(top)
                    .say(": ")
                    .tell(behind.figure("count", "", table, 0, "records", Optional.empty(), all))
                    .say(" " + selection.counted().named(all.all()) + selection.said());
            if (table.columns().contains("mean_hours_between"))
                telling.say(", one in ")
                        .tell(behind.figure(
                                "mean hours between", "FH", table, 0, "mean_hours_between", Optional.empty(), all))
                        .say(" FH");
            telling.say(".");
        } else {
            telling.say("Of " + said + ", " + Titles.of(question.by().get(), table.text(0, first))
                            + " has the highest rate, ")
                    .estimate(top);
            int last = table.rows().size() - 1;
            if (last > 0 && !table.cut())
                telling.say(last + 1 < question.top() ? "; the lowest is " : "; the last listed is ")
                        .say(Titles.of(question.by().get(), table.text(last, first)) + " with ")
                        .estimate(figure(question, table, last, rate, unit, behind, where));
            telling.say(".");
        }
        long few = IntStream.range(0, table.rows().size())
                .filter(i -> table.whole(i, "records") < FEW)
                .count();
        var more = new ArrayList<>(caveats);
        if (few > 0)
            more.add("fewer than " + FEW + " in " + few + " of " + table.rows().size()
                    + " rows: too few to compare, see the intervals");
        more.addAll(Caveats.of(selection, records));
        return telling.found(
                question,
                sql,
                table,
                Optional.of(chart(question, table, rate, selection.counted().many() + " " + unit, all.all())),
                more,
                all);
    }

    private static Figure figure(
            Question question, Grid table, int row, String rate, String unit, Behind behind, Sql where) {
        String name = table.text(row, table.columns().getFirst());
        Sql those = question.by()
                .map(by -> Behind.and(where, by.expression() + " = ?", name))
                .orElse(where);
        return behind.figure(
                "rate of " + name, unit, table, row, rate, Optional.of(table.interval(row)), behind.of(those));
    }

    private static Chart chart(Question question, Grid table, String rate, String up, long n) {
        var points = IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -table.number(i, rate)))
                .map(i -> Chart.Point.of(
                        question.by()
                                .map(by -> Titles.of(by, table.text(i, by.column())))
                                .orElse("all"),
                        table.number(i, rate),
                        table.interval(i),
                        false))
                .toList();
        return Chart.bars(
                question.text(),
                question.by().map(Grouping::one).orElse(""),
                up,
                points,
                "n = " + n + "; lines are 95 % intervals");
    }
}
