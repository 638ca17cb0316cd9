package flightline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aircraft, models or two periods beside one another: what each had, and what the others let expect. */
final class CompareAnswer implements Answerer {
    /** Of those that are said to stand out, so many may be chance. */
    static final double FALSE_SHARE = 0.05;

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        if (question.beside().isPresent()) return new PeriodsAnswer().answer(question, records);
        Grouping by = question.by().orElse(Grouping.TAIL);
        Selection selection = question.selection();
        if (selection.counted() == Counted.RECORDS) selection = selection.counting(Counted.DEFECTS);
        Optional<Period> span = Spans.of(selection, records);
        String sides = sides(selection, by);
        Optional<Covered> covered = span.isPresent()
                        && selection.season().isEmpty()
                        && FlownHours.in(span.get(), selection, records).number(0, "hours") > 0
                ? Covered.of(selection.in(span.get()), records).filter(known -> known.records() > 0)
                : Optional.empty();
        Sql sql;
        Grid counted;
        if (covered.isPresent()) {
            Covered known = covered.get();
            Period days = known.cut(span.orElseThrow());
            selection = selection.in(days);
            Sql where = selection.where(sides + " IS NOT NULL");
            sql = hours(known.steps(), known.shown(where), by, sides, days);
            counted = records.ask(hours(known.known(), known.asked(where), by, sides, days));
        } else {
            sql = records(selection, by, sides);
            counted = records.ask(sql);
        }
        boolean hours = covered.isPresent();
        if (counted.isEmpty()) return NoRecords.of(question, Optional.of(by), records);
        if (counted.rows().size() < 2)
            return NoRecords.lacking(
                    "there is only one " + by.one() + " with " + (hours ? "hours flown" : "records") + selection.said()
                            + ", so nothing can be compared",
                    Form.COUNT);
        String exposure = hours ? "flight_hours" : "of_records";
        double all = sum(counted, "records");
        double flown = sum(counted, exposure);
        var chances = new ArrayList<Double>();
        var expected = new ArrayList<Double>();
        for (int i = 0; i < counted.rows().size(); i++) {
            double others = (all - counted.number(i, "records")) / (flown - counted.number(i, exposure));
            expected.add(others * counted.number(i, exposure));
            chances.add(
                    Chance.atLeast(counted.whole(i, "records"), Math.round(all), counted.number(i, exposure) / flown));
        }
        List<Boolean> out = Chance.standOut(chances, FALSE_SHARE);
        Grid table = counted.with(
                List.of("expected", "chance", "stands_out"),
                i -> Grid.row(Math.round(expected.get(i) * 10) / 10.0, Figure.four(chances.get(i)), out.get(i)));
        return told(question, by, sides, selection, covered, table, sql, records);
    }

    /** By what they are told apart, as SQL: families of models that were named stand each for all of theirs. */
    private static String sides(Selection selection, Grouping by) {
        List<Selection.Family> families = selection.joined().families();
        if (by != Grouping.MODEL || families.isEmpty()) return by.expression();
        List<String> several =
                families.stream().flatMap(family -> family.models().stream()).toList();
        if (families.size() < 2 && several.containsAll(selection.models())) return by.expression();
        return families.stream()
                .map(family -> "WHEN model IN ("
                        + family.models().stream().map(CompareAnswer::quoted).collect(Collectors.joining(", "))
                        + ") THEN " + quoted(family.name()))
                .collect(Collectors.joining(" ", "CASE ", " ELSE model END"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static double sum(Grid table, String column) {
        return IntStream.range(0, table.rows().size())
                .mapToDouble(i -> table.number(i, column))
                .sum();
    }

    private static Sql hours(Sql steps, Sql where, Grouping by, String sides, Period span) {
        var values = new ArrayList<>(steps.parameters());
        values.add(span.to().plusDays(1));
        values.add(span.from());
        values.addAll(where.parameters());
        return new Sql(
                """
                WITH %s,
                flown AS (SELECT %s AS g, sum(%s) AS hours FROM steps GROUP BY ALL),
                counted AS (SELECT %s AS g, count(*) AS n FROM records WHERE %s GROUP BY ALL)
                SELECT g AS %s, coalesce(n, 0) AS records, round(hours, 1) AS flight_hours, round(1000 * coalesce(n, 0) / hours, 4) AS per_1000_fh
                FROM flown LEFT JOIN counted USING (g) WHERE hours > 0 AND g IS NOT NULL ORDER BY per_1000_fh DESC, 1""".formatted(steps.text(), sides, FlownHours.within(), sides, where.text(), by.column()), values);
    }

    private static Sql records(Selection selection, Grouping by, String sides) {
        Sql of = selection.whateverWasWrong().where(sides + " IS NOT NULL");
        Sql where = selection.where(sides + " IS NOT NULL");
        var values = new ArrayList<>(of.parameters());
        values.addAll(where.parameters());
        return new Sql("""
                WITH held AS (SELECT %s AS g, count(*) AS of_records FROM records WHERE %s GROUP BY ALL),
                counted AS (SELECT %s AS g, count(*) AS n FROM records WHERE %s GROUP BY ALL)
                SELECT g AS %s, coalesce(n, 0) AS records, of_records, round(100.0 * coalesce(n, 0) / of_records, 2) AS per_100_records
                FROM held LEFT JOIN counted USING (g) ORDER BY per_100_records DESC, 1""".formatted(sides, of.text(), sides, where.text(), by.column()), values);
    }

    private static FleetAnswer told(
            Question question,
            Grouping by,
            String sides,
            Selection selection,
            Optional<Covered> covered,
            Grid table,
            Sql sql,
            ClearedRecords records) {
        boolean hours = covered.isPresent();
        var behind = new Behind(records);
        Sql where = hours ? covered.get().asked(selection.where()) : selection.where();
        Behind.Ids all = behind.of(where);
        if (all.all() == 0) return NoRecords.of(question, records);
        var telling = new Telling();
        String said = selection.counted().many() + selection.said();
        List<Integer> out = IntStream.range(0, table.rows().size())
                .filter(i -> table.standsOut(i))
                .boxed()
                .toList();
        int first = out.isEmpty() ? 0 : out.getFirst();
        String name = table.text(first, by.column());
        Behind.Ids those = behind.of(Behind.and(where, sides + " = ?", name));
        telling.say(out.isEmpty() ? "No " + by.one() + " stands out by its " + said + "; the highest rate has " : "")
                .say(name + (out.isEmpty() ? " with " : " has more " + said + " than the others let expect: "))
                .tell(behind.figure(
                        name, selection.counted().named(those.all()), table, first, "records", Optional.empty(), those))
                .say(", where ")
                .tell(behind.figure("expected of " + name, "", table, first, "expected", Optional.empty(), all))
                .say(" would be usual");
        if (out.size() > 1)
            telling.say("; so do "
                    + String.join(
                            ", ",
                            out.stream()
                                    .skip(1)
                                    .limit(5)
                                    .map(i -> table.text(i, by.column()))
                                    .toList()));
        telling.say(".");
        var caveats = new ArrayList<String>();
        caveats.add(
                "of those that are said to stand out, 5 in 100 may be chance (conditional binomial test, Benjamini and Hochberg); defects that come again and again count each time");
        caveats.add(
                hours
                        ? "hours are reckoned from the readings of total time in the records"
                        : "hours flown are not known, so the exposure is the number of records");
        covered.flatMap(known -> known.caveat(question.selection().counted())).ifPresent(caveats::add);
        caveats.addAll(Caveats.of(selection, records));
        return telling.found(
                question,
                sql,
                table,
                Optional.of(chart(question, by, selection, table, hours, all.all())),
                caveats,
                all);
    }

    private static Chart chart(Question question, Grouping by, Selection selection, Grid table, boolean hours, long n) {
        String rate = hours ? "per_1000_fh" : "per_100_records";
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < Math.min(30, table.rows().size()); i++)
            points.add(Chart.Point.of(table.text(i, by.column()), table.number(i, rate), table.standsOut(i)));
        return Chart.bars(
                question.text(),
                by.one(),
                selection.counted().many() + (hours ? " per 1000 FH" : " per 100 records"),
                points,
                "n = " + n + "; dark bars stand out");
    }
}
