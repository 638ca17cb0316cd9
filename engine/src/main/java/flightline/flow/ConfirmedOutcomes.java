package flightline.flow;

import flightline.archive.SessionBook;
import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.State;
import flightline.archive.SessionBook.Step;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Occurrence;
import flightline.fleet.RowMaker;
import flightline.records.training.Deidentifier.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collects complaints whose cause is known: sessions that were closed with one, and repairs that held. */
final class ConfirmedOutcomes {
    /** Days: as long as two entries may lie apart that are still held to be of one fault. */
    private static final int WATCHED = 45;

    private final SessionBook sessions;
    private final RepeatsFlow repeats;
    private final List<Confirmed> all = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    ConfirmedOutcomes(SessionBook sessions, RepeatsFlow repeats) {
        this.sessions = sessions;
        this.repeats = repeats;
    }

    /**
     * One of them, as it was written.
     *
     * @param id of the session or record
     * @param asked the complaint, and what was checked
     * @param answered the cause, and what was done
     * @param known who and what is named in it for certain
     */
    record Confirmed(
            String id,
            String aircraft,
            LocalDate day,
            String source,
            String asked,
            String answered,
            Marking marking,
            Known known) {}

    List<Confirmed> all() {
        return List.copyOf(all);
    }

    /** How many were left out, by why; whoever leaves out more adds to it. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    /** What people write where a cause is asked for and none is known. */
    private static final Pattern NO_CAUSE = Pattern.compile(
            "(?i)[\\W_]*|(?:cause )?(?:unknown|not (?:known|found|determined|identified)|undetermined|unclear|none|nil|n/?a|tbd|nff|ntf|cnd|no fault(?: found)?)[.!]?");

    void takeSessions() {
        for (Session session : sessions.latest(Integer.MAX_VALUE)) {
            if (session.state() != State.CLOSED
                    || NO_CAUSE.matcher(session.cause()).matches())
                leftOut.merge("session not closed with a cause", 1, Integer::sum);
            else
                switch (Memory.done("", session.action())) {
                    case WORKED -> all.add(of(session));
                    case NOTHING_FOUND -> leftOut.merge("session in which nothing was found", 1, Integer::sum);
                    case PUT_OFF -> leftOut.merge("session of work that was put off", 1, Integer::sum);
                }
        }
    }

    private static Confirmed of(Session session) {
        var asked = new StringBuilder(session.complaint());
        if (!session.model().isEmpty()) asked.insert(0, "Aircraft " + session.model() + ". ");
        for (Step step : session.steps()) {
            if (step.answer().equals("skip")
                    || step.text().isBlank()
                    || step.parts().isEmpty()) continue;
            asked.append("\nChecked: ")
                    .append(step.text())
                    .append(" Result: ")
                    .append(step.answer())
                    .append('.');
        }
        var people = new TreeSet<>(Set.of(session.who()));
        session.steps().forEach(step -> people.add(step.who()));
        Marking marking = session.markings().stream().map(Marking::new).reduce(session.marking(), Marking::and);
        return new Confirmed(
                "session " + session.id(),
                session.aircraft(),
                LocalDate.ofInstant(Instant.parse(session.changed()), ZoneOffset.UTC),
                "session",
                asked.toString(),
                answered(session.cause().toLowerCase(Locale.ROOT), session.action()),
                marking,
                new Known(named(session.aircraft()), named(session.serial()), people));
    }

    /** Records of a defect and its repair after which the fault was not complained of again, while the airframe's log went on. */
    void takeRecords(Progress progress) {
        var rows = new RowMaker();
        var cameBack = new HashSet<String>();
        for (Map<String, Object> chain :
                repeats.measure(List.of(), List.of(), progress).details())
            if (chain.get("before") instanceof List<?> before)
                for (Object one : before)
                    if (one instanceof Map<?, ?> entry) cameBack.add(String.valueOf(entry.get("record")));
        Map<String, LocalDate> last = new TreeMap<>();
        List<MaintenanceRecord> dated = repeats.dated();
        for (MaintenanceRecord record : dated)
            last.merge(
                    record.aircraft(), record.date().orElseThrow(), (one, other) -> one.isAfter(other) ? one : other);
        for (MaintenanceRecord record : dated) {
            boolean session = record.other().containsKey("session");
            boolean telling = !record.complaint().isBlank()
                    && !record.action().isBlank()
                    && !record.part().isBlank();
            LocalDate day = record.date().orElseThrow();
            boolean watched = !last.getOrDefault(record.aircraft(), day).isBefore(day.plusDays(WATCHED));
            if (session) continue;
            if (!telling) leftOut.merge("record without complaint, action or part", 1, Integer::sum);
            else if (cameBack.contains(record.id().value()))
                leftOut.merge("record whose fault came back", 1, Integer::sum);
            else if (Memory.done(record) == Occurrence.Done.NOTHING_FOUND)
                leftOut.merge("record in which nothing was found", 1, Integer::sum);
            else if (Memory.done(record) == Occurrence.Done.PUT_OFF)
                leftOut.merge("record of work that was put off", 1, Integer::sum);
            else if (rows.of(record).planned()) leftOut.merge("record of planned work", 1, Integer::sum);
            else if (!watched) leftOut.merge("record too young to tell whether its fault came back", 1, Integer::sum);
            else
                all.add(new Confirmed(
                        "record " + record.id().value(),
                        record.aircraft(),
                        day,
                        "record",
                        (record.model().isEmpty() ? "" : "Aircraft " + record.model() + ". ") + record.complaint(),
                        // One part is written in capitals here and not there; to a model those were two causes.
                        answered(record.part().toLowerCase(Locale.ROOT), record.action()),
                        record.marking(),
                        new Known(named(record.aircraft()), named(record.serial()), List.of())));
        }
    }

    private static List<String> named(String value) {
        return value.isBlank() ? List.of() : List.of(value);
    }

    private static String answered(String cause, String action) {
        String done = action.isBlank() ? "" : "\nDone: " + action.strip();
        return "Cause: " + cause.strip() + "." + done;
    }
}
