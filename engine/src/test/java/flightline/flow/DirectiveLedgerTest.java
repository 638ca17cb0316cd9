package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

final class DirectiveLedgerTest {
    private static final LocalDate ISSUED = LocalDate.of(2025, 2, 24);
    private static final LocalDate EFFECTIVE = LocalDate.of(2025, 3, 10);
    private static final HeldDocument OLD =
            paper("AD 2024-07", DocumentStatus.FINAL, ISSUED.minusYears(1), List.of(), List.of());
    private static final HeldDocument NEW = paper(
            "AD 2025-03",
            DocumentStatus.FINAL,
            ISSUED,
            List.of("AD 2024-07"),
            List.of(new Fact(Fact.Kind.EFFECTIVE, EFFECTIVE.toString(), Place.of(0, 1))));

    @Test
    void supersededDirective_bindsUntilItsSuccessorTakesEffect_notUntilThatIsIssued() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(OLD);
        var entry = ledger.admit(NEW);
        assertThat(entry.arrival().inForceFrom()).contains(EFFECTIVE);
        assertThat(entry.changed()).singleElement().satisfies(old -> {
            assertThat(old.inForceOn(EFFECTIVE.minusDays(1))).isTrue();
            assertThat(old.inForceOn(EFFECTIVE)).isFalse();
        });
        assertThat(entry.arrival().standing(ISSUED)).isEqualTo("not yet in force, from 2025-03-10");
    }

    @Test
    void noticeOfCancellation_endsWhatItCancels_andBindsNobody_inWhateverOrderTheyCome() {
        var notice = paper(
                "AD 2024-07-CN",
                DocumentStatus.WITHDRAWN,
                ISSUED,
                List.of(),
                List.of(
                        new Fact(Fact.Kind.EFFECTIVE, EFFECTIVE.toString(), Place.of(0, 1)),
                        new Fact(Fact.Kind.CANCELS, "2024-07", Place.of(0, 1))));
        var ledger = new RevisionLedger(List.of());
        ledger.admit(OLD);
        var entry = ledger.admit(notice);
        assertThat(entry.arrival().inForceOn(EFFECTIVE)).isFalse();
        assertThat(entry.arrival().standing(EFFECTIVE)).isEqualTo("cancels AD 2024-07, binds nobody itself");
        assertThat(entry.changed()).singleElement().satisfies(old -> {
            assertThat(old.inForceOn(EFFECTIVE.minusDays(1))).isTrue();
            assertThat(old.standing(EFFECTIVE)).isEqualTo("cancelled by AD 2024-07-CN since 2025-03-10");
        });
        var other = new RevisionLedger(List.of());
        other.admit(notice);
        assertThat(other.admit(OLD).arrival().inForceOn(EFFECTIVE)).isFalse();
        assertThat(other.withdraw(notice.header().id()))
                .singleElement()
                .satisfies(old -> assertThat(old.inForceOn(EFFECTIVE)).isTrue());
    }

    @Test
    void correction_endsNothing_andEndsWithWhatItCorrects() {
        var correction = paper(
                "FR 2024-1",
                DocumentStatus.CORRECTION,
                ISSUED.minusMonths(3),
                List.of("AD 2024-07"),
                List.of(new Fact(Fact.Kind.CORRECTS, "2024-07", Place.of(0, 1))));
        var ledger = new RevisionLedger(List.of());
        ledger.admit(OLD);
        var arrival = ledger.admit(correction);
        assertThat(arrival.changed()).isEmpty();
        assertThat(arrival.arrival().inForceOn(ISSUED)).isTrue();
        assertThat(ledger.admit(NEW).changed())
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.inForceUntil()).contains(EFFECTIVE));
    }

    @Test
    void withdrawal_endsTheProposalOfItsDocket_andNoDirective() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(OLD);
        ledger.admit(paper("Docket FAA-2025-1", DocumentStatus.PROPOSED, ISSUED, List.of("AD 2024-07"), List.of()));
        var entry = ledger.admit(paper(
                "Docket FAA-2025-1", DocumentStatus.WITHDRAWN, ISSUED.plusYears(1), List.of("AD 2024-07"), List.of()));
        assertThat(entry.changed())
                .singleElement()
                .satisfies(d -> assertThat(d.why()).isEqualTo("proposed only, and withdrawn"));
    }

    private static HeldDocument paper(
            String id, DocumentStatus status, LocalDate issued, List<String> supersedes, List<Fact> facts) {
        var header = new DocumentHeader(
                new DocumentId(id),
                id,
                new Revision("", Optional.of(issued)),
                DocumentKind.DIRECTIVE,
                status,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                supersedes,
                "PDF",
                0,
                facts);
        return new HeldDocument(
                header,
                "main",
                ContentHash.of(id + status),
                "f",
                Instant.EPOCH,
                1,
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
