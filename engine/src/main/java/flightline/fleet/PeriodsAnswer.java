package flightline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two periods beside one another, per flight hour where hours are known and else per month, and whether they differ by more than chance. */
final class PeriodsAnswer implements Answerer {
    private static final double CHANCE = 0.05;
    private static final double MONTH = 30.4375;

    /**
     * A period and what is known of it.
     *
     * @param asked as it was asked for
     * @param held of it, what the records reach over
     * @param covered absent where hours are not known for nearly all that is counted
     */
    private record Side(Period asked, Period held, double hours, Optional<Covered> covered) {
        static Side of(Selection selection, Period asked, Period held, ClearedRecords records) {
            double hours = FlownHours.in(held, selection, records).number(0, "hours");
            return new Side(
                    asked,
                    held,
                    hours,
                    hours > 0 ? Covered.of(selection.in(asked), records).filter(Covered::nearlyAll) : Optional.empty());
        }

        String label() {
            return asked.from() + " to " + asked.to();
        }

        Sql asked(Selection selection, boolean flown) {
            Sql where = selection.in(asked).where();
            return flown ? covered.orElseThrow().asked(where) : where;
        }

        Sql shown(Selection selection, boolean flown) {
            Sql where = selection.in(asked).where();
            return flown ? covered.orElseThrow().shown(where) : where;
        }
    }

    @Override
    public FleetAnswer answer(Question question, ClearedRecords records) {
        Selection selection = question.selection();
        if (selection.counted() == Counted.RECORDS) selection = selection.counting(Counted.DEFECTS);
        Optional<Period> reach = Spans.of(selection.always(), records);
        if (reach.isEmpty()) return NoRecords.of(question, records);
        var sides = new ArrayList<Side>();
        for (Period asked :
                List.of(selection.period().orElseThrow(), question.beside().orElseThrow())) {
            Optional<Period> held = asked.within(reach.get());
            if (held.isEmpty())
                return NoRecords.lacking(
                        "the records reach from " + reach.get().from() + " to "
                                + reach.get().to() + ", so nothing can be said of the time " + asked.said(),
                        Form.TREND);
            sides.add(Side.of(selection, asked, held.get(), records));
        }
        boolean flown = selection.stations().isEmpty()
                && selection.season().isEmpty()
                && sides.stream().allMatch(side -> side.covered().isPresent());
        Grid counted = records.ask(counted(
                sides,
                List.of(
                        sides.getFirst().asked(selection, flown),
                        sides.getLast().asked(selection, flown))));
        if (counted.whole(0, "records") + counted.whole(1, "records") == 0) return NoRecords.of(question, records);
        Optional<Season> season = selection.season();
        if (season.isPresent() && sides.stream().anyMatch(side -> season.get().daysIn(side.held()) == 0))
            return NoRecords.lacking(
                    "one of the two periods has no " + season.get().word() + " that the records reach over",
                    Form.TREND);
        Grid table = table(counted, sides, flown, season);
        return told(question, selection, sides, flown, table, records);
    }

    private static Sql counted(List<Side> sides, List<Sql> where) {
        var text = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (int i = 0; i < sides.size(); i++) {
            text.add("SELECT ? AS period, count(*) AS records FROM records WHERE "
                    + where.get(i).text());
            values.add(sides.get(i).label());
            values.addAll(where.get(i).parameters());
        }
        return new Sql("SELECT * FROM (" + String.join(" UNION ALL ", text) + ") ORDER BY period", values);
    }

    private static Grid table(Grid counted, List<Side> sides, boolean flown, Optional<Season> season) {
        double unit = flown ? 1000 : MONTH;
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < sides.size(); i++) {
            double exposure = exposure(sides.get(i), flown, season);
            long count = counted.whole(i, "records");
            Interval range = Chance.count(count);
            rows.add(Grid.row(
                    sides.get(i).label(),
                    count,
                    Math.round(exposure * 10) / 10.0,
                    Figure.two(unit * count / exposure),
                    Figure.two(unit * range.low() / exposure),
                    Figure.two(unit * range.high() / exposure)));
        }
        return new Grid(
                List.of("period", "records", flown ? "flight_hours" : "days", "rate", "low", "high"), rows, false);
    }

    /** Hours, or days, those of a season alone where one is asked for. */
    private static double exposure(Side side, boolean flown, Optional<Season> season) {
        if (flown) return side.hours();
        return season.map(one -> one.daysIn(side.held()))
                .orElseGet(() -> side.held().days());
    }

    private static FleetAnswer told(
            Question question,
            Selection selection,
            List<Side> sides,
            boolean flown,
            Grid table,
            ClearedRecords records) {
        Side earlier = sides.getFirst();
        Side later = sides.getLast();
        double chance = chance(
                table.whole(0, "records"),
                table.whole(1, "records"),
                exposure(earlier, flown, selection.season()),
                exposure(later, flown, selection.season()));
        var behind = new Behind(records);
        String unit = flown ? "per 1000 FH" : "per month of 30.4375 days";
        var telling = new Telling();
        telling.say("Of " + selection.counted().many() + selection.whenever().said() + ": ");
        for (int i = 0; i < 2; i++) {
            Behind.Ids ids = behind.of(sides.get(i).asked(selection, flown));
            telling.estimate(behind.figure(
                            "rate " + table.text(i, "period"),
                            unit,
                            table,
                            i,
                            "rate",
                            Optional.of(table.interval(i)),
                            ids))
                    .say(" " + sides.get(i).asked().said() + ", ")
                    .tell(behind.figure(
                            "count " + table.text(i, "period"), "", table, i, "records", Optional.empty(), ids))
                    .say(" in all; ");
        }
        telling.say(chance <= CHANCE ? "the difference is more than chance" : "no difference that is more than chance")
                .say(": where there is none, one as large is seen with a chance of ")
                .tell(new Figure("chance", Figure.four(chance), "", Optional.empty(), -1, "", List.of(), 0))
                .say(".");
        var caveats = new ArrayList<String>();
        caveats.add("chance is that of a conditional binomial test over "
                + (flown ? "hours flown" : "days that the records reach over")
                + "; defects that come again and again count each time");
        for (Side side : sides)
            if (flown)
                side.covered()
                        .flatMap(known -> known.caveat(question.selection().counted()))
                        .ifPresent(caveats::add);
        var both = new Period(earlier.asked().from(), later.asked().to(), "");
        caveats.addAll(Caveats.of(selection.in(both), records));
        var points = new ArrayList<Chart.Point>();
        for (int i = 0; i < 2; i++)
            points.add(Chart.Point.of(table.text(i, "period"), table.number(i, "rate"), table.interval(i), false));
        long all = table.whole(0, "records") + table.whole(1, "records");
        return telling.found(
                question,
                counted(sides, List.of(earlier.shown(selection, flown), later.shown(selection, flown))),
                table,
                Optional.of(Chart.bars(
                        question.text(),
                        "period",
                        selection.counted().many() + " " + unit,
                        points,
                        "n = " + all + "; lines are 95 % intervals")),
                caveats,
                behind.of(later.asked(selection, flown)));
    }

    /** Of a split as uneven, either way, of this many where both have the same rate. */
    private static double chance(long earlier, long later, double before, double after) {
        double share = later == 0 && earlier == 0 ? 0.5 : after / (before + after);
        double up = Chance.atLeast(later, earlier + later, share);
        double down = 1 - Chance.atLeast(later + 1, earlier + later, share);
        return Math.min(1, 2 * Math.min(up, down));
    }
}
