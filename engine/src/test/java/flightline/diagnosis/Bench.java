package flightline.diagnosis;

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
import flightline.search.Evidence;
import flightline.search.Hit;
import flightline.search.Precedent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays passages and precedents out, best first, as the search rooms would have found them. */
final class Bench {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final List<Hit> hits = new ArrayList<>();
    private final List<Precedent> precedents = new ArrayList<>();

    static Complaint complaint(String text, String... ata) {
        return new Complaint(text, text, List.of(ata), List.of(), List.of());
    }

    Bench passage(String document, PassageKind kind, String text) {
        return passage(document, kind, "", text, Applicability.ALL, List.of("Section"));
    }

    Bench row(String document, String header, String... cells) {
        return passage(
                document,
                PassageKind.TABLE_ROW,
                header,
                String.join("\t", cells),
                Applicability.ALL,
                List.of("Trouble shooting"));
    }

    Bench passage(
            String document,
            PassageKind kind,
            String context,
            String text,
            Applicability applicability,
            List<String> path) {
        int start = 100 * hits.size() + 50;
        var safety = text.startsWith("Hot: ")
                ? List.of(new SafetyText(SafetyKind.WARNING, "HOT.", Place.of(0, 4)))
                : List.<SafetyText>of();
        var passage = new Passage(
                hits.size(),
                kind,
                path,
                text,
                context,
                Place.of(start, start + text.length()),
                safety,
                applicability,
                hits.size(),
                hits.size());
        hits.add(new Hit(passage, held(document), 1.0 / (1 + hits.size()), List.of()));
        return this;
    }

    Bench past(double similarity, String part, String action) {
        String id = "R" + (precedents.size() + 1);
        return past(similarity, id, LocalDate.of(2020, 1, 1).plusYears(precedents.size()), id, part, action, "worn");
    }

    Bench past(
            double similarity,
            String id,
            LocalDate date,
            String aircraft,
            String part,
            String action,
            String condition) {
        return past(similarity, id, date, aircraft, "brake drags", part, action, condition, "32-42");
    }

    Bench past(
            double similarity,
            String id,
            LocalDate date,
            String aircraft,
            String complaint,
            String part,
            String action,
            String condition,
            String ata) {
        precedents.add(new Precedent(
                new MaintenanceRecord(
                        new RecordId(id),
                        Optional.of(date),
                        aircraft,
                        "",
                        "",
                        complaint,
                        action,
                        complaint + " " + action,
                        part,
                        "",
                        condition,
                        ata.isEmpty() ? List.of() : List.of(ata),
                        List.of(),
                        "records.csv:" + (precedents.size() + 1),
                        Map.of()),
                similarity,
                similarity,
                similarity));
        return this;
    }

    Exhibits exhibits() {
        return Exhibits.number(new Evidence(hits, hits.size(), true), precedents);
    }

    Docket docket() {
        return new Docket(TODAY);
    }

    private static HeldDocument held(String id) {
        var header = new DocumentHeader(
                new DocumentId(id),
                "Paper " + id,
                new Revision("1", Optional.empty()),
                DocumentKind.MANUAL,
                DocumentStatus.FINAL,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                List.of(),
                "PDF",
                3);
        return new HeldDocument(
                header,
                "main",
                ContentHash.of(id),
                id + ".pdf",
                Instant.EPOCH,
                1,
                Optional.of(LocalDate.of(2020, 1, 1)),
                Optional.empty(),
                "");
    }
}
