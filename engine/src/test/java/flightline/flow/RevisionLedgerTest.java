package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.Applicability;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RevisionLedgerTest {
    private static final LocalDate Y2024 = LocalDate.of(2024, 1, 1);
    private static final LocalDate Y2025 = LocalDate.of(2025, 1, 1);

    @Test
    void newerIssue_endsTheOlder_inWhateverOrderTheyCome() {
        var older = document("DMC-A", "001-00", Y2024, DocumentStatus.FINAL);
        var newer = document("DMC-A", "002-00", Y2025, DocumentStatus.FINAL);

        var forward = new RevisionLedger(
                        List.of(new RevisionLedger(List.of()).admit(older).arrival()))
                .admit(newer);
        assertThat(forward.arrival().inForceOn(Y2025)).isTrue();
        assertThat(forward.changed()).singleElement().satisfies(d -> {
            assertThat(d.inForceOn(Y2024)).isTrue();
            assertThat(d.inForceOn(Y2025)).isFalse();
            assertThat(d.why()).isEqualTo("superseded by 002-00");
        });

        var backward = new RevisionLedger(
                        List.of(new RevisionLedger(List.of()).admit(newer).arrival()))
                .admit(older);
        assertThat(backward.arrival()).isEqualTo(forward.changed().getFirst());
        assertThat(backward.changed()).isEmpty();
    }

    @Test
    void newerIssue_ofAnotherMarking_endsTheOlderWithoutBeingNamed() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("DMC-A", "001-00", Y2024, DocumentStatus.FINAL));
        var newer = document("DMC-A", "002-00", Y2025, DocumentStatus.FINAL);
        var secret = new HeldDocument(
                newer.header().marked(new Marking("SECRET")),
                newer.library(),
                newer.source(),
                newer.fileName(),
                newer.ingested(),
                newer.passages(),
                newer.inForceFrom(),
                newer.inForceUntil(),
                newer.why());
        assertThat(ledger.admit(secret).changed()).singleElement().satisfies(d -> {
            assertThat(d.inForceOn(Y2025)).isFalse();
            assertThat(d.standing(Y2025)).isEqualTo("superseded since " + Y2025);
        });
    }

    @Test
    void deletion_isNotInForce_andEndsWhatItDeletes() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("DMC-A", "001-00", Y2024, DocumentStatus.FINAL));
        var entry = ledger.admit(document("DMC-A", "002-00", Y2025, DocumentStatus.DELETED));
        assertThat(entry.arrival().inForceFrom()).isEmpty();
        assertThat(entry.changed())
                .singleElement()
                .satisfies(d -> assertThat(d.why()).isEqualTo("deleted by 002-00"));
    }

    @Test
    void directive_namedAsSuperseded_endsWhenItsSuccessorBegins() {
        var ledger = new RevisionLedger(List.of());
        var successor = superseding("AD 2025-0101", Y2025, "AD 2024\u201102-11");
        ledger.admit(document("AD 2024-02-11", "", Y2024, DocumentStatus.FINAL));
        assertThat(ledger.admit(successor).changed()).singleElement().satisfies(d -> {
            assertThat(d.inForceUntil()).contains(Y2025);
            assertThat(d.why()).isEqualTo("superseded by AD 2025-0101");
        });
    }

    @Test
    void letterNamedByItsFileOrTitle_endsWhenTheOneThatNamesItBegins() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("letters/SIL-100.txt", "", Y2024, DocumentStatus.FINAL));
        ledger.admit(titled("scan0001.txt", "SERVICE LETTER SL-291: Flange", Y2024));
        ledger.admit(titled("notes.txt", "Corrections to SL-291", Y2024));
        assertThat(ledger.admit(superseding("SIL-118.txt", Y2025, "SIL-100", "SL-291", "Rev 2"))
                        .changed())
                .extracting(d -> d.header().id().value(), HeldDocument::why)
                .containsExactlyInAnyOrder(
                        tuple("letters/SIL-100.txt", "superseded by SIL-118.txt"),
                        tuple("scan0001.txt", "superseded by SIL-118.txt"));
    }

    @Test
    void letterIssuedAnewAfterwards_isInForce() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(superseding("SIL-118.txt", Y2024, "SIL-100"));
        var anew = ledger.admit(document("SIL-100.txt", "Issue 2", Y2025, DocumentStatus.FINAL));
        assertThat(anew.arrival().inForceOn(Y2025)).isTrue();
    }

    @Test
    void revisionThatSaysItWasSuperseded_isNotInForce_norAreThoseBeforeIt() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("CMM", "Rev 1", Y2024, DocumentStatus.FINAL));
        var entry = ledger.admit(document("CMM", "Rev 2", Y2025, DocumentStatus.SUPERSEDED));
        assertThat(entry.arrival().standing(Y2025)).isEqualTo("superseded, as it says itself");
        assertThat(entry.arrival().inForceOn(Y2025)).isFalse();
        assertThat(entry.changed())
                .singleElement()
                .satisfies(d -> assertThat(d.inForceOn(Y2025)).isFalse());
    }

    @Test
    void documentThatSaysUntilWhenItHolds_isInForceUntilThen_andSaysSo() {
        var entry = new RevisionLedger(List.of()).admit(expiring("TR-5", Y2024, "2024-12-31"));
        assertThat(entry.arrival().standing(Y2024)).isEqualTo("in force, expires after 2024-12-31");
        assertThat(entry.arrival().inForceOn(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(entry.arrival().inForceOn(Y2025)).isFalse();
        assertThat(entry.arrival().standing(Y2025)).isEqualTo("expired by its own words since 2025-01-01");
    }

    @Test
    void whatWasSupersededBeforeItExpired_saysBySuccessor() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(expiring("TR-5", Y2024, "2025-06-30"));
        var changed = ledger.admit(superseding("TR-6", Y2025, "TR-5")).changed();
        assertThat(changed).singleElement().satisfies(d -> {
            assertThat(d.inForceUntil()).contains(Y2025);
            assertThat(d.why()).isEqualTo("superseded by TR-6");
            assertThat(d.standing(Y2024)).isEqualTo("in force");
        });
    }

    @Test
    void successorTakenOut_putsWhatItSupersededInForceAgain() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("AD 2024-02-11", "", Y2024, DocumentStatus.FINAL));
        ledger.admit(superseding("AD 2025-0101", Y2025, "2024-02-11"));
        assertThat(ledger.withdraw(new DocumentId("AD 2025-0101")))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.header().id()).isEqualTo(new DocumentId("AD 2024-02-11"));
                    assertThat(d.inForceUntil()).isEmpty();
                    assertThat(d.why()).isEmpty();
                });
        assertThat(ledger.withdraw(new DocumentId("AD 2024-02-11"))).isEmpty();
    }

    @Test
    void supersededBySecondRevision_endsWithThatRevisionNotWithTheFirst() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("SB 7", "", Y2024, DocumentStatus.FINAL));
        ledger.admit(document("SB 9", "1", Y2024, DocumentStatus.FINAL));
        ledger.admit(held(header("SB 9", "2", Y2025, DocumentStatus.FINAL, List.of("SB 7"))));
        var again = ledger.admit(held(header("SB 7", "", Y2024, DocumentStatus.FINAL, List.of()), "new scan", 9));
        assertThat(again.arrival().inForceUntil()).contains(Y2025);
    }

    @Test
    void directive_thatComesAfterItsSuccessor_isOldAtOnce() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(superseding("AD 2025-0101", Y2025, "2024-02-11"));
        var late = ledger.admit(document("AD 2024-02-11", "", Y2024, DocumentStatus.FINAL))
                .arrival();
        assertThat(late.inForceOn(Y2025)).isFalse();
        assertThat(late.inForceOn(Y2024)).isTrue();
    }

    @Test
    void proposal_endsNothing_andIsNeverInForce() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(document("AD 2024-02-11", "", Y2024, DocumentStatus.FINAL));
        var header = superseding("PAD 2025-01-77", Y2025, "2024-02-11").header();
        var proposal = held(new DocumentHeader(
                header.id(),
                header.title(),
                header.revision(),
                header.kind(),
                DocumentStatus.PROPOSED,
                header.marking(),
                header.applicability(),
                header.ata(),
                header.supersedes(),
                header.format(),
                0));
        var entry = ledger.admit(proposal);
        assertThat(entry.changed()).isEmpty();
        assertThat(entry.arrival().inForceOn(Y2025)).isFalse();
        assertThat(entry.arrival().why()).isEqualTo("proposed only");
    }

    @Test
    void secondFileOfOneRevision_replacesTheFirst() {
        var ledger = new RevisionLedger(List.of());
        var first = held(header("AMM", "12", Y2024, DocumentStatus.FINAL, List.of()), "bytes", 1);
        var second = held(header("AMM", "12", Y2024, DocumentStatus.FINAL, List.of()), "other bytes", 2);
        ledger.admit(first);
        var entry = ledger.admit(second);
        assertThat(entry.arrival().inForceOn(Y2024)).isTrue();
        assertThat(entry.changed()).isEmpty();
        assertThat(ledger.admit(second).arrival().source()).isEqualTo(second.source());
    }

    @Test
    void sameFileAgain_changesNothing() {
        var ledger = new RevisionLedger(List.of());
        var one = ledger.admit(document("DMC-A", "001-00", Y2024, DocumentStatus.FINAL))
                .arrival();
        assertThat(ledger.admit(document("DMC-A", "001-00", Y2024, DocumentStatus.FINAL)))
                .isEqualTo(new RevisionLedger.Entry(one, List.of()));
    }

    @Test
    void undatedRevision_isSupersededWithoutADay() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(held(undated("AMM", "1"), "one", 1));
        var entry = ledger.admit(held(undated("AMM", "2"), "two", 2));
        assertThat(entry.arrival().inForceOn(Y2024)).isTrue();
        assertThat(entry.changed()).singleElement().satisfies(d -> {
            assertThat(d.inForceOn(Y2024)).isFalse();
            assertThat(d.standing(Y2024)).isEqualTo("superseded by 2");
            assertThat(d.endedOn()).isEmpty();
        });
    }

    private static DocumentHeader undated(String id, String label) {
        return header(id, new Revision(label, Optional.empty()), DocumentStatus.FINAL, List.of());
    }

    private static HeldDocument document(String id, String label, LocalDate issued, DocumentStatus status) {
        return held(header(id, label, issued, status, List.of()));
    }

    private static HeldDocument superseding(String id, LocalDate issued, String... numbers) {
        return held(header(id, "", issued, DocumentStatus.FINAL, List.of(numbers)));
    }

    private static HeldDocument expiring(String id, LocalDate issued, String last) {
        var stated = new Fact(Fact.Kind.EXPIRES, last, new Place(0, 1, OptionalInt.empty(), Optional.empty()));
        return held(header(id, "", issued, DocumentStatus.FINAL, List.of()).stating(List.of(stated), List.of()));
    }

    private static HeldDocument titled(String id, String title, LocalDate issued) {
        DocumentHeader plain = header(id, "", issued, DocumentStatus.FINAL, List.of());
        return held(new DocumentHeader(
                plain.id(),
                title,
                plain.revision(),
                plain.kind(),
                plain.status(),
                plain.marking(),
                plain.applicability(),
                plain.ata(),
                plain.supersedes(),
                plain.format(),
                plain.pages()));
    }

    private static HeldDocument held(DocumentHeader header) {
        return held(header, header.id() + header.revision().label(), 0);
    }

    private static HeldDocument held(DocumentHeader header, String bytes, long second) {
        return new HeldDocument(
                header,
                "main",
                ContentHash.of(bytes),
                "f",
                Instant.ofEpochSecond(second),
                3,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static DocumentHeader header(
            String id, String label, LocalDate issued, DocumentStatus status, List<String> supersedes) {
        return header(id, new Revision(label, Optional.of(issued)), status, supersedes);
    }

    private static DocumentHeader header(String id, Revision revision, DocumentStatus status, List<String> supersedes) {
        return new DocumentHeader(
                new DocumentId(id),
                id,
                revision,
                DocumentKind.DIRECTIVE,
                status,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                supersedes,
                "PDF",
                0);
    }
}
