package flightline.drafting;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one shift leaves to the next: what is being looked for, what is open, what was put off, what was done. */
public final class Handover {
    private Handover() {}

    /**
     * A search for a cause that goes on.
     *
     * @param id of the session
     * @param state in words of the session
     * @param notes left by whoever handed it over
     */
    public record Search(String id, String state, Diagnosis diagnosis, List<String> notes) {
        public Search {
            notes = List.copyOf(notes);
        }

        List<String> given() {
            var all = new ArrayList<>(diagnosis.given());
            all.addAll(List.of(id, state));
            all.addAll(notes);
            return all;
        }
    }

    /**
     * What the records of a tail tell.
     *
     * @param open not closed yet
     * @param putOff put off, and whether they were closed since is not told
     * @param done in the last days
     */
    public record Log(List<MaintenanceRecord> open, List<MaintenanceRecord> putOff, List<MaintenanceRecord> done) {
        public Log {
            open = List.copyOf(open);
            putOff = List.copyOf(putOff);
            done = List.copyOf(done);
        }

        /** All of them. */
        public List<MaintenanceRecord> all() {
            var all = new ArrayList<>(open);
            all.addAll(putOff);
            all.addAll(done);
            return all;
        }
    }

    /**
     * @param kind a handover, or open items alone
     * @param aircraft registration, empty for all
     * @param since first day of what was done, ISO
     */
    public static Paper of(
            PaperKind kind,
            String aircraft,
            List<Search> searches,
            Log log,
            String since,
            LocalDate on,
            Marking marking) {
        var sections = new ArrayList<Section>();
        sections.add(Section.of("Searches for a cause that go on", searches(searches)));
        sections.add(Section.of("Open items", table(log.open(), "No open item is recorded.")));
        sections.add(Section.of("Put-off items", table(log.putOff(), "No put-off item is recorded.")));
        if (kind == PaperKind.HANDOVER) {
            sections.add(Section.of("Done since", done(log, since)));
            sections.add(Section.of(
                    "Next",
                    List.of(
                            new Line.Field("Who goes on", List.of()),
                            new Line.Field("What first", List.of()),
                            new Line.SignOff(List.of("Handed over by (name, time)", "Taken over by (name, time)")))));
        }
        return new Paper(
                kind,
                marking,
                on.toString(),
                List.of(Diagnosis.field("Aircraft", aircraft)),
                List.of(Line.Remark.boxed(new Words.Ours(Paper.ADVISES))),
                sections);
    }

    private static List<Line> done(Log log, String since) {
        var lines = new ArrayList<Line>(List.of(Diagnosis.field("Since", since)));
        lines.addAll(table(log.done(), "Nothing is recorded."));
        return lines;
    }

    private static List<Line> table(List<MaintenanceRecord> records, String none) {
        return records.isEmpty()
                ? List.of(Line.Remark.plain(new Words.Ours(none)))
                : List.of(RecordLines.table(records));
    }

    private static List<Line> searches(List<Search> searches) {
        if (searches.isEmpty()) return List.of(Line.Remark.plain(new Words.Ours("None goes on.")));
        var lines = new ArrayList<Line>();
        for (Search search : searches) {
            lines.add(new Line.Subheading(new Words.Given(search.id())));
            lines.add(Diagnosis.field("Aircraft", search.diagnosis().aircraft()));
            lines.add(Diagnosis.field("State", search.state()));
            lines.add(Diagnosis.field("Complaint", search.diagnosis().complaint()));
            lines.addAll(WorkCard.findings(search.diagnosis()));
            for (String note : search.notes()) lines.add(Diagnosis.field("Note", note));
        }
        return lines;
    }

    /** Every piece that was handed in. */
    public static List<String> given(String aircraft, String since, List<Search> searches) {
        var all = new ArrayList<>(List.of(aircraft, since));
        searches.forEach(search -> all.addAll(search.given()));
        return all;
    }
}
