package flightline.fleet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts over time, those of months without any among them.
 *
 * @param sql that counted them
 * @param labels of the stretches, for example {@code 2025-03}
 * @param exposure hours flown in each, or its days where hours are not known for nearly all that is counted
 * @param covered where the exposure is hours
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed to nobody outside this room
record Series(Sql sql, List<String> labels, long[] counts, double[] exposure, Optional<Covered> covered) {
    /** @param months of a stretch: 1, 3 or 12 */
    static Series of(Selection selection, Period span, int months, ClearedRecords records) {
        Grouping by = months == 1 ? Grouping.MONTH : months == 3 ? Grouping.QUARTER : Grouping.YEAR;
        List<Stretch> stretches = stretches(span, months, selection.season());
        double[] hours = hours(selection, stretches, records);
        boolean flown = selection.stations().isEmpty() && hours.length > 0;
        for (double each : hours) flown &= each > 0;
        Optional<Covered> covered =
                flown ? Covered.of(selection.in(span), records).filter(Covered::nearlyAll) : Optional.empty();
        Sql where = selection.in(span).where();
        Grid counted =
                records.ask(counted(by, covered.map(known -> known.asked(where)).orElse(where)));
        Map<String, Long> byLabel = new HashMap<>();
        for (int i = 0; i < counted.rows().size(); i++)
            byLabel.put(counted.text(i, by.column()), counted.whole(i, "records"));
        // Of a season the months of a quarter or a year are apart, and come together under its label.
        List<String> labels = stretches.stream().map(Stretch::label).distinct().toList();
        long[] counts = new long[labels.size()];
        double[] exposure = new double[labels.size()];
        for (int i = 0; i < counts.length; i++) counts[i] = byLabel.getOrDefault(labels.get(i), 0L);
        for (int i = 0; i < stretches.size(); i++)
            exposure[labels.indexOf(stretches.get(i).label())] +=
                    covered.isPresent() ? hours[i] : stretches.get(i).days();
        return new Series(
                counted(by, covered.map(known -> known.shown(where)).orElse(where)), labels, counts, exposure, covered);
    }

    private static Sql counted(Grouping by, Sql where) {
        return new Sql(
                "SELECT " + by.expression() + " AS " + by.column() + ", count(*) AS records FROM records WHERE "
                        + where.text() + " GROUP BY ALL ORDER BY 1",
                where.parameters());
    }

    /** Whether the exposure is hours flown. */
    boolean hours() {
        return covered.isPresent();
    }

    /** A condition with the one for what was counted. */
    Sql asked(Sql where) {
        return covered.map(known -> known.asked(where)).orElse(where);
    }

    /** What to know of what was not counted. */
    Optional<String> caveat(Counted counted) {
        return covered.flatMap(known -> known.caveat(counted));
    }

    private record Stretch(String label, LocalDate from, LocalDate to) {
        long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }

    /** Months that a season leaves out are none: nothing could be counted in them. */
    private static List<Stretch> stretches(Period span, int months, Optional<Season> season) {
        int step = season.isPresent() ? 1 : months;
        var all = new ArrayList<Stretch>();
        YearMonth month = YearMonth.from(span.from());
        month = month.minusMonths((month.getMonthValue() - 1) % step);
        for (; !month.atDay(1).isAfter(span.to()); month = month.plusMonths(step)) {
            LocalDate begin = month.atDay(1);
            if (season.isPresent() && !season.get().has(begin)) continue;
            LocalDate from = begin.isBefore(span.from()) ? span.from() : begin;
            LocalDate end = month.plusMonths(step - 1L).atEndOfMonth();
            String label = months == 1
                    ? month.toString()
                    : months == 3 ? month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3) : "" + month.getYear();
            all.add(new Stretch(label, from, end.isAfter(span.to()) ? span.to() : end));
        }
        return all;
    }

    private static double[] hours(Selection selection, List<Stretch> stretches, ClearedRecords records) {
        if (stretches.isEmpty()) return new double[0];
        Sql steps = FlownHours.steps(selection, records);
        var values = new ArrayList<>(steps.parameters());
        var rows = new ArrayList<String>();
        for (Stretch stretch : stretches) {
            rows.add("(" + rows.size() + ", CAST(? AS DATE), CAST(? AS DATE))");
            values.add(stretch.from());
            values.add(stretch.to().plusDays(1));
        }
        // Aircraft by aircraft and reading by reading would be far more rows: those of one day go together first.
        Grid flown = records.ask(new Sql("""
                WITH %s,
                together AS (SELECT day, until, sum(hours) AS hours FROM steps WHERE hours > 0 GROUP BY day, until),
                stretches(place, begins, ends) AS (VALUES %s)
                SELECT place, sum(hours * (least(until, ends) - greatest(day, begins)) / (until - day)) AS hours
                FROM together JOIN stretches ON day < ends AND until > begins GROUP BY place""".formatted(steps.text(), String.join(", ", rows)), values));
        double[] hours = new double[stretches.size()];
        for (int i = 0; i < flown.rows().size(); i++) hours[(int) flown.whole(i, "place")] = flown.number(i, "hours");
        return hours;
    }

    double[] asNumbers() {
        double[] numbers = new double[counts.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = counts[i];
        return numbers;
    }
}
