package flightline.search;

import flightline.corpus.Applicability;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Place;
import flightline.corpus.RecordId;
import flightline.corpus.Revision;
import flightline.corpus.SafetyKind;
import flightline.corpus.SafetyText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents and records to fill a shelf with. */
public final class Shelves {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    public static final Map<String, String> ABBREVIATIONS = Map.of(
            "l/h",
            "left hand",
            "lh",
            "left hand",
            "inop",
            "inoperative",
            "edp",
            "engine driven pump",
            "hyd",
            "hydraulic",
            "press",
            "pressure",
            "t/o",
            "takeoff",
            "o'temp",
            "overtemperature");

    private Shelves() {}

    public static HeldDocument held(String id, String revision, LocalDate from, int passages) {
        return held(id, revision, Optional.of(from), Optional.empty(), Marking.UNMARKED, passages, "");
    }

    public static HeldDocument held(
            String id,
            String revision,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Marking marking,
            int passages,
            String why) {
        var header = new DocumentHeader(
                new DocumentId(id),
                "Hydraulic power " + id,
                new Revision(revision, Optional.empty()),
                DocumentKind.MANUAL,
                DocumentStatus.FINAL,
                marking,
                Applicability.ALL,
                List.of("29-11-00"),
                List.of(),
                "PDF",
                3);
        return new HeldDocument(
                header, "main", ContentHash.of(id + revision), id + ".pdf", Instant.EPOCH, passages, from, until, why);
    }

    public static HeldDocument superseded(HeldDocument older, LocalDate on) {
        return held(
                older.header().id().value(),
                older.header().revision().label(),
                older.inForceFrom(),
                Optional.of(on),
                older.header().marking(),
                older.passages(),
                "superseded");
    }

    public static Passage passage(int ordinal, String text) {
        return passage(ordinal, text, Applicability.ALL);
    }

    public static Passage passage(int ordinal, String text, Applicability applicability) {
        return new Passage(
                ordinal,
                PassageKind.STEP,
                List.of("29-11-00 Engine driven pump", "Removal"),
                text,
                "",
                Place.onPage(10 * ordinal, 10 * ordinal + text.length(), ordinal + 1),
                List.of(new SafetyText(SafetyKind.WARNING, "Release the pressure first.", Place.of(0, 5))),
                applicability,
                ordinal,
                ordinal);
    }

    public static RevisionSwap swap(String id, String revision, LocalDate from, String... texts) {
        var passages = new ArrayList<Passage>();
        for (String text : texts) passages.add(passage(passages.size(), text));
        return new RevisionSwap(held(id, revision, from, texts.length), passages, List.of());
    }

    public static MaintenanceRecord entry(String id, String aircraft, String complaint, String action, String part) {
        return new MaintenanceRecord(
                new RecordId(id),
                Optional.of(TODAY),
                aircraft,
                "LT-46",
                "1001",
                complaint,
                action,
                complaint + " " + action,
                part,
                "65B-45821-3A",
                "worn",
                List.of("29-11"),
                List.of(),
                "records.csv:1",
                Map.of("station", "east"));
    }
}
