package flightline.drafting;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
     * Records of one kind.
     *
     * @param shown the latest of them, which are printed
     * @param all how many there are
     */
    public record Items(List<MaintenanceRecord> shown, int all) {
        public Items {
            shown = List.copyOf(shown);
        }

        int more() {
            return all - shown.size();
        }
    }

    /**
     * What the records of a tail tell.
     *
     * @param open not closed yet
     * @param putOff of those, what was put off; and what was put off lately where its file tells of no closings
     * @param done in the last days
     * @param tells whether any of the records is of a file that tells what is closed
     * @param untold whether what was put off holds some of which no closing would be told
     * @param undated count of those said to be closed on a day that cannot be read, which are taken as closed
     */
    public record Log(Items open, Items putOff, Items done, boolean tells, boolean untold, int undated) {
        /** Those that are printed, each once. */
        public List<MaintenanceRecord> all() {
            var all = new LinkedHashSet<>(open.shown());
            all.addAll(putOff.shown());
            all.addAll(done.shown());
            return List.copyOf(all);
        }

        /** The counts that are printed. */
        List<String> given() {
            return List.of(
                    Integer.toString(open.more()),
                    Integer.toString(putOff.more()),
                    Integer.toString(done.more()),
                    Integer.toString(undated));
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
        sections.add(Section.of("Open items", open(log)));
        sections.add(Section.of("Put-off items", putOff(log)));
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

    private static List<Line> open(Log log) {
        var lines = new ArrayList<>(table(
                log.open(),
                log.tells()
                        ? "No open item is recorded."
                        : "The records do not tell which items are closed, so none can be called open."));
        if (log.undated() > 0)
            lines.add(remark(
                    log.undated(),
                    log.undated() == 1
                            ? "item is said to be closed, on a day that cannot be read; it is taken as closed."
                            : "items are said to be closed, on a day that cannot be read; they are taken as closed."));
        return lines;
    }

    private static List<Line> putOff(Log log) {
        var lines = new ArrayList<>(table(
                log.putOff(),
                log.tells()
                        ? "No put-off item is recorded as open."
                        : "No item was put off lately, as far as the records tell."));
        if (log.untold())
            lines.add(Line.Remark.plain(
                    new Words.Ours("Some are of a file that does not tell what is closed; they may be closed since.")));
        return lines;
    }

    private static List<Line> table(Items items, String none) {
        if (items.all() == 0) return List.of(Line.Remark.plain(new Words.Ours(none)));
        var lines = new ArrayList<Line>(List.of(RecordLines.table(items.shown())));
        if (items.more() > 0)
            lines.add(remark(
                    items.more(),
                    items.more() == 1 ? "more, the oldest, is not shown." : "more, the oldest, are not shown."));
        return lines;
    }

    private static Line remark(int count, String words) {
        return Line.Remark.plain(new Words.Given(Integer.toString(count)), new Words.Ours(words));
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
    public static List<String> given(String aircraft, String since, List<Search> searches, Log log) {
        var all = new ArrayList<>(List.of(aircraft, since));
        all.addAll(log.given());
        searches.forEach(search -> all.addAll(search.given()));
        return all;
    }
}
