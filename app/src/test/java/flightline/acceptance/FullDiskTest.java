package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Readiness;
import flightline.app.wiring.Wiring;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up in the middle; needs the right to mount a small one and says so where it is skipped. */
final class FullDiskTest {
    private static final String DOCUMENTS = Papers.LIBRARY.resolve("s1000d").toString();
    private static final String RECORDS =
            Papers.LIBRARY.resolve("records/records.csv").toString();

    @TempDir
    private Path temp;

    private Path disk;
    private Terminal terminal;

    @BeforeEach
    void mountSmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(temp.resolve("disk"));
        assumeThat(command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()))
                .as("a small disk could be mounted; skipped where this user may not")
                .isTrue();
        terminal = new Terminal(disk.resolve("data"), new HashingEmbedder());
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        command("umount", disk.toString());
    }

    @Test
    void ingest_namesWhatDidNotFit_keepsTheRest_andGoesOnWhenThereIsRoom() throws Exception {
        Said said = terminal.run("ingest", DOCUMENTS, "--json", "--quiet");
        assertThat(said.code()).as(said.err()).isEqualTo(5);
        List<JsonNode> bad = files(said, "bad");
        assertThat(bad)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.path("reason").asText())
                        .contains("No space left on device")
                        .doesNotContain("\n", "Exception"));
        assertThat(said.json().path("files"))
                .hasSameSizeAs(Path.of(DOCUMENTS).toFile().list());
        assertNothingHalf();

        assertThat(command("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        assertThat(terminal.run("ingest", DOCUMENTS, "--quiet").code()).isZero();
        assertNothingHalf();
        var undisturbed = new Terminal(temp.resolve("other"), new HashingEmbedder());
        undisturbed.run("ingest", DOCUMENTS, "--quiet");
        assertThat(Held.in(terminal.data()).digest())
                .isEqualTo(Held.in(undisturbed.data()).digest());
    }

    @Test
    void importRecords_namesTheFile_andGoesOnWhenThereIsRoom() throws Exception {
        assertThat(command("mount", "-o", "remount,size=300k", disk.toString())).isTrue();
        Said said = terminal.run("import-records", RECORDS, "--mapping", "sample", "--json", "--quiet");
        assertThat(said.code()).as(said.err()).isEqualTo(5);
        assertThat(said.json().at("/files/0/bad/0").asText()).contains("records.csv", "No space left on device");
        assertNothingHalf();

        assertThat(command("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        Said again = terminal.run("import-records", RECORDS, "--mapping", "sample", "--json", "--quiet");
        assertThat(again.code()).isZero();
        assertNothingHalf();
    }

    @Test
    void readiness_tellsThatNoEntryCanBeWritten() throws Exception {
        assertThat(command("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        try (var wiring = new Wiring(Noon.over(terminal.data()))) {
            wiring.readiness().warmUp();
            assertThat(audit(wiring).ready()).isTrue();
            Path filler = disk.resolve("filler");
            try (var out = Files.newOutputStream(filler)) {
                while (true) out.write(new byte[4096]);
            } catch (IOException full) {
                assertThat(audit(wiring).ready()).isFalse();
                assertThat(audit(wiring).fact()).contains("no entry can be written");
            }
            Files.delete(filler);
            assertThat(audit(wiring).ready()).isTrue();
        }
    }

    private static Readiness.Part audit(Wiring wiring) {
        return wiring.readiness().parts().stream()
                .filter(part -> part.name().equals("audit"))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that check looks at is in order but the room on the disk. */
    private void assertNothingHalf() {
        Said check = terminal.run("check", "--json", "--quiet");
        for (JsonNode item : check.json().path("items"))
            if (!item.path("name").asText().equals("disk"))
                assertThat(item.path("faults")).as(item.toString()).isEmpty();
    }

    private static List<JsonNode> files(Said said, String outcome) {
        return StreamSupport.stream(said.json().path("files").spliterator(), false)
                .filter(f -> f.path("outcome").asText().equals(outcome))
                .toList();
    }

    private static boolean command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
