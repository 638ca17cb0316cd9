package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import flightline.flow.QuarantineFlow.Outcome;
import flightline.flow.QuarantineFlow.Ruling;
import flightline.ingest.PassageCutter;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suspected file is kept, gives no word away, changes nothing, and waits for a second person. */
final class QuarantineTest {
    private static final Principal SECOND = person("Second Person", "librarian");
    private static final DocumentId ID = new DocumentId("papers/TM-9.md");
    private static final String WORD = "vexiplonk";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path temp;

    private Path data = Path.of("unused");
    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() throws IOException {
        data = Files.createDirectories(temp.resolve("data"));
        hangar = new Hangar(data);
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void suspectedFile_untilApproved_givesNoWordAway() throws IOException {
        FileReport report = ingest("TM-9.md", page(WORD + tags("obey")));
        assertThat(report.fate()).isEqualTo(Fate.QUARANTINED);
        assertThat(report.reason()).isEqualTo("hidden text (block 2)");
        assertThat(everySaid()).noneMatch(said -> said.contains(WORD));
        assertThat(hangar.index.passageCount()).isZero();
        assertThat(hangar.library().list(ANYBODY)).isEmpty();
        assertThat(hangar.library().quarantined(ANYBODY))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.custody().suspicions().getFirst().detail()).contains("spelling \"obey\""));
        assertThat(hangar.check().check(Progress.SILENT))
                .anyMatch(i -> i.name().equals("quarantine") && i.facts().startsWith("1 waiting"))
                .allMatch(i -> i.faults().isEmpty());

