package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.onAircraft;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Citation;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentStatus;
import flightline.diagnosis.Numbered;
import flightline.search.Hit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that is not in force is found only when asked for, and says how it stands wherever it shows. */
final class StandingTest {
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(
                        paper("AMM-32", "1", LocalDate.of(2025, 1, 1), "hydraulic pump case drain is 900 psi"),
                        paper("AMM-32", "2", LATER, "hydraulic pump case drain is 1200 psi"),
                        paper("PAD-1", "1", LocalDate.of(2025, 1, 1), "hydraulic pump case drain needs a filter")
                                .status(DocumentStatus.PROPOSED),
                        paper("SB-9", "1", LocalDate.of(2025, 1, 1), "hydraulic pump case drain line clamp")
                                .status(DocumentStatus.WITHDRAWN),
                        paper("DM-4", "1", LocalDate.of(2025, 1, 1), "hydraulic pump case drain was moved")
                                .status(DocumentStatus.DELETED));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void search_findsOnlyWhatIsInForceOnTheDay() {
        assertThat(standings(TODAY, false)).containsExactly(Map.entry("AMM-32 1", "in force"));
        assertThat(standings(LATER, false)).containsExactly(Map.entry("AMM-32 2", "in force"));
        assertThat(standings(LocalDate.of(2024, 1, 1), false)).isEmpty();
    }

    @Test
    void search_allRevisions_findsTheRestAndSaysHowEachStands() {
        assertThat(standings(TODAY, true))
                .containsOnly(
                        Map.entry("AMM-32 1", "in force"),
                        Map.entry("AMM-32 2", "not yet in force, from 2026-06-01"),
                        Map.entry("PAD-1 1", "proposed only"),
                        Map.entry("SB-9 1", "withdrawn"),
                        Map.entry("DM-4 1", "deleted by its issuer"));
        assertThat(standings(LATER, true)).contains(Map.entry("AMM-32 1", "superseded by 2 since 2026-06-01"));
    }

    @Test
    void ask_quotesTheRevisionInForce_andNamesTheOtherAsNotInForce() {
        var answer = hangar.ask().ask(at(LATER));
        assertThat(answer).isInstanceOfSatisfying(Answer.Brief.class, brief -> {
            var citations = brief.brief().findings().citations().stream()
                    .map(Numbered::citation)
                    .toList();
            assertThat(citations)
                    .anyMatch(c -> c.revision().equals("2") && c.inForce())
                    .filteredOn(c -> !c.inForce())
                    .isNotEmpty()
                    .allMatch(c -> c.standing().matches("superseded by 2 since .*|proposed only|withdrawn|deleted .*"));
            assertThat(brief.brief().statements())
                    .noneMatch(s -> s.text().contains("900 psi"))
                    .anyMatch(s -> s.text().contains("1200 psi"));
        });
    }

    @Test
    void diagnose_citesWhatIsInForceOnTheDay() {
        var answer = hangar.diagnose().diagnose(at(LATER));
        assertThat(citations(answer))
                .filteredOn(Citation::inForce)
                .allMatch(c -> c.revision().equals("2") && c.standing().equals("in force"));
        assertThat(citations(answer))
                .filteredOn(c -> !c.inForce())
                .allMatch(c -> !c.standing().equals("in force"));
    }

    @Test
    void show_withoutARevision_isTheOneInForceThatDay() {
        for (LocalDate day : List.of(TODAY, LATER))
            assertThat(hangar.show().show(new DocumentId("AMM-32"), "", 0, 5, day, ANYBODY))
                    .hasValueSatisfying(
                            s -> assertThat(s.document().inForceOn(day)).isTrue());
    }

    @Test
    void effectivity_isToldInWords_andWhetherItIsKnown() {
        var pre = new Applicability.Worded("PRE SB 32-017", new Applicability.Has("sb 32-017", List.of("pre")));
        hangar.shelve(
                new Paper("AMM-29", "Pump").holdsFor(pre).step("Bleed the pneumatic duct joint."),
                new Paper("AMM-28", "Duct")
                        .holdsFor(new Applicability.Has("registration", List.of("qq-kaa~qq-kac")))
                        .step("Tighten the pneumatic duct joint."));
        var words = joints("QQ-KAB");
        assertThat(words).hasSize(2);
        assertThat(words.stream().map(h -> h.effectivity().holds()))
                .containsExactlyInAnyOrder(Verdict.UNKNOWN, Verdict.YES);
        assertThat(words.stream().map(h -> h.effectivity().display()))
                .contains("effectivity not known for QQ-KAB: PRE SB 32-017");
        assertThat(joints("QQ-KAD"))
                .singleElement()
                .matches(h -> h.document().header().id().value().equals("AMM-29"));
    }

    private Map<String, String> standings(LocalDate on, boolean allRevisions) {
        var found = new TreeMap<String, String>();
        var outcome = hangar.search().search(at(on), Map.of(), Optional.empty(), allRevisions);
        var result = ((SearchFlow.Outcome.Found) outcome).result();
        for (var hit : result.evidence().hits()) {
            Citation citation = result.citation(hit);
            assertThat(citation.inForce()).isEqualTo(citation.standing().equals("in force"));
            found.put(citation.document() + " " + citation.revision(), citation.standing());
        }
        return found;
    }

    private List<Hit> joints(String registration) {
        var request = onAircraft("pneumatic duct joint", registration);
        var outcome = hangar.search().search(request, Map.of(), Optional.empty(), false);
        return ((SearchFlow.Outcome.Found) outcome)
                .result().evidence().hits().stream()
                        .filter(h -> h.passage().text().contains("joint"))
                        .toList();
    }

    private static List<Citation> citations(Answer answer) {
        return switch (answer) {
            case Answer.Brief b -> numbered(b.brief().findings().citations());
            case Answer.NotEnoughEvidence n -> numbered(n.leads().citations());
            case Answer.Refused r -> throw new AssertionError(r);
            case Answer.OutOfScope o -> throw new AssertionError(o);
            case Answer.Withheld w -> throw new AssertionError(w);
        };
    }

    private static List<Citation> numbered(List<Numbered> numbered) {
        return numbered.stream().map(Numbered::citation).toList();
    }

    private static Request at(LocalDate on) {
        Request plain = request("what is the hydraulic pump case drain pressure");
        return new Request(
                plain.id(),
                plain.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                on,
                20,
                Set.of(),
                plain.asker());
    }

    private static Paper paper(String id, String revision, LocalDate issued, String text) {
        return new Paper(id, "Hydraulics " + id + " " + revision)
                .revision(revision, issued)
                .step(text + ".");
    }
}
