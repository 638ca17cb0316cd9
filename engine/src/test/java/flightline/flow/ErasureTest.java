package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.RemovalJournal;
import flightline.corpus.DocumentId;
import flightline.search.SegmentScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a removal or a replacement no byte under the data folder gives a word of the text back. */
final class ErasureTest {
    private static final List<String> WORDS = List.of(
            "quomblefax", "drizzanthor", "vexiplonk", "oberschnurgel", "tharbindle", "mugwhortle", "zibbledoon");
    private static final DocumentId GONE = new DocumentId("papers/TM-77.md");

    @TempDir
    Path temp;

    private Path data = Path.of("unused");
    private Path papers = Path.of("unused");
    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void fill() throws IOException {
        data = Files.createDirectories(temp.resolve("data"));
        papers = Files.createDirectories(temp.resolve("papers"));
        hangar = new Hangar(data);
        Files.writeString(papers.resolve("TM-77.md"), text(WORDS));
        for (int i = 0; i < 30; i++)
            Files.writeString(papers.resolve("other-" + i + ".md"), "# Valve " + i + "\n\nClose valve " + i + ".\n");
        assertThat(hangar.ingest(papers).count(IngestReport.Fate.TAKEN)).isEqualTo(31);
        assertThat(traces())
                .as("the search for traces finds them while they are there")
                .hasSameSizeAs(WORDS);
        askEverything();
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void remove_leavesNoWordAndNoVector() throws IOException {
        var before = SegmentScan.vectors(data.resolve("passages"));
        var others = hangar.index.passageCount()
                - hangar.index
                        .passages(hangar.index.revisions(GONE).getFirst().key())
                        .size();
        Files.createDirectories(hangar.keepsakes.opened().resolve("x"));
        Files.writeString(hangar.keepsakes.opened().resolve("x/TM-77.md"), text(WORDS));
        Path answer = hangar.keepsakes.lastAnswer("local user");
        Files.createDirectories(answer.resolveSibling("."));
        Files.writeString(answer, "{\"quote\":\"" + WORDS.getFirst() + "\"}");

        assertThat(hangar.library().remove(GONE, ANYBODY)).hasSize(1);

        assertNoTrace();
        var after = SegmentScan.vectors(data.resolve("passages"));
        assertThat(before).containsAll(after);
        assertThat(after).hasSizeLessThanOrEqualTo((int) others).hasSizeLessThan(before.size());
        assertThat(askEverything()).noneMatch(WORDS::contains);
        assertThat(faults()).isEmpty();
        hangar.close();
        hangar = new Hangar(data);
        assertNoTrace();
    }

    @Test
    void replace_secondFileOfOneRevision_leavesNoWordOfTheFirst() throws IOException {
        Files.writeString(papers.resolve("TM-77.md"), text(List.of("a", "b", "c", "d", "e", "f", "g")));
        assertThat(hangar.ingest(papers).count(IngestReport.Fate.TAKEN)).isEqualTo(1);
        assertThat(hangar.index.revisions(GONE)).hasSize(1);
        assertNoTrace();
        assertThat(faults()).isEmpty();
    }

    @Test
    void remove_oneDocumentOfAFileWithSeveral_leavesTheOthersReadable() throws IOException {
        Path lines = papers.resolve("pages.jsonl");
        Files.writeString(lines, """
                {"document":"P-1","title":"One","text":"Grease the hinge."}
                {"document":"P-2","title":"Two","text":"Oil the murglewick."}
                """);
        var taken = hangar.ingest(lines);
        assertThat(taken.files().getFirst().documents()).as(taken.toString()).hasSize(2);
        assertThat(hangar.library().remove(new DocumentId("P-2"), ANYBODY)).hasSize(1);
        assertThat(traces(List.of("murglewick"))).isEmpty();
        assertThat(hangar.index.revisions(new DocumentId("P-1"))).hasSize(1);
        assertThat(faults()).isEmpty();

        assertThat(hangar.ingest(lines).count(IngestReport.Fate.TAKEN)).isEqualTo(1);
        assertThat(faults()).isEmpty();
        assertThat(traces(List.of("murglewick"))).isNotEmpty();
    }

    @Test
    void killedAfterTheIntent_isFinishedByTheNextCheck() throws IOException {
        var held = hangar.index.revisions(GONE).getFirst();
        hangar.journal.begin(
                new RemovalJournal.Intent(GONE.value(), List.of(held.source().hex())));
        assertThat(hangar.index.revisions(GONE))
                .as("until then all of it is there")
                .hasSize(1);
        assertThat(hangar.check().check(Progress.SILENT))
                .anyMatch(i -> i.name().equals("removals") && i.faults().isEmpty());
        assertNoTrace();
        assertThat(hangar.journal.unfinished()).isEmpty();
        assertThat(hangar.entries()).anyMatch(e -> e.event().outcome().equals("removed, after an interruption"));
    }

    @Test
    void killedAfterTheIndex_isFinishedByTheNextIngest() throws IOException {
        var held = hangar.index.revisions(GONE).getFirst();
        hangar.journal.begin(
                new RemovalJournal.Intent(GONE.value(), List.of(held.source().hex())));
        hangar.index.remove(GONE, List.of());
        hangar.index.release();
        assertThat(hangar.index.revisions(GONE)).isEmpty();
        assertThat(traces()).as("the archive still has it").isNotEmpty();
        Files.delete(papers.resolve("TM-77.md"));
        hangar.ingest(papers);
        assertNoTrace();
        assertThat(hangar.journal.unfinished()).isEmpty();
    }

    @Test
    void killedWhileReplacing_beforeTheSwap_keepsTheOld() {
        var held = hangar.index.revisions(GONE).getFirst();
        hangar.journal.begin(new RemovalJournal.Intent("", List.of(held.source().hex())));
        assertThat(hangar.check().check(Progress.SILENT))
                .allMatch(i -> i.faults().isEmpty());
        assertThat(hangar.index.revisions(GONE)).hasSize(1);
        assertThat(hangar.archive.holdsOriginal(held.source())).isTrue();
    }

    private List<String> faults() {
        return hangar.check().check(Progress.SILENT).stream()
                .flatMap(i -> i.faults().stream())
                .toList();
    }

    /** Everything that can be asked for by name or by words, and what came back. */
    private List<String> askEverything() {
        var said = new ArrayList<String>();
        for (String question : List.of("What does the manual say of the valve?", "close the hydraulic valve")) {
            said.add(hangar.ask().ask(request(question)).toString());
            said.add(hangar.diagnose().diagnose(request(question)).toString());
            said.add(hangar.search()
                    .search(request(question), Map.of(), Optional.empty(), true)
                    .toString());
        }
        said.add(hangar.show().show(GONE, "", 0, 20, TODAY, ANYBODY).toString());
        said.add(hangar.library().list(ANYBODY).toString());
        return List.of(String.join("\n", said).toLowerCase(Locale.ROOT).split("\\W+"));
    }

    private void assertNoTrace() throws IOException {
        assertThat(traces()).isEmpty();
        assertThat(SegmentScan.strays(data.resolve("passages"))).isEmpty();
    }

    private List<String> traces() throws IOException {
        return traces(WORDS);
    }

    /** The words that some byte of some file under the data folder still gives back. */
    private List<String> traces(List<String> words) throws IOException {
        var places = new ArrayList<String>(SegmentScan.texts(data.resolve("passages")));
        try (var walk = Files.walk(data)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                places.add(file.toString().toLowerCase(Locale.ROOT));
                byte[] bytes = Files.readAllBytes(file);
                places.add(latin(bytes));
                if (file.toString().endsWith(".gz"))
                    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        places.add(latin(gzip.readAllBytes()));
                    }
            }
        }
        return words.stream()
                .filter(word -> places.stream()
                        .anyMatch(place -> List.of(UTF_8, UTF_16BE, UTF_16LE).stream()
                                .anyMatch(code -> place.contains(coded(word, code)))))
                .toList();
    }

    private static String coded(String word, Charset code) {
        return latin(word.getBytes(code));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static String text(List<String> words) {
        return """
                # The %s of the valve

                > **Warning:** the %s bites.

                1. Close the %s.
                2. Open the %s.

                | Part | Torque |
                | --- | --- |
                | %s | 12 N·m |

                A %s is no valve. See also the %s.
                """.formatted(words.toArray());
    }
}
