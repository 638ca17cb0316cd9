package flightline.app.view;

import flightline.corpus.Box;
import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Place;
import flightline.corpus.RecordId;
import flightline.corpus.SafetyKind;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.Cause;
import flightline.diagnosis.Check;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.Conflict;
import flightline.diagnosis.DraftBrief;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Findings;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.SafetyNotice;
import flightline.diagnosis.Statement;
import flightline.diagnosis.SystemSet;
import flightline.diagnosis.Verification;
import flightline.diagnosis.VerifiedBrief;
import flightline.diagnosis.troubleshooting.Cost;
import flightline.flow.Answer;
import flightline.flow.Millis;
import flightline.search.Precedent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One answer of each outcome. */
public final class Samples {
    private static final String WARNING =
            "HOT BRAKES CAN EXPLODE. STAY CLEAR OF THE WHEEL FOR AT LEAST 30 MINUTES AND APPROACH FROM THE FRONT ONLY.";
    private static final String STEP =
            "Measure the gap between the return spring and the housing of the brake. Replace the spring when it is more than 3 mm.";
    private static final String SOURCE = WARNING + "\n" + STEP;

    private Samples() {}

    public static List<Answer> all() {
        return List.of(
                brief(),
                new Answer.NotEnoughEvidence(head(), "No passage speaks of it.", findings()),
                new Answer.Refused(head(), "AU-2.a", "forged records", "An entry states what was done."),
                new Answer.OutOfScope(head(), "Not about aircraft."),
                new Answer.Withheld(head(), "A warning is missing."));
    }

    public static Answer brief() {
        var draft = new DraftBrief(
                findings(),
                List.of(new Check(
                        "k1",
                        STEP,
                        "",
                        5,
                        List.of("return spring"),
                        List.of("c1"),
                        "test",
                        Cost.stated(5, "stated in the text"),
                        List.of(new Check.Way("pass", "on"), new Check.Way("fail", "replace it")))),
                List.of(new SafetyNotice(SafetyKind.WARNING, WARNING, "c2")),
                List.of(new Statement(STEP, List.of("c1"), Statement.Verdict.QUOTED)));
        return switch (new BriefVerifier()
                .verify(draft, c -> Optional.of(c.quote().equals(NARRATIVE) ? NARRATIVE : SOURCE), Map.of())) {
            case Verification.Verified(VerifiedBrief brief) -> new Answer.Brief(head(), brief);
            case Verification.Unsupported(String why) -> throw new AssertionError(why);
        };
    }

    private static final String NARRATIVE = "Left brake drags. Replaced the return spring.";

    private static Answer.Head head() {
        var complaint = new Complaint(
                "L/H brake drags", "left hand brake drags", List.of("32-42"), List.of("B-12"), List.of("65-1"));
        return new Answer.Head("q1", complaint, "A-000042", new Millis(12.34, 5, 3, 2, 1));
    }

    private static Findings findings() {
        var systems = List.of(
                new RankedSystem("3242", "Brake system of the main landing gear wheels", 0.8, "3 like records of 4"),
                new RankedSystem("29", "", 0.2, "1 passage"));
        var record = new MaintenanceRecord(
                new RecordId("W-77"),
                Optional.of(LocalDate.of(2025, 5, 1)),
                "N100",
                "LT-46",
                "1001",
                "Left brake drags.",
                "Replaced the return spring.",
                NARRATIVE,
                "return spring",
                "65-1",
                "broken",
                List.of("32-42"),
                List.of(),
                "records.csv:7",
                Map.of());
        return new Findings(
                new RankedSystems(
                        systems,
                        new SystemSet(0.9, List.of("3242", "29"), false),
                        List.of(),
                        new SystemSet(0.9, List.of("32"), false),
                        true),
                List.of(new Cause(
                        "return spring", "broken", 0.75, List.of("c1", "r1"), "named as a cause in 1 passage")),
                List.of(new Conflict("AMM-32 0 speaks of this too, but is not in force: superseded.", List.of("c1"))),
                List.of(new Exhibits.Past("r1", new Precedent(record, 0.91, 0.9, 0.9))),
                List.of(
                        new Numbered("c1", citation(STEP)),
                        new Numbered("c2", citation(WARNING)),
                        new Numbered(
                                "r1",
                                new Citation(
                                        new DocumentId("records.csv"),
                                        "2025-05-01",
                                        true,
                                        "Maintenance record W-77",
                                        List.of(),
                                        Place.of(0, NARRATIVE.length()),
                                        NARRATIVE,
                                        ContentHash.of(NARRATIVE)))));
    }

    private static Citation citation(String quote) {
        int start = SOURCE.indexOf(quote);
        return new Citation(
                new DocumentId("AMM-32.pdf"),
                "57",
                true,
                "Aircraft Maintenance Manual, Landing Gear",
                List.of("32-42 Brakes", "Inspection of the return spring"),
                new Place(
                        start, start + quote.length(), OptionalInt.of(214), Optional.of(new Box(72, 100.26, 300, 120))),
                quote,
                ContentHash.of(SOURCE));
    }
}
