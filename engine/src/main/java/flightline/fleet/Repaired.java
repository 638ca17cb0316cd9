package flightline.fleet;

import java.util.List;
import java.util.Optional;

/** What was done on defects, each with the day on which the same system of the aircraft was written up again: {@code done} with {@code again}. */
final class Repaired {
    private static final String DEFECTS =
            "tail IS NOT NULL AND chapter IS NOT NULL AND day IS NOT NULL AND NOT planned";

    private Repaired() {}

    /** As it is shown, over the view {@code records} alone. */
    static Sql plain() {
        return done("");
    }

    private static Sql done(String further) {
        return Sql.of("""
                done AS (SELECT *, lead(day) OVER (PARTITION BY tail, coalesce(system, chapter) ORDER BY day, id) AS again FROM records
                  WHERE %s%s)""".formatted(DEFECTS, further));
    }

    /**
     * The same rows where it counts, as they are best asked for: read where they are known {@linkplain Beforehand beforehand}, else of the systems
     * and aircraft alone that the question is about.
     *
     * @param where what is counted of them
     */
    static Sql of(Selection selection, Sql where, ClearedRecords records) {
        var bare = new Selection(
                selection.period(),
                selection.tails(),
                selection.models(),
                selection.stations(),
                selection.systems(),
                selection.parts(),
                List.of(),
                Optional.empty(),
                selection.season(),
                selection.counted() == Counted.DEFERRALS ? Counted.RECORDS : selection.counted(),
                selection.joined());
        if (records.whole() && selection.equals(bare)) return Sql.of("done AS (SELECT * FROM store.again)");
        Sql near = done(
                " AND (tail, coalesce(system, chapter)) IN (SELECT (tail, coalesce(system, chapter)) FROM records WHERE "
                        + where.text() + ")");
        return new Sql(near.text(), where.parameters());
    }
}
