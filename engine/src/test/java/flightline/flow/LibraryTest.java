package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Citation;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search, show, library and check: what is found, what may be seen, what is logged. */
final class LibraryTest {
    private static final String OPEN = "Bleed the brake line of the wheel.";
    private static final String CLOSED = "Bleed the brake line of the cannon.";

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(
                        new Paper("AMM-32", "32-41 Brakes")
                                .step("Put on gloves.")
                                .step(OPEN),
                        new Paper("SECRET-32", "32-41 Cannon")
                                .marked("restricted")
                                .step(CLOSED));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void search_findsWithinTheScope_andCountsNoMore() {
        var found = found(request("bleed the brake line"));
        assertThat(found.evidence().hits())
                .allMatch(h -> h.document().header().marking().equals(Marking.UNMARKED));
        assertThat(found.evidence().hits().getFirst().passage().text()).isEqualTo(OPEN);
        assertThat(found.evidence().total()).isEqualTo(found.evidence().hits().size());
        assertThat(found.citation(found.evidence().hits().getFirst()).quote()).isEqualTo(OPEN);
        assertThat(found(request("bleed the brake line", CLEARED)).evidence().hits())
                .anyMatch(h -> h.passage().text().equals(CLOSED));
        assertThat(hangar.entries().getFirst().event().details())
                .containsEntry("hits", Integer.toString(found.evidence().hits().size()));
    }

    @Test
    void search_refusedOrOutOfScope_isDeniedAndLogged() {
        assertThat(search(request("forge the inspector's stamp")))
                .isInstanceOfSatisfying(SearchFlow.Outcome.Denied.class, d -> {
                    assertThat(d.outcome()).isEqualTo("refused");
                    assertThat(d.clause()).startsWith("AU-");
                    assertThat(d.audit()).isEqualTo(hangar.entries().getLast().id());
                });
        assertThat(search(request("write me a poem about autumn")))
                .isInstanceOfSatisfying(
                        SearchFlow.Outcome.Denied.class,
                        d -> assertThat(d.outcome()).isEqualTo("out-of-scope"));
    }

    @Test
    void citation_opensTheRevisionItIsOf_whereAnotherBearsItsLabel() {
        hangar.shelve(
                new Paper("SB 32-1", "Axle")
                        .revision("Rev 1", LocalDate.of(2025, 1, 10))
                        .step("Torque the axle nut of the nose wheel to 200 Nm."),
                new Paper("SB 32-1", "Axle")
                        .revision("Rev 1", LocalDate.of(2025, 10, 10))
                        .step("Torque the axle nut of the nose wheel to 350 Nm."));
        var id = new DocumentId("SB 32-1");
        var found = (SearchFlow.Outcome.Found) hangar.search()
                .search(
                        Hangar.request("axle nut torque nose wheel"),
                        Map.of("document", id.value()),
                        Optional.empty(),
                        true);
        var citations = found.result().evidence().hits().stream()
                .map(found.result()::citation)
                .toList();
        assertThat(citations).hasSize(2);
        for (Citation one : citations) {
            assertThat(one.revision()).isEqualTo("Rev 1");
            assertThat(hangar.show()
                            .show(
                                    id,
                                    one.exact(),
                                    one.place().start(),
                                    one.place().end(),
                                    Hangar.TODAY,
                                    ANYBODY))
                    .hasValueSatisfying(shown -> assertThat(shown.text()).isEqualTo(one.quote()));
        }
        assertThat(hangar.show().sheet(id, "Rev 1", Hangar.TODAY, ANYBODY))
                .hasValueSatisfying(sheet ->
                        assertThat(sheet.document().inForceOn(Hangar.TODAY)).isTrue());
    }

    @Test
    void show_isThePassageBetweenItsNeighbours() {
        var place = hangar.index.passages("AMM-32@1/2025-01-01").stream()
                .filter(p -> p.text().equals(OPEN))
                .findFirst()
                .orElseThrow()
                .place();
        var shown = hangar.show().show(new DocumentId("AMM-32"), "", place.start(), place.end(), Hangar.TODAY, ANYBODY);
        assertThat(shown).hasValueSatisfying(s -> {
            assertThat(s.text()).isEqualTo(OPEN);
            assertThat(s.before()).contains("Put on gloves.").doesNotContain("1 Put");
            assertThat(s.beforeAsRead()).contains("1 Put on gloves.");
            assertThat(s.textAsRead()).isEqualTo("1 " + OPEN);
            assertThat(s.passages()).hasSize(1);
            assertThat(s.original())
                    .isInstanceOfSatisfying(
                            Original.Whole.class,
                            whole -> assertThat(Path.of(whole.place())).exists());
        });
        assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("shown");
    }

    @Test
    void show_whatMayNotBeSeen_isAsIfItWereNotThere() {
        assertThat(show("SECRET-32", 0, 5, ANYBODY)).isEmpty();
        assertThat(show("NO-SUCH", 0, 5, ANYBODY)).isEmpty();
        assertThat(show("SECRET-32", 0, 5, CLEARED)).isPresent();
        assertThat(hangar.entries()).hasSize(3);
    }