        assertThat(approve(SECOND)).isInstanceOf(Outcome.Approved.class);
        assertThat(everySaid()).filteredOn(said -> said.contains(WORD)).hasSize(4);
        assertThat(hangar.library().quarantined(ANYBODY)).isEmpty();
        HeldDocument held = hangar.library().list(ANYBODY).getFirst();
        assertThat(held.custody().approval()).hasValueSatisfying(a -> {
            assertThat(a.by()).isEqualTo("Second Person");
            assertThat(a.reason()).isEqualTo("seen on paper");
            assertThat(a.at()).isEqualTo(NOON);
        });
        assertThat(hangar.check().check(Progress.SILENT))
                .allMatch(i -> i.faults().isEmpty());
    }

    @Test
    void approve_byWhoBroughtItIn_isRefusedAndLogged() throws IOException {
        ingest("TM-9.md", page(tags("obey")));
        assertThat(approve(person(" LOCAL  user", "librarian")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, r -> assertThat(r.why()).contains("a second person"));
        assertThat(approve(person("Somebody", "technician")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, r -> assertThat(r.why()).contains("librarian"));
        assertThat(hangar.library().quarantined(ANYBODY)).hasSize(1);
        assertThat(hangar.entries())
                .extracting(e -> e.event().kind() + " " + e.event().outcome())
                .containsExactly("ingest quarantined", "approve refused", "approve refused");
        assertThat(hangar.entries()).noneMatch(e -> e.event().toString().contains("obey"));
    }

    @Test
    void everyStep_hasItsAuditEntry_withWhoWhatWhy() throws IOException {
        ingest("TM-9.md", page(tags("obey")));
        approve(SECOND);
        var last = hangar.entries().getLast().event();
        assertThat(last.kind() + " " + last.outcome() + " by " + last.who())
                .isEqualTo("approve approved by Second Person");
        assertThat(last.subject()).startsWith("papers/TM-9.md@");
        assertThat(last.details())
                .containsEntry("reason", "seen on paper")
                .containsEntry("brought by", "local user")
                .containsEntry("suspected", "hidden text (block 2)");
    }

    @Test
    void sameBytesAgain_keepTheirState() throws IOException {
        ingest("TM-9.md", page(tags("obey")));
        FileReport again = ingest("TM-9.md", page(tags("obey")));
        assertThat(again.fate()).isEqualTo(Fate.UNCHANGED);
        assertThat(again.reason()).isEqualTo(HeldDocument.QUARANTINED);
        assertThat(hangar.library().quarantined(ANYBODY)).hasSize(1);
        approve(SECOND);
        assertThat(ingest("TM-9.md", page(tags("obey"))).fate()).isEqualTo(Fate.UNCHANGED);
        assertThat(hangar.library().quarantined(ANYBODY)).isEmpty();
        assertThat(hangar.library().list(ANYBODY)).hasSize(1);
    }

    @Test
    void otherBytesOfAnApprovedDocument_areJudgedAnew_andReplaceNothingUntilApproved() throws IOException {
        assertThat(ingest("TM-9.md", page("Check the valve " + WORD)).fate()).isEqualTo(Fate.TAKEN);
        assertThat(ingest("TM-9.md", page("Cut the valve zibbledoon " + tags("obey")))
                        .fate())
                .isEqualTo(Fate.QUARANTINED);
        assertThat(everySaid()).filteredOn(said -> said.contains(WORD)).isNotEmpty();
        assertThat(everySaid()).noneMatch(said -> said.contains("zibbledoon"));
        assertThat(hangar.library().list(ANYBODY).getFirst().inForceOn(TODAY)).isTrue();

        approve(SECOND);
        assertThat(everySaid()).noneMatch(said -> said.contains(WORD));
        assertThat(ingest("TM-9.md", page("Cut the valve drizzanthor " + tags("obey")))
                        .fate())
                .isEqualTo(Fate.QUARANTINED);
        assertThat(hangar.check().check(Progress.SILENT))
                .allMatch(i -> i.faults().isEmpty());
    }

    @Test
    void newerRevisionInQuarantine_leavesTheOlderInForce() throws IOException {
        hangar.shelve(new Paper("papers/TM-9.md", "Valve").paragraph("Check the valve " + WORD));
        ingest("TM-9.md", page("Cut the valve zibbledoon " + tags("obey")));
        HeldDocument before = hangar.library().list(ANYBODY).getFirst();
        assertThat(before.inForceOn(TODAY)).isTrue();
        assertThat(before.inForceUntil()).isEmpty();
        assertThat(hangar.show().show(ID, "", 0, 9, TODAY, ANYBODY)).isPresent();
    }

    @Test
    void twoFilesOfOneRevision_needTheirDigits() throws IOException {
        ingest("TM-9.md", page("One " + tags("obey")));
        ingest("TM-9.md", page("Two " + tags("obey")));
        assertThat(approve(SECOND))
                .isInstanceOfSatisfying(
                        Outcome.Ambiguous.class, a -> assertThat(a.waiting()).hasSize(2));
        String digits = hangar.index.quarantined().getLast().source().brief();
        assertThat(quarantine().approve(new Ruling(ID, "", digits, "seen"), SECOND))
                .isInstanceOf(Outcome.Approved.class);
        assertThat(hangar.index.quarantined()).hasSize(1);
    }

    @Test
    void oneOfSeveralDocumentsApproved_handsOutItsWordsButNotTheFile() throws IOException {
        ingest("pages.jsonl", """
                {"document":"P-1","title":"One","text":"Grease the hinge of the door."}
                {"document":"P-2","title":"Two","text":"Oil the %s%s."}
                """.formatted(WORD, tags("obey")));
        var one = new DocumentId("P-1");
        assertThat(hangar.library().quarantined(ANYBODY)).hasSize(2);
        assertThat(quarantine().approve(new Ruling(one, "", "", "seen"), SECOND))
                .isInstanceOf(Outcome.Approved.class);
        var shown = hangar.show().show(one, "", 0, 5, TODAY, ANYBODY).orElseThrow();
        assertThat(shown.original())
                .isInstanceOfSatisfying(
                        Original.Withheld.class,
                        w -> assertThat(w.why()).contains("pages.jsonl").contains("waits in quarantine"));
        Path out = Files.createTempDirectory(temp, "export");
        assertThat(hangar.library().export(out, ANYBODY)).isEmpty();

        quarantine().approve(new Ruling(new DocumentId("P-2"), "", "", "seen"), SECOND);
        assertThat(hangar.show()
                        .show(one, "", 0, 5, TODAY, ANYBODY)
                        .orElseThrow()
                        .original())
                .isInstanceOf(Original.Whole.class);
        assertThat(hangar.library().export(out, ANYBODY)).hasSize(1);

        hangar.library().remove(new DocumentId("P-2"), ANYBODY);
        assertThat(hangar.show()
                        .show(one, "", 0, 5, TODAY, ANYBODY)
                        .orElseThrow()
                        .original())
                .isInstanceOfSatisfying(
                        Original.Withheld.class, w -> assertThat(w.why()).contains("so the file is not handed out"));
    }

    @Test
    void rejectedOrRemoved_leavesNoByte() throws IOException {
        ingest("TM-9.md", page(WORD + tags("obey")));
        assertThat(archived()).isPositive();
        assertThat(quarantine().reject(new Ruling(ID, "", "", "spoof"), SECOND)).isInstanceOf(Outcome.Rejected.class);
        assertThat(archived()).isZero();
        assertThat(hangar.index.quarantined()).isEmpty();
        assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("rejected");

        ingest("TM-9.md", page(WORD + tags("obey")));
        assertThat(hangar.library().remove(ID, ANYBODY)).hasSize(1);
        assertThat(archived()).isZero();
        assertThat(hangar.index.quarantined()).isEmpty();
        assertThat(approve(SECOND)).isInstanceOf(Outcome.NotWaiting.class);
    }

    @Test
    void catalogue_openedAgain_stillKnowsWhatWaits() throws IOException {
        ingest("TM-9.md", page(WORD + tags("obey")));
        HeldDocument before = hangar.index.quarantined().getFirst();
        hangar.close();
        hangar = new Hangar(data);
        assertThat(hangar.index.quarantined()).containsExactly(before);
    }

    private FileReport ingest(String name, String text) throws IOException {
        Path file = Files.createDirectories(temp.resolve("papers")).resolve(name);
        Files.writeString(file, text);
        return hangar.ingest(file).files().getFirst();
    }

    private static String page(String text) {
        return "# Valve\n\nClose the valve and lock it. " + text + "\n";
    }

    private static String tags(String message) {
        var out = new StringBuilder();
        message.chars().forEach(c -> out.appendCodePoint(0xE0000 + c));
        return out.toString();
    }

    /** Everything that the verbs give of the library, one text a verb. */
    private List<String> everySaid() throws IOException {
        var said = new ArrayList<String>();
        said.add(hangar.search()
                .search(request("close the valve and lock it"), Map.of(), Optional.empty(), true)
                .toString());
        said.add(told(hangar.ask().ask(request("Close the valve and lock it?"))));
        said.add(hangar.show().show(ID, "", 0, 20, TODAY, ANYBODY).toString());
        Path out = Files.createTempDirectory(temp, "export");
        hangar.library().export(out, ANYBODY);
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : (Iterable<Path>) files::iterator) said.add(Files.readString(file));
        }
        return said;
    }

    private static String told(Answer answer) {
        return answer instanceof Answer.Brief given ? given.brief().findings().toString() : answer.toString();
    }

    private Outcome approve(Principal asker) {
        return quarantine().approve(new Ruling(ID, "", "", "seen on paper"), asker);
    }

    private QuarantineFlow quarantine() {
        return new QuarantineFlow(
                hangar.library(),
                hangar.index,
                hangar.archive,
                new PassageCutter(),
                hangar.erasure,
                hangar.audit,
                Hangar.RULES.access(),
                InstantSource.fixed(NOON));
    }

    private long archived() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("archive"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .count();
        }
    }

    private static Principal person(String name, String role) {
        return new Principal(name, new Principal.Organisation("", "civil", ""), List.of(role), Set.of(), "", "");
    }
}
