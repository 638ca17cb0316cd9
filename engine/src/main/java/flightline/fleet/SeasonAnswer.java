package flightline.fleet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By season, and whether that is more than chance. */
final class SeasonAnswer implements Answerer {
    private static final double CHANCE = 0.05;

    private final long seed;

    SeasonAnswer(long seed) {
        this.seed = seed;
    }

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Optional<Period> span = Spans.of(selection, records);
        if (span.isEmpty()) return NoRecords.of(question, records);
        boolean months = question.by().filter(b -> b == Grouping.MONTH_OF_YEAR).isPresent();
        Series series = Series.of(selection, span.get(), 1, records);
        long total = Arrays.stream(series.counts()).sum();
        if (total == 0) return NoRecords.of(question, records);
        if (span.get().days() < 365)
            return NoRecords.lacking(
                    "the records cover " + span.get().days() + " days, a pattern of the year needs a whole one",
                    Form.TREND);
        var counts = new TreeMap<String, Double>();
        var exposure = new TreeMap<String, Double>();
        List<String> names = series.labels().stream()
                .map(label -> months ? label.substring(5) : season(label))
                .toList();
        for (int i = 0; i < series.counts().length; i++) {
            counts.merge(names.get(i), (double) series.counts()[i], Double::sum);
            exposure.merge(names.get(i), series.exposure()[i], Double::sum);
        }
        if (counts.size() < 2)
            return NoRecords.lacking(
                    "all that is asked for lies in one " + (months ? "month" : "season")
                            + ", so that none can be told from another",
                    Form.COUNT);
        double chance = SeasonEffect.chance(series.asNumbers(), series.exposure(), names, seed);
        double unit = series.hours() ? 1000 : 30.4375;
        Grouping by = months ? Grouping.MONTH_OF_YEAR : Grouping.SEASON;
        var rows = new ArrayList<List<@Nullable Object>>();
        counts.entrySet().stream()
                .sorted((a, b) -> Double.compare(
                        b.getValue() / exposure.getOrDefault(b.getKey(), 0.0),
                        a.getValue() / exposure.getOrDefault(a.getKey(), 0.0)))
                .forEach(e -> {
                    double flown = exposure.getOrDefault(e.getKey(), 0.0);
                    Interval range = Chance.count(Math.round(e.getValue()));
                    rows.add(Grid.row(
                            e.getKey(),
                            Math.round(e.getValue()),
                            Math.round(flown * 10) / 10.0,
                            Figure.two(unit * e.getValue() / flown),
                            Figure.two(unit * range.low() / flown),
                            Figure.two(unit * range.high() / flown)));
                });
        Grid table = new Grid(
                List.of(by.column(), "records", series.hours() ? "flight_hours" : "days", "rate", "low", "high"),
                rows,
                false);
        return told(question, by, selection.in(span.get()), series, table, chance, records);
    }

    private static FleetAnswer told(
            Question question,
            Grouping by,
            Selection selection,
            Series series,
            Grid table,
            double chance,
            ClearedRecords records) {
        String per = series.hours() ? "per 1000 FH" : "per month of 30.4375 days";
        Sql where = series.asked(selection.where());
        var behind = new Behind(records);
        Behind.Ids all = behind.of(where);
        var telling = new Telling();
        telling.say(
                        chance <= CHANCE
                                ? "The " + by.one() + " matters for "
                                : "No seasonal effect that is more than chance for ")
                .say(selection.counted().many() + selection.said() + ": the most are in " + table.text(0, by.column())
                        + ", ")
                .estimate(rate(table, 0, per, by, behind, where))
                .say(", the fewest in " + table.text(table.rows().size() - 1, by.column()) + ", ")
                .estimate(rate(table, table.rows().size() - 1, per, by, behind, where))
                .say("; without an effect, differences as large are seen with a chance of ")
                .tell(new Figure("chance", Figure.four(chance), "", Optional.empty(), -1, "", List.of(), 0))
                .say(".");
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(Chart.Point.of(table.text(i, by.column()), table.number(i, "rate"), table.interval(i), false));
        var caveats = new ArrayList<String>();
        caveats.add("seasons are those of the northern hemisphere, in whole months");
        caveats.add("chance is the larger of a chi-square test's and of " + SeasonEffect.DRAWS
                + " times the same months in another order; of one year alone its months cannot be told from chance");
        series.caveat(selection.counted()).ifPresent(caveats::add);
        caveats.addAll(Caveats.of(selection, records));
        return telling.found(
                question,
                series.sql(),
                table,
                Optional.of(Chart.bars(
                        question.text(),
                        by.one(),
                        selection.counted().many() + " " + per,
                        points,
                        "n = " + all.all() + "; lines are 95 % intervals")),
                caveats,
                all);
    }

    private static Figure rate(Grid table, int row, String per, Grouping by, Behind behind, Sql where) {
        String name = table.text(row, by.column());
        return behind.figure(
                "rate in " + name,
                per,
                table,
                row,
                "rate",
                Optional.of(table.interval(row)),
                behind.of(Behind.and(where, by.expression() + " = ?", name)));
    }

    private static String season(String month) {
        int number = YearMonth.parse(month).getMonthValue();
        for (Season season : Season.values()) if (season.months().contains(number)) return season.word();
        throw new IllegalStateException("no season has the month " + number);
    }
}
