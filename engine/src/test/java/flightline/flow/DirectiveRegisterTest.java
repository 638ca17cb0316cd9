package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DirectiveRegisterTest {
    private static final LocalDate ISSUED = LocalDate.of(2031, 1, 10);
    private static final LocalDate DAY = LocalDate.of(2031, 6, 1);
    private static final String QUARTER = "within 3 months after the effective date of this AD";

    private final List<HeldDocument> library = library();

    @Test
    void rows_standInTheOrderOfTheirEarliestDeadline_thoseWithoutOneLast() {
        assertThat(ids(rows("", null, "in-force"))).containsExactly("AD 2031-03", "AD 2031-02", "AD 2031-04");
    }

    @Test
    void deadline_isADayWhereTheCalendarTellsIt_elseWords() {
        var row = rows("", null, "in-force").get(1);
        assertThat(row.deadlines())
                .extracting(d -> d.due().orElse(null))
                .containsExactly(LocalDate.of(2031, 5, 1), null);
        assertThat(row.deadlines().getLast().fact().value()).isEqualTo("at intervals not exceeding 300 FH");
    }

    @Test
    void dueBefore_keepsOnlyWhatHasADeadlineBeforeThatDay_theDayItselfIsNotBefore() {
        assertThat(ids(rows("", LocalDate.of(2031, 5, 1), "in-force"))).containsExactly("AD 2031-03");
        assertThat(ids(rows("", LocalDate.of(2031, 5, 2), "in-force"))).containsExactly("AD 2031-03", "AD 2031-02");
    }

    @Test
    void product_isLookedForInMakerModelsAndTitle() {
        assertThat(ids(rows("qh-20", null, "all"))).containsExactly("AD 2031-02");
        assertThat(ids(rows("Quill", null, "all"))).containsExactly("AD 2031-02");
        assertThat(ids(rows("AD 2031-04", null, "all"))).containsExactly("AD 2031-04");
    }

    @Test
    void superseded_isLabelledWithItsSuccessorAndTheDay_andIsInForceBeforeIt() {
        assertThat(rows("", null, "superseded")).singleElement().satisfies(row -> {
            assertThat(row.held().header().id().value()).isEqualTo("AD 2031-01");
            assertThat(row.supersededBy()).isEqualTo("superseded by AD 2031-02 since 2031-02-01");
            assertThat(row.successor()).contains("AD 2031-02");
        });
        var before = new DirectiveRegister.Question("", Optional.empty(), "in-force", LocalDate.of(2031, 1, 31));
        assertThat(DirectiveRegister.rows(library, before))
                .filteredOn(row -> row.held().header().id().value().equals("AD 2031-01"))
                .singleElement()
                .satisfies(row -> assertThat(row.supersededBy()).isEqualTo("superseded by AD 2031-02 from 2031-02-01"));
    }

    @Test
    void laterRevisionOfItself_isTheSuccessorWithItsRevision() {
        HeldDocument old = paper("AD 2031-01", DocumentKind.DIRECTIVE, DocumentStatus.FINAL, List.of())
                .inForce(Optional.of(ISSUED), Optional.of(DAY), "superseded by R1");
        var all = new DirectiveRegister.Question("", Optional.empty(), "all", DAY);
        assertThat(DirectiveRegister.rows(List.of(old), all))
                .singleElement()
                .satisfies(row -> assertThat(row.successor()).contains("AD 2031-01@R1"));
        HeldDocument hidden = old.inForce(Optional.of(ISSUED), Optional.of(DAY), "superseded");
        assertThat(DirectiveRegister.rows(List.of(hidden), all))
                .singleElement()
                .satisfies(row -> assertThat(row.successor()).isEmpty());
    }

    @Test
    void proposal_isFoundOnlyWhenAskedFor() {
        assertThat(ids(rows("", null, "proposed"))).containsExactly("PAD 2031-09");
        assertThat(rows("", null, "proposed").getFirst().standing()).isEqualTo("proposed only");
        assertThat(ids(rows("", null, "all"))).hasSize(5);
    }

    @Test
    void otherStatus_isRefusedWithTheWordsThatMayStandThere() {
        assertThatThrownBy(() -> rows("", null, "open"))
                .hasMessage(
                        "status must be one of in-force, final, proposed, correction, withdrawn, superseded, all, got 'open'");
    }

    @Test
    void mandate_isRequiredWhereAnActionNamesIt_andOnlyNamedElsewhere() {
        HeldDocument bulletin = library.stream()
                .filter(d -> d.header().kind() == DocumentKind.SERVICE_BULLETIN)
                .findFirst()
                .orElseThrow();
        assertThat(Mandate.of(bulletin, library, DAY))
                .extracting(m -> m.directive().header().id().value(), Mandate::bulletin, Mandate::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AD 2031-02", "SB Q-32-01 Revision 1", true),
                        org.assertj.core.groups.Tuple.tuple("AD 2031-02", "SB Q-32-01 original issue", false));
        assertThat(Mandate.by(library.get(1), library))
                .allSatisfy(mandate -> assertThat(mandate.held()).containsExactly(bulletin));
        assertThat(Mandate.of(library.get(1), library, DAY)).isEmpty();
    }

    private List<DirectiveRegister.Row> rows(
            String product, @org.jspecify.annotations.Nullable LocalDate before, String standing) {
        return DirectiveRegister.rows(
                library, new DirectiveRegister.Question(product, Optional.ofNullable(before), standing, DAY));
    }

    private static List<String> ids(List<DirectiveRegister.Row> rows) {
        return rows.stream().map(row -> row.held().header().id().value()).toList();
    }

    private static List<HeldDocument> library() {
        var ledger = new RevisionLedger(List.of());
        var held = new ArrayList<HeldDocument>();
        Fact effective = fact(Fact.Kind.EFFECTIVE, "2031-02-01");
        for (HeldDocument paper : List.of(
                paper("AD 2031-01", DocumentKind.DIRECTIVE, DocumentStatus.FINAL, List.of()),
                paper(
                        "AD 2031-02",
                        DocumentKind.DIRECTIVE,
                        DocumentStatus.FINAL,
                        List.of("AD 2031-01"),
                        effective,
                        fact(Fact.Kind.MAKE, "Quill Helicopters"),
                        fact(Fact.Kind.MODEL, "QH-20"),
                        fact(Fact.Kind.ACTION, "Replace it by SB Q-32-01, Revision 1, " + QUARTER),
                        fact(Fact.Kind.BULLETIN, "SB Q-32-01 Revision 1"),
                        fact(Fact.Kind.BULLETIN, "SB Q-32-01 original issue"),
                        fact(Fact.Kind.COMPLIANCE, QUARTER),
                        fact(Fact.Kind.COMPLIANCE, "at intervals not exceeding 300 FH")),
                paper(
                        "AD 2031-03",
                        DocumentKind.DIRECTIVE,
                        DocumentStatus.FINAL,
                        List.of(),
                        effective,
                        fact(Fact.Kind.COMPLIANCE, "within 30 days after the effective date")),
                paper("AD 2031-04", DocumentKind.DIRECTIVE, DocumentStatus.FINAL, List.of(), effective),
                paper("PAD 2031-09", DocumentKind.DIRECTIVE, DocumentStatus.PROPOSED, List.of("AD 2031-04")),
                paper("SB Q-32-01", DocumentKind.SERVICE_BULLETIN, DocumentStatus.FINAL, List.of()))) {
            var entry = ledger.admit(paper);
            held.add(entry.arrival());
            for (HeldDocument changed : entry.changed()) {
                held.removeIf(d -> d.key().equals(changed.key()));
                held.addFirst(changed);
            }
        }
        return List.copyOf(held);
    }

    private static Fact fact(Fact.Kind kind, String value) {
        return new Fact(kind, value, Place.of(0, 1));
    }

    private static HeldDocument paper(
            String id, DocumentKind kind, DocumentStatus status, List<String> supersedes, Fact... facts) {
        var header = new DocumentHeader(
                new DocumentId(id),
                id,
                new Revision("", Optional.of(ISSUED)),
                kind,
                status,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                supersedes,
                "PDF",
                0,
                List.of(facts));
        return new HeldDocument(
                header, "main", ContentHash.of(id), "f", Instant.EPOCH, 1, Optional.empty(), Optional.empty(), "");
    }
}
