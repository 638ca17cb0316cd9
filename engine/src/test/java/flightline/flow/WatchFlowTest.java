package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.flow.IngestReport.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder: what grows is waited for, what is done is not done again, what vanishes stays held. */
final class WatchFlowTest {
    @TempDir
    Path temp;

    private Path folder = Path.of("unused");
    private Hangar hangar = new Hangar(Path.of("target", "unused"));
    private Optional<WatchFlow> watch = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(temp.resolve("papers"));
        hangar = new Hangar(Files.createDirectories(temp.resolve("data")));
        watch = Optional.of(hangar.watch());
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void newFile_isTakenAtTheSecondLook_andNotAgain() throws IOException {
        write("pump.md", "# Pump\n\nBleed the pump.\n", 1);
        var first = look();
        assertThat(first.report()).isEmpty();
        assertThat(first.waiting()).isEqualTo(1);
        assertThat(look().report())
                .hasValueSatisfying(r -> assertThat(r.count(Fate.TAKEN)).isEqualTo(1));
        var third = look();
        assertThat(third.report()).isEmpty();
        assertThat(third.waiting()).isZero();
        assertThat(hangar.runs.latest(9))
                .as("looks that do nothing leave no manifest")
                .hasSize(1);
    }

    @Test
    void folderThatIsNotThere_isSaidOnce_andAgainWhenItIsGoneAgain() throws IOException {
        Files.delete(folder);
        assertThat(look().refused()).singleElement().satisfies(each -> {
            assertThat(each.path()).isEqualTo(folder);
            assertThat(each.reason()).isEqualTo("does not exist");
        });
        assertThat(look().refused()).isEmpty();
        Files.createDirectories(folder);
        assertThat(look().refused()).isEmpty();
        Files.delete(folder);
        assertThat(look().refused()).hasSize(1);
    }

    @Test
    void linkThatLeadsOut_isSaid() throws IOException {
        Path outside = Files.writeString(temp.resolve("outside.md"), "# Pump\n");
        Files.createSymbolicLink(folder.resolve("pump.md"), outside);
        assertThat(look().refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).startsWith("a link that leads out"));
    }

    @Test
    void growingFile_isWaitedFor() throws IOException {
        write("pump.md", "# Pump\n", 1);
        look();
        write("pump.md", "# Pump\n\nBleed the", 2);
        assertThat(look().waiting()).isEqualTo(1);
        write("pump.md", "# Pump\n\nBleed the pump.\n", 3);
        assertThat(look().report()).isEmpty();
        assertThat(look().report())
                .hasValueSatisfying(r -> assertThat(r.count(Fate.TAKEN)).isEqualTo(1));
    }

    @Test
    void changedFile_isTakenAgain_badFileOnlyWhenItChanged() throws IOException {
        write("pump.md", "# Pump\n\nBleed the pump.\n", 1);
        write("empty.pdf", "", 1);
        look();
        assertThat(look().report())
                .hasValueSatisfying(r -> assertThat(r.count(Fate.BAD)).isEqualTo(1));
        write("pump.md", "# Pump\n\nBleed the pump twice.\n", 2);
        look();
        assertThat(look().report()).hasValueSatisfying(r -> {
            assertThat(r.count(Fate.TAKEN)).isEqualTo(1);
            assertThat(r.files()).hasSize(1);
        });
    }

    @Test
    void vanishedFile_isTold_andStaysHeld() throws IOException {
        write("pump.md", "# Pump\n\nBleed the pump.\n", 1);
        look();
        look();
        Files.delete(folder.resolve("pump.md"));
        assertThat(look().vanished()).containsExactly(folder.resolve("pump.md"));
        assertThat(look().vanished()).isEmpty();
        assertThat(hangar.index.documents()).hasSize(1);
    }

    private WatchFlow.Look look() {
        var request = new IngestRequest(List.of(folder), "main", Optional.empty(), false, ANYBODY);
        return watch.orElseThrow().look(request, Progress.SILENT, () -> false);
    }

    /** The clock of a file system may be coarser than a test is fast. */
    private void write(String name, String text, int second) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(second * 1000L));
    }
}