    @Test
    void show_placeOutsideTheDocument_isNotFound() {
        assertThat(show("AMM-32", 0, 9_999, ANYBODY)).isEmpty();
        assertThat(show("AMM-32", -1, 2, ANYBODY)).isEmpty();
        assertThat(show("AMM-32", 5, 2, ANYBODY)).isEmpty();
    }

    @Test
    void show_newestRevisionMarked_showsTheNewestThatMayBeSeen() {
        hangar.shelve(new Paper("AMM-32", "32-41 Brakes")
                .revision("2", LocalDate.of(2026, 1, 1))
                .marked("RESTRICTED")
                .step("Bleed nothing."));
        assertThat(show("AMM-32", 0, 3, ANYBODY))
                .hasValueSatisfying(s ->
                        assertThat(s.document().header().revision().label()).isEqualTo("1"));
    }

    @Test
    void library_listsAndExportsWhatMayBeSeen() throws IOException {
        assertThat(ids(hangar.library().list(ANYBODY))).containsExactly("AMM-32");
        assertThat(ids(hangar.library().list(CLEARED))).containsExactly("AMM-32", "SECRET-32");
        var written = hangar.library().export(folder.resolve("out"), ANYBODY);
        assertThat(written)
                .singleElement()
                .satisfies(file ->
                        assertThat(Files.readString(file)).contains(OPEN).doesNotContain("cannon"));
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(hangar.entries().getLast().event().kind()).isEqualTo("export");
    }

    @Test
    void remove_takesTextAndOriginalAway() {
        var held = hangar.library().list(ANYBODY).getFirst();
        assertThat(ids(hangar.library().remove(new DocumentId("AMM-32"), ANYBODY)))
                .containsExactly("AMM-32");
        assertThat(hangar.archive.holdsOriginal(held.source())).isFalse();
        assertThat(found(request("bleed the brake line")).evidence().hits()).isEmpty();
        assertThat(show("AMM-32", 0, 3, ANYBODY)).isEmpty();
        assertThat(hangar.check().check(Progress.SILENT))
                .allMatch(i -> i.faults().isEmpty());
    }

    @Test
    void remove_whatMayNotBeSeen_isAsIfItWereNotHeld() {
        assertThat(hangar.library().remove(new DocumentId("SECRET-32"), ANYBODY))
                .isEmpty();
        assertThat(hangar.library().remove(new DocumentId("NO-SUCH"), ANYBODY)).isEmpty();
        assertThat(hangar.entries()).allMatch(e -> e.event().outcome().equals("not held"));
        assertThat(ids(hangar.library().list(CLEARED))).contains("SECRET-32");
    }

    @Test
    void check_sound_comparesEveryPassageWithItsSource() {
        var items = hangar.check().check(Progress.SILENT);
        assertThat(items).allMatch(i -> i.faults().isEmpty());
        assertThat(items)
                .anyMatch(i -> i.facts().equals(hangar.index.passageCount() + " passages compared with their source"));
    }

    @Test
    void check_originalAltered_isNamed() throws IOException {
        var held = hangar.library().list(ANYBODY).getFirst();
        Files.writeString(Path.of(hangar.archive.place(held.source())), "other");
        assertThat(faults()).anyMatch(f -> f.contains(held.source().hex()));
    }

    @Test
    void check_archiveLost_namesTheDocument() {
        var held = hangar.library().list(ANYBODY).getFirst();
        hangar.archive.remove(held.source());
        assertThat(faults()).anyMatch(f -> f.contains(held.key()) && f.contains("AMM-32.md"));
    }

    @Test
    void check_auditAltered_namesTheLine() throws IOException {
        show("AMM-32", 0, 3, ANYBODY);
        show("AMM-32", 0, 4, ANYBODY);
        Path log = folder.resolve("audit/audit.jsonl");
        Files.writeString(log, Files.readString(log).replaceFirst("AMM-32", "AMM-33"));
        assertThat(faults()).anyMatch(f -> f.contains("line 1"));
    }

    private List<String> faults() {
        return hangar.check().check(Progress.SILENT).stream()
                .flatMap(i -> i.faults().stream())
                .toList();
    }

    private Optional<ShowFlow.Shown> show(String id, int start, int end, Principal asker) {
        return hangar.show().show(new DocumentId(id), "", start, end, Hangar.TODAY, asker);
    }

    private SearchFlow.Outcome search(Request request) {
        return hangar.search().search(request, Map.of(), Optional.empty(), false);
    }

    private SearchFlow.Result found(Request request) {
        var outcome = search(request);
        assertThat(outcome).isInstanceOf(SearchFlow.Outcome.Found.class);
        return ((SearchFlow.Outcome.Found) outcome).result();
    }

    private static List<String> ids(List<HeldDocument> held) {
        return held.stream().map(d -> d.header().id().value()).toList();
    }
}
