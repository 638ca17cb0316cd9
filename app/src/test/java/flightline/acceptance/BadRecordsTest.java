package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad record is named with file, line and reason; the others are taken. */
final class BadRecordsTest {
    private static final long DISK_WANTED = 1L << 30;
    private static final String HEAD = "wo,closed,tail,text\n";
    private static final String GOOD = "W1,2025-03-01,QQ-KAA,L/H brake worn to limits replaced brake assy\n";
    private static final String MAPPING = """
            name: line-log
            fields:
              id: wo
              date: {from: closed, formats: [yyyy-MM-dd]}
              aircraft: tail
              narrative: text
            """;

    @TempDir
    private Path temp;

    private Papers papers;
    private Terminal terminal;
    private Path mapping;

    @BeforeEach
    void folder() throws IOException {
        papers = new Papers(Files.createDirectory(temp.resolve("in")));
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        mapping = papers.text("map.yaml", MAPPING);
    }

    @Test
    void raggedRow() {
        assertOneBad(papers.text("ragged.csv", HEAD + GOOD + "W2,2025-03-02\n"), "ragged.csv line 3");
    }

    @Test
    void impossibleDate() {
        assertOneBad(
                papers.text("dates.csv", HEAD + "W2,2025-02-30,QQ-KAA,pump leaks replaced pump\n" + GOOD),
                "dates.csv line 2",
                "2025-02-30");
    }

    @Test
    void wrongEncoding_isReadAndSaysSo() {
        Path file =
                papers.bytes("old.csv", (HEAD + GOOD.replace("limits", "5 µm")).getBytes(StandardCharsets.ISO_8859_1));
        Said said = imported(file);
        assertThat(said.code()).isZero();
        assertThat(said.json().at("/files/0/taken").asInt()).isEqualTo(1);
        assertThat(said.json().at("/files/0/notes/0").asText()).contains("old.csv", "windows-1252");
    }

    @Test
    void emptyFile() {
        assertWholeFileBad(papers.text("empty.csv", ""), "empty.csv", "is empty");
    }

    @Test
    void documentInsteadOfRecords() throws IOException {
        assertWholeFileBad(papers.drawn("paper.csv", 1), "is a PDF document");
    }

    @Test
    void absentFile() {
        assertWholeFileBad(papers.folder().resolve("nowhere.csv"), "nowhere.csv: does not exist");
    }

    @Test
    void folderInsteadOfFile() {
        assertWholeFileBad(papers.folder(), papers.folder().toString());
    }

    @Test
    void textOf200Megabytes_withoutOneRecord_needsLittleMemory() throws IOException {
        assumeThat(Files.getFileStore(temp).getUsableSpace()).isGreaterThan(DISK_WANTED);
        Path file = papers.folder().resolve("huge.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            byte[] line = "The quick brown pump, it leaks again at station 214.\n"
                    .repeat(20_000)
                    .getBytes(StandardCharsets.UTF_8);
            for (long size = 0; size < 200L << 20; size += line.length) out.write(line);
        }
        Said said = imported(file);
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.json().at("/files/0/badRows").asLong()).isGreaterThan(3_000_000);
        assertThat(said.json().at("/files/0/bad").size()).isEqualTo(10_000);
    }

    @Test
    void mappingThatIsNot_namesThoseThatAre() {
        Said said =
                terminal.run("import-records", papers.text("a.csv", HEAD + GOOD).toString(), "--mapping", "no-such");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("'no-such'", "sdr", "faa-incidents", "sample"));
    }

    @Test
    void mappingThatIsWrong_namesFileAndKey() {
        Path wrong = papers.text("wrong.yaml", "name: x\nfields:\n  wings: 2\n  narrative: text\n");
        Said said = terminal.run(
                "import-records", papers.text("a.csv", HEAD + GOOD).toString(), "--mapping", wrong.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("wrong.yaml", "wings");
    }

    private void assertOneBad(Path file, String... words) {
        Said said = imported(file);
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.json().at("/files/0/taken").asInt()).isEqualTo(1);
        assertThat(said.json().at("/files/0/bad").size()).isEqualTo(1);
        assertThat(said.json().at("/files/0/bad/0").asText()).contains(words).doesNotContain("\n", "Exception");
    }

    /** The file is named once, exit code 5, and a sound file named after it is taken. */
    private void assertWholeFileBad(Path file, String... words) {
        Path sound = papers.text("sound.csv", HEAD + GOOD);
        Said said = terminal.run(
                "import-records", file.toString(), sound.toString(), "--mapping", mapping.toString(), "--json");
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.json().at("/files/0/bad").size()).isEqualTo(1);
        assertThat(said.json().at("/files/0/bad/0").asText()).contains(words).doesNotContain("\n");
        assertThat(said.json().at("/files/1/taken").asInt()).isEqualTo(1);
    }

    private Said imported(Path file) {
        return terminal.run("import-records", file.toString(), "--mapping", mapping.toString(), "--json", "--quiet");
    }
}
