package flightline.fleet;

import java.time.LocalDate;
import java.util.Optional;

/** From when to when the records of a selection reach. */
final class Spans {
    private Spans() {}

    /** Of the days that records of these aircraft carry, cut to the period asked for; absent where none carries one. */
    static Optional<Period> of(Selection selection, ClearedRecords records) {
        Sql where = selection.aircraftAlone().where("day IS NOT NULL");
        Grid ends = records.ask(new Sql(
                "SELECT min(day) AS first, max(day) AS last FROM records WHERE " + where.text(), where.parameters()));
        if (!(ends.cell(0, "first") instanceof LocalDate first) || !(ends.cell(0, "last") instanceof LocalDate last))
            return Optional.empty();
        var all = new Period(first, last, "");
        return selection.period().map(all::within).orElse(Optional.of(all));
    }
}
