package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.RunBook;
import flightline.flow.IngestReport.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run leaves a manifest; the same bytes and the same text are recognised wherever they lie. */
final class RunsTest {
    @TempDir
    Path temp;

    private Path a = Path.of("unused");
    private Path b = Path.of("unused");
    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() throws IOException {
        a = Files.createDirectories(temp.resolve("a"));
        b = Files.createDirectories(temp.resolve("b"));
        hangar = new Hangar(Files.createDirectories(temp.resolve("data")));
        Files.writeString(a.resolve("pump.md"), "# Pump\n\nBleed the pump.\n");
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void run_isWrittenDown_newestFirst() throws IOException {
        hangar.ingest(a);
        Files.writeString(a.resolve("empty.pdf"), "");
        hangar.ingest(a);
        List<RunBook.Run> runs = hangar.runs.latest(10);
        assertThat(runs).extracting(RunBook.Run::state).containsExactly("done", "done");
        RunBook.Run newest = runs.getFirst();
        assertThat(newest.paths()).containsExactly(a.toString());
        assertThat(newest.who()).isEqualTo("local user");
        assertThat(newest.counts()).containsEntry("unchanged", 1L).containsEntry("bad", 1L);
        assertThat(newest.files())
                .anySatisfy(f -> {
                    assertThat(f.path()).endsWith("empty.pdf");
                    assertThat(f.reason()).isEqualTo("empty: 0 bytes");
                })
                .anySatisfy(f -> assertThat(f.hash()).hasSize(64));
        assertThat(runs.getLast().files())
                .singleElement()
                .satisfies(f -> assertThat(f.documents()).containsExactly("a/pump.md@"));
        assertThat(hangar.runs.latest(1)).containsExactly(newest);
    }

    @Test
    void sameBytesElsewhere_inOneRun_nameTheFirst() throws IOException {
        Files.copy(a.resolve("pump.md"), b.resolve("copy-of-pump.md"));
        var report = hangar.ingest(a, b);
        assertThat(report.count(Fate.TAKEN)).isEqualTo(1);
        assertThat(report.files())
                .filteredOn(f -> f.fate() == Fate.DUPLICATE)
                .singleElement()
                .satisfies(f -> assertThat(f.reason()).isEqualTo("the same bytes as " + a.resolve("pump.md")));
    }

    @Test
    void sameBytesUnderAnotherName_inALaterRun_nameWhatIsHeld() throws IOException {
        hangar.ingest(a);
        Files.copy(a.resolve("pump.md"), b.resolve("copy-of-pump.md"));
        var report = hangar.ingest(b);
        assertThat(report.files())
                .singleElement()
                .satisfies(f -> assertThat(f.reason()).isEqualTo("the same bytes as pump.md, held"));
        assertThat(report.count(Fate.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void sameTextInOtherBytes_isSaid() throws IOException {
        hangar.ingest(a);
        Files.writeString(a.resolve("pump.md"), "# Pump\n\n\n\nBleed the pump.\n\n\n");
        var report = hangar.ingest(a);
        assertThat(report.files())
                .singleElement()
                .satisfies(f -> assertThat(f.notes()).anyMatch(n -> n.contains("the same text as pump.md")));
        assertThat(hangar.index.documents()).hasSize(1);
    }

    @Test
    void pageOfAnotherFolder_withTheSameNameAndTitle_isSaidToStandBeside() throws IOException {
        Files.writeString(a.resolve("pump.md"), "---\nrevision: 1\n---\n# Pump\n\nTorque the nut to 200 Nm.\n");
        Files.writeString(b.resolve("pump.md"), "---\nrevision: 2\n---\n# Pump\n\nTorque the nut to 350 Nm.\n");
        assertThat(hangar.ingest(a).files().getFirst().notes()).isEmpty();
        assertThat(hangar.ingest(b).files())
                .singleElement()
                .satisfies(f -> assertThat(f.notes())
                        .singleElement()
                        .asString()
                        .contains("a/pump.md Rev 1 has the same name and title and stays in force"));
    }

    @Test
    void removal_strikesWhatTheManifestSaysOfTheFile() {
        var held = hangar.ingest(a).files().getFirst().documents().getFirst();
        hangar.library().remove(held.header().id(), Hangar.ANYBODY);
        assertThat(hangar.runs.latest(1).getFirst().files()).singleElement().satisfies(f -> {
            assertThat(f.documents()).isEmpty();
            assertThat(f.reason()).isEqualTo("removed from the library since");
        });
    }
}
