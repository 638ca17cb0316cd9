package flightline.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Counts over time with control limits, and whether their level changed. */
final class TrendAnswer implements Answerer {
    /** A change is told where chance would do as well in fewer cases than this. */
    static final double CHANCE = 0.05;

    private static final double SIGMAS = 3;
    /** Days from which quarters, and years, are shown: somewhat more than ten years of months, thirty of quarters. */
    private static final long QUARTERS_FROM = 3700;

    private static final long YEARS_FROM = 11_000;

    private final long seed;

    TrendAnswer(long seed) {
        this.seed = seed;
    }

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        Optional<Period> span = Spans.of(selection, records);
        if (span.isEmpty()) return NoRecords.of(question, records);
        int months = months(question.by(), span.get());
        Series series = Series.of(selection, span.get(), months, records);
        long total = Arrays.stream(series.counts()).sum();
        if (total == 0) return NoRecords.of(question, records);
        double scatter = LevelChange.scatter(series.asNumbers(), series.exposure());
        double level = total / Arrays.stream(series.exposure()).sum();
        Optional<LevelChange> change = LevelChange.find(series.counts(), series.exposure(), seed);
        Grid table = table(series, months, level, scatter);
        return told(question, selection.in(span.get()), series, table, change, scatter, records);
    }

    /** Of a point; where nobody says, as many as leave points that can still be told apart. */
    private static int months(Optional<Grouping> by, Period span) {
        if (by.isPresent())
            return switch (by.get()) {
                case YEAR -> 12;
                case QUARTER -> 3;
                default -> 1;
            };
        return span.days() > YEARS_FROM ? 12 : span.days() > QUARTERS_FROM ? 3 : 1;
    }

    private static Grid table(Series series, int months, double level, double scatter) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < series.counts().length; i++) {
            double middle = level * series.exposure()[i];
            double width = SIGMAS * Math.sqrt(scatter * middle);
            double low = Math.max(0, middle - width);
            long count = series.counts()[i];
            rows.add(Grid.row(
                    series.labels().get(i),
                    count,
                    tenth(series.exposure()[i]),
                    tenth(middle),
                    tenth(low),
                    tenth(middle + width),
                    count > middle + width ? "above" : count < low ? "below" : ""));
        }
        String label = months == 1 ? "month" : months == 3 ? "quarter" : "year";
        return new Grid(
                List.of(
                        label,
                        "records",
                        series.hours() ? "flight_hours" : "days",
                        "expected",
                        "low",
                        "high",
                        "outside"),
                rows,
                false);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static FleetAnswer told(
            Question question,
            Selection selection,
            Series series,
            Grid table,
            Optional<LevelChange> change,
            double scatter,
            ClearedRecords records) {
        Sql where = series.asked(selection.where());
        Behind.Ids ids = new Behind(records).of(where);
        String label = table.columns().getFirst();
        var telling = new Telling();
        Figure all = new Figure(
                "all",
                ids.all(),
                selection.counted().named(ids.all()),
                Optional.empty(),
                -1,
                "records",
                ids.first(),
                ids.all());
        telling.measure(all).say(selection.said() + ", in ");
        telling.tell(new Figure(
                        label + "s", table.rows().size(), label + "s", Optional.empty(), -1, label, List.of(), 0))
                .say(" " + label + (table.rows().size() == 1 ? "" : "s") + ". ");
        boolean changed = change.isPresent() && change.get().chance() <= CHANCE;
        if (changed) {
            LevelChange found = change.get();
            double unit = series.hours() ? 1000 : 30.4375;
            String per = series.hours() ? "per 1000 FH" : "per month of 30.4375 days";
            telling.say("The level " + (found.after() > found.before() ? "rose" : "fell") + " with "
                            + series.labels().get(found.at()) + ", from ")
                    .tell(level("level before", found.before() * unit, per))
                    .say(" to ")
                    .measure(level("level after", found.after() * unit, per))
                    .say("; where there is no change, one as clear is seen with a chance of ")
                    .tell(level("chance", found.chance(), ""))
                    .say(".");
        } else if (change.isPresent()) telling.say("No change of level that is more than chance.");
        else telling.say("Too short or too few to tell whether the level changed.");
        long outside = table.rows().stream()
                .filter(row -> !String.valueOf(row.getLast()).isEmpty())
                .count();
        telling.say(" ")
                .tell(new Figure("outside", outside, "", Optional.empty(), -1, "outside", List.of(), 0))
                .say(outside == 1 ? " point lies" : " points lie")
                .say(" outside the control limits.");
        return telling.found(
                question,
                series.sql(),
                table,
                Optional.of(chart(
                        question,
                        table,
                        label,
                        changed ? change.get().at() : -1,
                        selection.counted().many(),
                        ids.all())),
                caveats(selection, series, label, scatter, records),
                ids);
    }

    private static List<String> caveats(
            Selection selection, Series series, String label, double scatter, ClearedRecords records) {
        var caveats = new ArrayList<String>();
        caveats.add("control limits are 3 sigma of "
                + (series.hours() ? "a u-chart over hours flown" : "a c-chart over days")
                + (scatter > 1.05
                        ? ", widened because neighbouring points scatter "
                                + Figure.shown(Math.round(scatter * 10) / 10.0)
                                + " times as much as a Poisson law lets expect"
                        : ""));
        caveats.add("a change of level is told where chance does as well in at most 5 of 100 series without one");
        selection.season().ifPresent(season -> caveats.add("only months of " + season.word() + " are looked at"));
        caveats.add("the first and last " + label + " may be parts of one; their limits allow for that");
        series.caveat(selection.counted()).ifPresent(caveats::add);
        caveats.addAll(Caveats.of(selection, records));
        return caveats;
    }

    private static Figure level(String name, double value, String unit) {
        return new Figure(name, Figure.four(value), unit, Optional.empty(), -1, "", List.of(), 0);
    }

    private static Chart chart(Question question, Grid table, String label, int change, String up, long n) {
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < table.rows().size(); i++)
            points.add(new Chart.Point(
                    table.text(i, label),
                    table.number(i, "records"),
                    OptionalDouble.of(table.number(i, "low")),
                    OptionalDouble.of(table.number(i, "high")),
                    OptionalDouble.of(table.number(i, "expected")),
                    !table.text(i, "outside").isEmpty()));
        return new Chart(
                Chart.Kind.CONTROL,
                question.text(),
                label,
                up + " a " + label,
                points,
                change,
                "n = " + n + "; dashed lines are 3-sigma control limits");
    }
}
