package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.passages.PassagesParser;
import flightline.model.HashingEmbedder;
import flightline.search.EvidenceQuery;
import flightline.search.LucenePassageIndex;
import flightline.search.RevisionSwap;
import flightline.terms.Abbreviations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices of directives as the register's abstracts have them: without the directive's own number. */
final class LikelyReplacedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final String OLD = notice(
            "2024-06100",
            "2024-04-02",
            "The FAA is adopting a new airworthiness directive (AD) for certain Turnstone Aircraft Model LT-46-200 and LT-46-300 airplanes."
                    + " This AD was prompted by reports of worn couplings. This AD requires repetitive inspections of the fuel couplings and"
                    + " bonding springs for wear, and replacement if necessary.");
    private static final String NEW = notice(
            "2025-20000",
            "2025-10-10",
            "The FAA is superseding Airworthiness Directive (AD) 2024-06- 11, which applied to certain Turnstone Aircraft Model LT-46-200 and"
                    + " LT-46-300 airplanes. AD 2024-06-11 required repetitive inspections of the fuel couplings and bonding springs for wear. This AD"
                    + " continues to require these inspections and adds airplanes.");

    @TempDir
    private Path temp = Path.of("unused");

    private static String notice(String number, String day, String text) {
        return """
                {"document_number": "%s", "title": "Airworthiness Directives; Turnstone Aircraft Airplanes", "published": "%s", "kind": "final", "abstract": "%s"}
                """.formatted(number, day, text);
    }

    private static ParseOutcome.Parsed read(String... notices) {
        byte[] bytes = String.join("", notices).getBytes(StandardCharsets.UTF_8);
        var file = new SourceFile(Path.of("abstracts.jsonl"), ContentHash.of(bytes), FileKind.PASSAGES, bytes);
        return (ParseOutcome.Parsed) new Reader(List.of(new PassagesParser())).read(file);
    }

    private static HeldDocument held(String notice) {
        var header = read(notice).documents().getFirst().header();
        return new HeldDocument(
                header,
                "main",
                ContentHash.of(notice.getBytes(StandardCharsets.UTF_8)),
                "abstracts.jsonl",
                Instant.EPOCH,
                1,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** How the first stands once all have come. */
    private static String standing(RevisionLedger ledger, String first, String... others) {
        var admitted = ledger.admit(held(first));
        String standing = admitted.arrival().standing(DAY);
        for (String other : others)
            for (HeldDocument changed : ledger.admit(held(other)).changed())
                if (changed.key().equals(admitted.arrival().key())) standing = changed.standing(DAY);
        return standing;
    }

    @Test
    void notice_thatAnotherTellsNearlyWordForWord_isPerhapsSuperseded_andStaysInForce() {
        var ledger = new RevisionLedger(List.of());
        assertThat(standing(ledger, OLD, NEW)).isEqualTo("in force, perhaps superseded by FR 2025-20000");

        var later = new RevisionLedger(List.of());
        later.admit(held(NEW));
        assertThat(standing(later, OLD)).isEqualTo("in force, perhaps superseded by FR 2025-20000");
        assertThat(later.withdraw(held(NEW).header().id()))
                .singleElement()
                .satisfies(old -> assertThat(old.standing(DAY)).isEqualTo("in force"));
    }

    @Test
    void twoNoticesThatMayBeMeant_areNot_untilOneGoes() {
        String twin = OLD.replace("2024-06100", "2024-06200");
        var ledger = new RevisionLedger(List.of());
        assertThat(standing(ledger, OLD, NEW, twin)).isEqualTo("in force");
        assertThat(ledger.withdraw(held(twin).header().id()))
                .singleElement()
                .satisfies(old -> assertThat(old.doubt()).contains("perhaps superseded by FR 2025-20000"));
    }

    @Test
    void noticeOfAnotherTime_makerOrMatter_isNotMeant() {
        assertThat(standing(new RevisionLedger(List.of()), OLD.replace("2024-04-02", "2024-09-02"), NEW))
                .isEqualTo("in force");
        assertThat(standing(new RevisionLedger(List.of()), OLD.replace("Turnstone", "Linnet"), NEW))
                .isEqualTo("in force");
        String other =
                OLD.replace("fuel couplings and bonding springs for wear", "cabin door stop fittings for cracks");
        assertThat(standing(new RevisionLedger(List.of()), other, NEW)).isEqualTo("in force");
    }

    @Test
    void noticeThatMayNotBeSeen_isNotNamed() {
        var ledger = new RevisionLedger(List.of());
        ledger.admit(held(OLD));
        var secret = held(NEW);
        var marked = new HeldDocument(
                secret.header().marked(new Marking("SECRET")),
                secret.library(),
                secret.source(),
                secret.fileName(),
                secret.ingested(),
                secret.passages(),
                secret.inForceFrom(),
                secret.inForceUntil(),
                secret.why());
        assertThat(ledger.admit(marked).changed())
                .singleElement()
                .satisfies(old -> assertThat(old.standing(DAY)).isEqualTo("in force, perhaps superseded"));
    }

    @Test
    void directiveHeldUnderThatNumber_isTheOneThatEnds() {
        var ledger = new RevisionLedger(List.of());
        var whole = held(OLD);
        var numbered = new HeldDocument(
                whole.header()
                        .named(new DocumentId("AD 2024-06-11"), whole.header().revision()),
                whole.library(),
                ContentHash.of("whole".getBytes(StandardCharsets.UTF_8)),
                "ad.pdf",
                Instant.EPOCH,
                1,
                Optional.empty(),
                Optional.empty(),
                "");
        assertThat(standing(ledger, OLD, NEW)).contains("perhaps");
        assertThat(ledger.admit(numbered).changed())
                .anySatisfy(old -> assertThat(old.standing(DAY)).isEqualTo("in force"));
    }

    @Test
    void search_givesWhatPerhapsHolds_behindWhatHolds() {
        try (var index = LucenePassageIndex.open(
                temp.resolve("index"),
                new HashingEmbedder(),
                Abbreviations.standard().all())) {
            var ledger = new RevisionLedger(List.of());
            for (var document : read(OLD, NEW).documents()) {
                var passages = new PassageCutter().cut(document);
                var arriving = new ArrayList<HeldDocument>();
                var entry = ledger.admit(new HeldDocument(
                        document.header(),
                        "main",
                        ContentHash.of(document.header().id().value().getBytes(StandardCharsets.UTF_8)),
                        "abstracts.jsonl",
                        Instant.EPOCH,
                        passages.size(),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
                arriving.addAll(entry.changed());
                index.swap(List.of(new RevisionSwap(entry.arrival(), passages, arriving)));
            }
            var hits = index.search(EvidenceQuery.of("worn couplings reports, replacement if necessary", 5, DAY))
                    .hits();
            assertThat(hits)
                    .extracting(hit -> hit.document().standing(DAY))
                    .containsExactly("in force", "in force, perhaps superseded by FR 2025-20000");
            assertThat(hits.getFirst().score())
                    .isGreaterThanOrEqualTo(hits.getLast().score());
        }
    }
}
