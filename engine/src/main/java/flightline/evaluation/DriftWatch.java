package flightline.evaluation;

import flightline.evaluation.DriftReport.Bar;
import flightline.evaluation.DriftReport.Change;
import flightline.evaluation.DriftReport.Finding;
import flightline.evaluation.DriftReport.Span;
import flightline.evaluation.DriftReport.Standing;
import flightline.evaluation.DriftReport.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares each measure with the reference period by {@link Shift}, and coverage besides with the nine in ten that are stated.
 *
 * <p>A measure is an alarm where chance would part the periods so far too seldom, by the step-down rule of Holm over all measures
 * that could be compared, and where the difference is large enough to matter. So where nothing changed, at most one report in
 * twenty raises any alarm at all, however many measures there are.
 */
public final class DriftWatch {
    /** Share of reports that raise an alarm although nothing changed, at most. */
    public static final double FALSE_ALARMS = 0.05;

    /** Of a diagnosis whose set holds the right system. */
    public static final String IN_SET = "in the set";

    /** Fewer days can hardly be dealt out anew. */
    static final int LEAST_DAYS = 8;

    static final int LEAST_COUNT = 30;
    private static final double STATED_COVERAGE = 0.9;
    private static final int ROUNDS = 4999;

    private final Daybook book;
    private final Span before;
    private final Span now;
    private final long seed;

    /** @param seed of how days are dealt out; the same gives the same report */
    public DriftWatch(Daybook book, Span before, Span now, long seed) {
        this.book = book;
        this.before = before;
        this.now = now;
        this.seed = seed;
    }

    /** A measure in both periods; no shift where there is too little. */
    private record Compared(DriftMeasure measure, Daybook.Counts then, Daybook.Counts today, Optional<Shift> shift) {
        double chance() {
            return shift.map(Shift::chance).orElse(2.0);
        }
    }

    /** @param changes what people changed */
    public DriftReport report(List<Change> changes) {
        var all = new ArrayList<Compared>();
        for (DriftMeasure measure : DriftMeasure.values()) all.add(compared(measure));
        List<Compared> tested = all.stream()
                .filter(one -> one.shift.isPresent())
                .sorted(Comparator.comparingDouble(Compared::chance))
                .toList();
        var limits = new TreeMap<DriftMeasure, Double>();
        var sure = EnumSet.noneOf(DriftMeasure.class);
        for (int i = 0; i < tested.size(); i++) {
            double limit = FALSE_ALARMS / (tested.size() - i);
            // Behind the first that is none, nothing is an alarm.
            if (sure.size() == i && tested.get(i).chance() <= limit) sure.add(tested.get(i).measure);
            limits.put(tested.get(i).measure, limit);
        }
        return new DriftReport(
                before,
                now,
                all.stream()
                        .map(one -> finding(one, limits.getOrDefault(one.measure, 0.0), sure.contains(one.measure)))
                        .toList(),
                changes);
    }

    private Compared compared(DriftMeasure measure) {
        Daybook.Counts then = book.of(measure, before.from(), before.until());
        Daybook.Counts today = book.of(measure, now.from(), now.until());
        Optional<Shift> shift = enough(then) && enough(today)
                ? Optional.of(Shift.between(then, today, measure.isOrdered(), seed, ROUNDS))
                : Optional.empty();
        return new Compared(measure, then, today, measure == DriftMeasure.COVERAGE ? withStated(shift, today) : shift);
    }

    /** Coverage is held against what is stated too: twice the smaller chance, for there are two ways to fail. */
    private static Optional<Shift> withStated(Optional<Shift> shift, Daybook.Counts today) {
        long of = today.all();
        if (of < LEAST_COUNT) return shift;
        int at = today.bins().indexOf(IN_SET);
        long held = at < 0 ? 0 : today.sums()[at];
        double chance = Shift.atLeast(of - held, of, 1 - STATED_COVERAGE);
        double lacks = Math.max(0, STATED_COVERAGE - (double) held / of);
        if (shift.isEmpty()) return Optional.of(new Shift(lacks, chance));
        return shift.map(one ->
                new Shift(Math.max(one.distance(), lacks), Math.min(1, 2 * Math.min(one.chance(), chance))));
    }

    private static boolean enough(Daybook.Counts counts) {
        return counts.days().size() >= LEAST_DAYS && counts.all() >= LEAST_COUNT;
    }

    private static Finding finding(Compared one, double limit, boolean sure) {
        boolean matters = one.shift
                .filter(shift -> shift.distance() >= one.measure.least())
                .isPresent();
        Standing standing =
                one.shift.isEmpty() ? Standing.TOO_LITTLE : sure && matters ? Standing.ALARM : Standing.STEADY;
        List<Bar> bars = bars(one);
        return new Finding(
                one.measure,
                standing,
                one.then.all(),
                one.today.all(),
                one.shift,
                limit,
                said(one, standing, sure, bars),
                bars,
                weeks(one));
    }

    private static String said(Compared one, Standing standing, boolean sure, List<Bar> bars) {
        if (standing == Standing.TOO_LITTLE)
            return String.format(
                    Locale.ROOT,
                    "%d counted on %d days before and %d on %d days now; %d on %d days of each are needed.",
                    one.then.all(),
                    one.then.days().size(),
                    one.today.all(),
                    one.today.days().size(),
                    LEAST_COUNT,
                    LEAST_DAYS);
        double distance = one.shift.map(Shift::distance).orElse(0.0);
        String largest = bars.stream()
                .max(Comparator.comparingDouble(bar -> Math.abs(bar.now() - bar.before())))
                .map(bar -> String.format(
                        Locale.ROOT,
                        "; most of all '%s', %.0f %% before and %.0f %% now",
                        bar.label(),
                        100 * bar.before(),
                        100 * bar.now()))
                .orElse("");
        String measured = String.format(Locale.ROOT, "distance %.3f, chance %.4f", distance, Math.min(1, one.chance()));
        return switch (standing) {
            case ALARM -> "Changed (" + measured + ")" + largest + ".";
            case STEADY ->
                sure
                        ? String.format(
                                Locale.ROOT,
                                "Changed, but by less than %.2f, which is of no account (%s).",
                                one.measure.least(),
                                measured)
                        : "No more different than chance makes it (" + measured + ").";
            case TOO_LITTLE -> "";
        };
    }

    private static List<Bar> bars(Compared one) {
        long[] then = one.then.sums();
        long[] today = one.today.sums();
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < then.length; i++)
            bars.add(new Bar(
                    one.then.bins().get(i),
                    then[i] / (double) Math.max(1, one.then.all()),
                    today[i] / (double) Math.max(1, one.today.all())));
        return bars;
    }

    private static List<Week> weeks(Compared one) {
        var sums = new TreeMap<LocalDate, double[]>();
        var days = new ArrayList<>(one.then.days());
        days.addAll(one.today.days());
        int bins = one.then.bins().size();
        for (Daybook.Day day : days) {
            LocalDate monday = day.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            double[] sum = sums.computeIfAbsent(monday, m -> new double[2]);
            for (int i = 0; i < bins; i++) {
                double worth = one.measure.isOrdered() ? i / Math.max(1.0, bins - 1.0) : i == 0 ? 1 : 0;
                sum[0] += worth * day.counts()[i];
                sum[1] += day.counts()[i];
            }
        }
        var weeks = new ArrayList<Week>();
        sums.forEach((monday, sum) -> weeks.add(new Week(monday, sum[0] / sum[1], Math.round(sum[1]))));
        return weeks;
    }
}
