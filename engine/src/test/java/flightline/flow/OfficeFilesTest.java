package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office files, messages and archives of them go into the library, are cited to the letter and come in once. */
final class OfficeFilesTest {
    private static final Map<String, String> SENTENCES = Map.of(
            "wheel.docx", "Torque the axle nut to 25 Nm.",
            "limits.xlsx", "Brake discs wear to 2 mm at most.",
            "training.pptx", "Chock both main wheels first.",
            "question.eml", "The left brake drags after landing.",
            "question.eml!/measured.txt", "Pin length was 3 mm on the left side.",
            "seal.adoc", "Replace the gland seal every time.");

    @TempDir
    Path temp;

    private Path papers = Path.of("unused");
    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() throws IOException {
        hangar = new Hangar(Files.createDirectories(temp.resolve("data")));
        papers = Files.createDirectories(temp.resolve("papers"));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void everyKind_alone_isTakenAndCitedToTheLetter() throws IOException {
        for (var file : files().entrySet()) write(file.getKey(), file.getValue());
        assertThat(fates(ingest(papers)))
                .containsExactlyInAnyOrderEntriesOf(
                        SENTENCES.keySet().stream().collect(Collectors.toMap(name -> name, name -> Fate.TAKEN)));
        SENTENCES.forEach((name, sentence) -> assertCited(name, sentence));
        assertThat(audited()).containsExactlyInAnyOrderElementsOf(SENTENCES.keySet());
    }

    @Test
    void everyKind_inAnArchiveInAnArchive_bearsTheNameOfItsMember() throws IOException {
        write("outer.zip", new Parcel().with("box/inner.zip", packed()).zip());
        var report = ingest(papers);
        String within = "outer.zip!/box/inner.zip!/";
        SENTENCES.forEach((name, sentence) -> assertCited(within + name, sentence));
        assertThat(report.count(Fate.TAKEN)).isEqualTo(SENTENCES.size());
        assertThat(report.count(Fate.BAD)).isZero();
        assertThat(audited())
                .containsExactlyInAnyOrderElementsOf(
                        SENTENCES.keySet().stream().map(name -> within + name).toList());
    }

    @Test
    void archive_handedInAgain_changesNothing() throws IOException {
        write("set.zip", packed());
        ingest(papers);
        int entries = hangar.entries().size();
        long passages = hangar.index.passageCount();
        var again = ingest(papers);
        assertThat(again.count(Fate.TAKEN)).isZero();
        assertThat(again.count(Fate.UNCHANGED)).isEqualTo(SENTENCES.size());
        assertThat(hangar.index.passageCount()).isEqualTo(passages);
        assertThat(hangar.entries()).hasSize(entries);
    }

    @Test
    void sameFile_inTwoArchives_isADuplicateThatNamesTheFirst() throws IOException {
        byte[] wheel = Parcel.word("Main wheel", sentence("wheel.docx"));
        write("a.zip", new Parcel().with("wheel.docx", wheel).zip());
        write("b.zip", new Parcel().with("copy/wheel.docx", wheel).zip());
        var report = ingest(papers.resolve("a.zip"), papers.resolve("b.zip"));
        assertThat(fates(report))
                .containsEntry("a.zip!/wheel.docx", Fate.TAKEN)
                .containsEntry("b.zip!/copy/wheel.docx", Fate.DUPLICATE);
        assertThat(report.files().stream()
                        .filter(f -> f.fate() == Fate.DUPLICATE)
                        .map(FileReport::reason)
                        .toList())
                .singleElement()
                .asString()
                .startsWith("the same bytes as ")
                .endsWith("a.zip!/wheel.docx");
        assertThat(hangar.index.documents()).hasSize(1);
    }

    @Test
    void stop_insideAnArchive_keepsWhatCameBefore_andRunningAgainGoesOn() throws IOException {
        write("set.zip", packed());
        var asked = new AtomicInteger();
        var first = run(() -> asked.incrementAndGet() > 3, papers);
        assertThat(first.stopped()).isTrue();
        assertThat(first.count(Fate.TAKEN)).isBetween(1L, SENTENCES.size() - 1L);
        assertThat(first.count(Fate.BAD)).isZero();
        assertThat(hangar.index.documents()).hasSize((int) first.count(Fate.TAKEN));
        var second = ingest(papers);
        assertThat(second.count(Fate.TAKEN) + first.count(Fate.TAKEN)).isEqualTo(SENTENCES.size());
        assertThat(hangar.index.documents()).hasSize(SENTENCES.size());
    }

    private void assertCited(String name, String sentence) {
        HeldDocument held = hangar.index.documents().stream()
                .filter(d -> d.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is held of " + name));
        Passage passage = hangar.index.passages(held.key()).stream()
                .filter(p -> p.text().contains(sentence))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no passage that says: " + sentence));
        var place = passage.place();
        var shown = hangar.show()
                .show(held.header().id(), "", place.start(), place.end(), TODAY, ANYBODY)
                .orElseThrow();
        assertThat(shown.text()).as(name).isEqualTo(passage.text()).contains(sentence);
        assertThat(shown.document().fileName()).isEqualTo(name);
    }

    private static Map<String, byte[]> files() throws IOException {
        return Map.of(
                "wheel.docx", Parcel.word("Main wheel", sentence("wheel.docx")),
                "limits.xlsx", Parcel.workbook("Wear limits", sentence("limits.xlsx")),
                "training.pptx", Parcel.slides(sentence("training.pptx")),
                "question.eml",
                        Parcel.mail(
                                "Brake drag",
                                sentence("question.eml"),
                                "measured.txt",
                                sentence("question.eml!/measured.txt")),
                "seal.adoc", Parcel.asciidoc("Gland seal", sentence("seal.adoc")));
    }

    private static String sentence(String name) {
        return String.valueOf(SENTENCES.get(name));
    }

    private static byte[] packed() throws IOException {
        var parcel = new Parcel();
        for (var file : new java.util.TreeMap<>(files()).entrySet()) parcel.with(file.getKey(), file.getValue());
        return parcel.zip();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(papers.resolve(name), bytes);
    }

    private IngestReport ingest(Path... paths) {
        return run(() -> false, paths);
    }

    private IngestReport run(BooleanSupplier stop, Path... paths) {
        return hangar.office()
                .run(
                        new IngestRequest(List.of(paths), "main", Optional.empty(), false, ANYBODY),
                        Progress.SILENT,
                        stop);
    }

    private Map<String, Fate> fates(IngestReport report) {
        return report.files().stream()
                .collect(Collectors.toMap(
                        f -> papers.relativize(f.path()).toString().replace('\\', '/'), FileReport::fate));
    }

    private List<String> audited() {
        return hangar.entries().stream()
                .filter(entry -> entry.event().kind().equals("ingest")
                        && entry.event().outcome().equals("taken"))
                .map(entry -> entry.event().subject())
                .toList();
    }
}
