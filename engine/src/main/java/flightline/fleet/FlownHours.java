package flightline.fleet;

import java.util.ArrayList;

/**
 * Hours flown, reckoned from the readings of total time that records carry.
 *
 * <p>Between two readings of an aircraft its hours are spread evenly over the days. A step backwards, or one of more than 24
 * hours a day, is a slip of the pen and counts for nothing; how many there were is told.
 */
final class FlownHours {
    private FlownHours() {}

    /**
     * A chain of common table expressions that ends in {@code steps(tail, model, day, until, hours, wrong)}: from one reading
     * (included) to the next (excluded).
     */
    static Sql steps(Selection aircraft) {
        Sql where = aircraft.aircraftAlone().where("hours IS NOT NULL", "day IS NOT NULL", "tail IS NOT NULL");
        return new Sql("""
                readings AS (SELECT tail, min(model) AS model, day, max(hours) AS total FROM records WHERE %s GROUP BY tail, day),
                pairs AS (SELECT tail, model, day, lead(day) OVER w AS until, lead(total) OVER w - total AS hours FROM readings WINDOW w AS (PARTITION BY tail ORDER BY day)),
                steps AS (SELECT tail, model, day, until, CASE WHEN hours BETWEEN 0 AND 24.0 * (until - day) THEN hours ELSE 0 END AS hours,
                  hours NOT BETWEEN 0 AND 24.0 * (until - day) AS wrong FROM pairs WHERE until IS NOT NULL)""".formatted(where.text()), where.parameters());
    }

    /** The same as it is best asked of these records: read where it is known {@linkplain Beforehand beforehand}. */
    static Sql steps(Selection aircraft, ClearedRecords records) {
        // An aircraft of two models has readings of both.
        if (!records.whole() || !aircraft.models().isEmpty()) return steps(aircraft);
        Sql where = aircraft.aircraftAlone().where();
        return new Sql("steps AS (SELECT * FROM store.flown WHERE " + where.text() + ")", where.parameters());
    }

    /** The part of a step that lies in a period, as an expression with two parameters: its first day and the day after its last. */
    static String within() {
        return "hours * greatest(0, least(until, CAST(? AS DATE)) - greatest(day, CAST(? AS DATE))) / (until - day)";
    }

    /** All hours in a period, and the steps that counted for nothing: {@code hours}, {@code wrong}. */
    static Grid in(Period period, Selection aircraft, ClearedRecords records) {
        Sql steps = steps(aircraft, records);
        var values = new ArrayList<>(steps.parameters());
        values.add(period.to().plusDays(1));
        values.add(period.from());
        return records.ask(new Sql(
                "WITH " + steps.text() + " SELECT coalesce(sum(" + within()
                        + "), 0) AS hours, count(*) FILTER (WHERE wrong) AS wrong FROM steps",
                values));
    }
}
