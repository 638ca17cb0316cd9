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
        LocalDate from =
                selection.period().map(Period::from).filter(first::isBefore).orElse(first);
        LocalDate to = selection.period().map(Period::to).filter(last::isAfter).orElse(last);
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to, ""));
    }
}
