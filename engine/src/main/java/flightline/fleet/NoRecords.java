package flightline.fleet;

import java.util.List;
import java.util.Optional;

/** Says why there is nothing to count. */
final class NoRecords {
    private NoRecords() {}

    /** @param by what is counted by, which what is asked for may not name */
    static FleetAnswer of(Question question, Optional<Grouping> by, ClearedRecords records) {
        if (by.isEmpty()) return of(question, records);
        Selection selection = question.selection();
        Sql where = selection.where();
        long held = records.ask(new Sql("SELECT count(*) AS n FROM records WHERE " + where.text(), where.parameters()))
                .whole(0, "n");
        return held == 0
                ? of(question, records)
                : lacking(
                        "the " + held + " " + selection.counted().named(held) + selection.said()
                                + (held == 1 ? " that is held names no " : " that are held name no ")
                                + by.get().one(),
                        Form.COUNT);
    }

    static FleetAnswer of(Question question, ClearedRecords records) {
        Grid held = records.ask(
                Sql.of("SELECT count(*) AS n, count(day) AS dated, min(day) AS first, max(day) AS last FROM records"));
        String why;
        long undated = undated(question, records);
        if (held.whole(0, "n") == 0) why = "no records are held; take some in with import-records";
        else if (question.selection().period().isPresent() && held.whole(0, "dated") == 0)
            why = "the records carry no dates, so nothing can be said of a period";
        else if (undated > 0)
            why = "all " + question.selection().counted().many()
                    + question.selection().always().said()
                    + " that are held (" + undated
                    + ") carry no date, so nothing can be said of when they were";
        else
            why = "no " + question.selection().counted().many()
                    + question.selection().said() + " are held"
                    + (held.whole(0, "dated") == 0
                            ? ""
                            : "; the records reach from " + held.text(0, "first") + " to " + held.text(0, "last"));
        return new FleetAnswer.NotEnough(why, List.of());
    }

    /** Records of the kind without a date, where none has one. */
    private static long undated(Question question, ClearedRecords records) {
        Sql where = question.selection().always().where();
        Grid held = records.ask(new Sql(
                "SELECT count(*) AS n, count(day) AS dated FROM records WHERE " + where.text(), where.parameters()));
        return held.whole(0, "dated") > 0 ? 0 : held.whole(0, "n");
    }

    /** Where records lack what the question needs. */
    static FleetAnswer lacking(String why, Form... instead) {
        return new FleetAnswer.NotEnough(
                why,
                java.util.Arrays.stream(instead)
                        .flatMap(f -> f.examples().stream())
                        .toList());
    }
}
