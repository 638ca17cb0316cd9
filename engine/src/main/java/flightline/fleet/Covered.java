package flightline.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Which records hours are known for: those of an aircraft from its first reading of total time to its last. Others were written up in hours that nobody
 * told of, and would raise a rate that they are counted into.
 *
 * @param days from the first reading of any aircraft to the last
 * @param records of those asked for, that hours are known for
 * @param without of those asked for, that they are not known for
 * @param outside of those, how many are of aircraft that have readings, but before the first or after the last
 * @param steps as {@link FlownHours#steps(Selection)} has them
 * @param known the same as it is best asked
 */
record Covered(Period days, long records, long without, long outside, Sql steps, Sql known) {
    /** Of records without known hours, beyond which they are not left out of a count: one of so many. */
    private static final long FEW = 20;

    private static final String BY_TAIL =
            "SELECT tail AS of_tail, min(day) AS of_first, max(until) AS of_last FROM steps WHERE NOT wrong GROUP BY tail";

    /** Absent where no aircraft has two readings. */
    static Optional<Covered> of(Selection selection, ClearedRecords records) {
        Sql steps = FlownHours.steps(selection);
        Sql known = FlownHours.steps(selection, records);
        Sql where = selection.where();
        var values = new ArrayList<>(known.parameters());
        values.addAll(where.parameters());
        Grid found = records.ask(new Sql(
                "WITH " + known.text() + ", readings_of AS (" + BY_TAIL
                        + ") SELECT (SELECT min(of_first) FROM readings_of) AS first, (SELECT max(of_last) FROM readings_of) AS last, count(*) AS n, "
                        + "count(*) FILTER (WHERE day BETWEEN of_first AND of_last) AS covered, count(of_tail) AS of_these FROM records LEFT JOIN readings_of ON of_tail = tail WHERE "
                        + where.text(),
                values));
        if (!(found.cell(0, "first") instanceof LocalDate first) || !(found.cell(0, "last") instanceof LocalDate last))
            return Optional.empty();
        long covered = found.whole(0, "covered");
        return Optional.of(new Covered(
                new Period(first, last, ""),
                covered,
                found.whole(0, "n") - covered,
                found.whole(0, "of_these") - covered,
                steps,
                known));
    }

    /** Whether hardly any is lost where only these are counted. */
    boolean nearlyAll() {
        return without * FEW <= records + without;
    }

    /** The part of a period that readings reach over; the period where they reach over none of it. */
    Period cut(Period span) {
        return span.within(days).orElse(span);
    }

    /** A condition with the one that hours are known. */
    Sql asked(Sql where) {
        return and(where, known);
    }

    /** The same as it is shown. */
    Sql shown(Sql where) {
        return and(where, steps);
    }

    private Sql and(Sql where, Sql from) {
        if (without == 0) return where;
        String byTail = "(WITH " + from.text() + " " + BY_TAIL + ")";
        // The first takes fifteen times as long over ten million records.
        String condition = outside > 0
                ? "EXISTS (SELECT 1 FROM " + byTail
                        + " WHERE of_tail = records.tail AND records.day BETWEEN of_first AND of_last)"
                : "tail IN (SELECT of_tail FROM " + byTail + ")";
        return Behind.and(where, condition, from.parameters().toArray());
    }

    /** What to know of those that are left out; absent where there are none. */
    Optional<String> caveat(Counted counted) {
        return without == 0
                ? Optional.empty()
                : Optional.of(without + " " + counted.named(without)
                        + (without == 1 ? " is" : " are")
                        + " of no aircraft, or of days, that readings of total time tell of, and left out");
    }
}
