package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad document gets one line with file, place and reason; the sound one beside it is taken. */
final class BadDocumentsTest {
    private static final long DISK_WANTED = 1L << 30;

    @TempDir
    private Path temp;

    private Papers papers;
    private Terminal terminal;

    @BeforeEach
    void folder() throws IOException {
        papers = new Papers(Files.createDirectory(temp.resolve("in")));
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
    }

    @Test
    void emptyFile() {
        assertRefused(papers.text("nothing.txt", ""), "empty: 0 bytes");
    }

    @Test
    void nameThatCommandsATerminal_isWrittenOut() {
        papers.text("cl\u001b[2Jear.md", "# Pin\n\nThe brake pin is 3.2\u009b31m mm\u202e thick.\n");
        papers.text("two\nlines.md", "# Other pin\n\nThe other pin is 3.4 mm thick.\n");
        for (Said said : List.of(
                terminal.run("ingest", temp.resolve("in").toString()),
                terminal.run("library"),
                terminal.run("search", "brake pin"),
                terminal.run("show", "cl\u001b[2Jea.md"))) {
            assertThat(said.out() + said.err()).doesNotContain("\u001b", "\u202e", "\u009b");
        }
        assertThat(terminal.run("library").out())
                .doesNotContain("two\nlines")
                .contains("cl\\u001B[2Jear.md", "two\\u000Alines.md");
    }

    @Test
    void truncatedPdf() throws IOException {
        Path whole = Papers.LIBRARY.resolve("directives/VCAD_AD_2024-07.pdf");
        assertRefused(papers.cut("cut.pdf", whole, 0.3), "cut off", "byte ");
    }

    @Test
    void encryptedPdf() throws IOException {
        assertRefused(papers.encrypted("locked.pdf"), "encrypted", "password");
    }

    @Test
    void pdfWithoutTextLayer() throws IOException {
        assertRefused(papers.drawn("scan.pdf", 3), "no text layer on its 3 pages", "most likely scanned");
    }

    @Test
    void malformedXml_namesTheLine() {
        assertRefused(papers.text("broken.xml", "<dmodule>\n<content>\n<para>open</content>\n</dmodule>"), "line 3");
    }

    @Test
    void xmlWithExternalEntity_isNotResolved() {
        Path secret = papers.text("aside/secret.txt", "the combination is 4711");
        Path file = papers.text(
                "outside.xml",
                "<!DOCTYPE dmodule [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<dmodule><p>&x;</p></dmodule>");
        JsonNode report = assertRefused(file, "external entity", "nothing outside the file is read");
        assertThat(report.toString()).doesNotContain("4711");
    }

    @Test
    void xmlEntityBomb_isRefusedAtOnce() {
        var laughs = new StringBuilder("<!DOCTYPE dmodule [<!ENTITY a0 \"ha\">\n");
        for (int i = 1; i < 12; i++)
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">\n");
        assertRefused(papers.text("laughs.xml", laughs + "]>\n<dmodule>&a11;</dmodule>"), "entity bomb");
    }

    @Test
    void pdfByNameOnly() {
        assertRefused(papers.text("words.pdf", "Only words, whatever the name says.\n"), "named .pdf", "no %PDF-");
    }

    @Test
    void pdfNamedXml_isReadAsWhatItIsAndSaysSo() throws IOException {
        Path whole = Papers.LIBRARY.resolve("directives/VCAD_AD_2024-07.pdf");
        Path file = papers.bytes("directive.xml", Files.readAllBytes(whole));
        Said said = terminal.run("ingest", file.toString(), "--json");
        assertThat(said.code()).isZero();
        JsonNode report = only(said, file);
        assertThat(report.path("outcome").asText()).isEqualTo("taken");
        assertThat(report.path("notes").toString()).contains("named .xml", "its bytes are a PDF");
    }

    @Test
    void textInAnotherEncoding_isReadAndSaysSo() {
        Path file = papers.bytes("old.txt", "Temperature 85 °C at gauge.\n".getBytes(StandardCharsets.ISO_8859_1));
        Said said = terminal.run("ingest", file.toString(), "--json");
        assertThat(said.code()).isZero();
        assertThat(only(said, file).path("notes").toString()).contains("not valid UTF-8", "windows-1252");
        assertThat(terminal.run("search", "gauge temperature", "--json").out()).contains("85 °C");
    }

    @Test
    void textOf200Megabytes_isRefusedWithoutBeingRead() throws IOException {
        assumeThat(Files.getFileStore(temp).getUsableSpace()).isGreaterThan(DISK_WANTED);
        Path file = papers.folder().resolve("huge.txt");
        try (var out = Files.newOutputStream(file)) {
            byte[] line = "The quick brown pump leaks again at station 214.\n"
                    .repeat(20_000)
                    .getBytes(StandardCharsets.UTF_8);
            for (long size = 0; size < 200L << 20; size += line.length) out.write(line);
        }
        assertRefused(file, "MiB, larger than the limit of 64.0 MiB");
    }

    @Test
    void absentPath() {
        assertRefused(papers.folder().resolve("nowhere.pdf"), "does not exist");
    }

    @Test
    void page_hasOneLineForEachBadFile() throws IOException {
        papers.sound();
        Path empty = papers.text("nothing.txt", "");
        Path locked = papers.encrypted("locked.pdf");
        Said said = terminal.run("ingest", papers.folder().toString());
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.out().lines().filter(l -> l.contains("✗")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains(empty + ": empty"),
                        line -> assertThat(line).contains(locked + ": encrypted"));
    }

    /** The file is bad for this reason, exit code 5, and the sound file named after it is taken all the same. */
    private JsonNode assertRefused(Path file, String... words) {
        Path sound = papers.sound();
        Said said = terminal.run("ingest", file.toString(), sound.toString(), "--json", "--quiet");
        assertThat(said.code()).as(said.err()).isEqualTo(5);
        JsonNode bad = only(said, file);
        assertThat(bad.path("outcome").asText()).isEqualTo("bad");
        assertThat(bad.path("reason").asText()).contains(words).doesNotContain("\n", "Exception");
        assertThat(only(said, sound).path("outcome").asText()).isEqualTo("taken");
        assertThat(said.json().path("bad").asInt()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        return bad;
    }

    private static JsonNode only(Said said, Path file) {
        return StreamSupport.stream(said.json().path("files").spliterator(), false)
                .filter(f -> f.path("file").asText().equals(file.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is not accounted for: " + said.out()));
    }
}
