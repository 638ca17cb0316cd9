package flightline.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parts and systems that are written up more often than before, more than chance allows. */
final class EmergingAnswer implements Answerer {
    static final double FALSE_SHARE = 0.05;
    private static final int RECENT = 90;
    private static final int BEFORE = 365;
    private static final int LEAST = 3;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Optional<Period> asked = Spans.of(selection, records);
        Optional<Period> held = Spans.of(Selection.ALL, records);
        if (asked.isEmpty() || held.isEmpty()) return NoRecords.of(question, records);
        LocalDate to = asked.get().to();
        LocalDate from = selection.period().isPresent() ? asked.get().from() : to.minusDays(RECENT - 1L);
        LocalDate begin = from.minusDays(BEFORE);
        if (begin.isBefore(held.get().from())) begin = held.get().from();
        var recent = new Period(from, to, "");
        if (!begin.isBefore(from.minusDays(recent.days() - 1)))
            return NoRecords.lacking(
                    "the records begin on " + held.get().from() + ", too late to tell what was usual before " + from,
                    Form.TREND);
        var before = new Period(begin, from.minusDays(1), "");
        Sql sql = sql(selection, recent, before, question.by());
        Grid counted = records.ask(sql);
        if (counted.isEmpty()) return NoRecords.of(question, records);
        double share = (double) recent.days() / (recent.days() + before.days());
        List<Double> chances = IntStream.range(0, counted.rows().size())
                .mapToObj(i -> counted.whole(i, "recent") < LEAST
                        ? 1.0
                        : Chance.atLeast(
                                counted.whole(i, "recent"),
                                counted.whole(i, "recent") + counted.whole(i, "before"),
                                share))
                .toList();
        List<Boolean> out = Chance.standOut(chances, FALSE_SHARE);
        Grid all = counted.with(
                List.of("expected", "chance", "stands_out"),
                i -> Grid.row(
                        Math.round(counted.number(i, "before") * recent.days() / before.days() * 10) / 10.0,
                        Math.round(chances.get(i) * 1e6) / 1e6,
                        out.get(i)));
        Grid table = all.only(IntStream.range(0, all.rows().size())
                .boxed()
                .filter(out::get)
                .sorted((a, b) -> Double.compare(chances.get(a), chances.get(b)))
                .limit(question.top())
                .toList());
        return told(question, selection, table, counted.rows().size(), sql, recent, before, records);
    }

    /** Entries of one defect that comes again count once: the first within 10 days on an aircraft. */
    private static Sql sql(Selection selection, Period recent, Period before, Optional<Grouping> by) {
        Sql where = selection
                .counting(selection.counted() == Counted.RECORDS ? Counted.DEFECTS : selection.counted())
                .in(new Period(before.from(), recent.to(), ""))
                .where();
        var values = new ArrayList<>(where.parameters());
        var kinds = new ArrayList<String>();
        for (String kind : by.filter(b -> b.expression().equals(b.column()))
                .map(Grouping::column)
                .map(List::of)
                .orElse(List.of("part", "system")))
            kinds.add("SELECT '" + kind + "' AS kind, " + kind + " AS name, tail, day, id FROM chosen WHERE " + kind
                    + " IS NOT NULL");
        values.add(recent.from());
        values.add(recent.from());
        return new Sql("""
                WITH chosen AS (SELECT * FROM records WHERE %s),
                named AS (%s),
                first AS (SELECT *, tail IS NOT NULL AND day - lag(day) OVER (PARTITION BY kind, name, tail ORDER BY day, id) <= 10 AS again FROM named)
                SELECT kind, name, count(*) FILTER (WHERE day >= ?) AS recent, count(*) FILTER (WHERE day < ?) AS before, count(DISTINCT tail) AS aircraft
                FROM first WHERE again IS NOT TRUE GROUP BY kind, name ORDER BY recent DESC, name""".formatted(where.text(), String.join(" UNION ALL ", kinds)), values);
    }

    private static FleetAnswer told(
            Question question,
            Selection selection,
            Grid table,
            int tested,
            Sql sql,
            Period recent,
            Period before,
            ClearedRecords records) {
        var behind = new Behind(records);
        Sql where = selection
                .counting(selection.counted() == Counted.RECORDS ? Counted.DEFECTS : selection.counted())
                .in(recent)
                .where();
        Behind.Ids all = behind.of(where);
        var telling = new Telling();
        telling.tell(new Figure("emerging", table.rows().size(), "", Optional.empty(), -1, "stands_out", List.of(), 0))
                .say(" of ")
                .tell(new Figure("tested", tested, "", Optional.empty(), -1, "", List.of(), 0))
                .say(" parts and systems came up more often " + recent.said() + " than the days from " + before.from()
                        + " to " + before.to() + " let expect");
        for (int i = 0; i < Math.min(3, table.rows().size()); i++) {
            boolean system = table.text(i, "kind").equals("system");
            String name = table.text(i, "name");
            Behind.Ids those = behind.of(Behind.and(where, table.text(i, "kind") + " = ?", name));
            telling.say((i == 0 ? ": " : "; ") + (system ? Titles.ofSystem(name) : name) + " with ")
                    .tell(behind.figure(name, "", table, i, "recent", Optional.empty(), those))
                    .say(", where ")
                    .tell(behind.figure("expected of " + name, "", table, i, "expected", Optional.empty(), those))
                    .say(" would be usual");
        }
        telling.say(".");
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(new Chart.Point(
                    table.text(i, "name"),
                    table.number(i, "recent"),
                    java.util.OptionalDouble.empty(),
                    java.util.OptionalDouble.empty(),
                    java.util.OptionalDouble.of(table.number(i, "expected")),
                    true));
        return telling.found(
                question,
                sql,
                table,
                points.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Chart.bars(
                                question.text(),
                                "part or system",
                                "entries in " + recent.days() + " days",
                                points,
                                "n = " + all.all() + "; ticks show what is usual")),
                List.of(
                        "of those listed, 5 in 100 may be chance (conditional binomial test, Benjamini and Hochberg over all "
                                + tested + "); fewer than " + LEAST + " entries are never listed",
                        "entries of one part or system on one aircraft within 10 days count once; planned work is left out",
                        "flying is taken to be the same in both stretches, day by day"),
                all);
    }
}
