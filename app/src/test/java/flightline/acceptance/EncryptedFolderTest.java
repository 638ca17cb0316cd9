package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product over a data folder that is encrypted. */
final class EncryptedFolderTest {
    private static final String QUESTION = "What is the pressure of the zorvinax accumulator?";
    /** What lies in the clear by design: keys that are encrypted themselves, and what holds no word of the organisation. */
    private static final Set<String> CLEAR = Set.of("native", "models", "opened", "flightline.yaml");

    @TempDir
    private Path temp = Path.of("unused");

    private Path data = temp;
    private Terminal terminal = new Terminal(temp, new HashingEmbedder());

    @BeforeEach
    void fill() throws IOException {
        data = temp.resolve("data");
        terminal = new Terminal(data, new HashingEmbedder());
        Path manual = temp.resolve("zorvinax-manual.md");
        Files.writeString(manual, """
                # Zorvinax accumulator

                ## Charging

                WARNING: Release the pressure before you open the zorvinax accumulator.

                The pressure of the zorvinax accumulator is 3000 psi with nitrogen at 20 °C.
                """);
        Path records = temp.resolve("records.csv");
        Files.writeString(
                records,
                "id,date,registration,complaint,action\nR1,2026-01-02,QQ-KAC,Zorvinax accumulator leaks,Replaced zorvinax seal\n");
        Path mapping = temp.resolve("mapping.yaml");
        Files.writeString(mapping, """
                name: own
                fields:
                  id: id
                  date: date
                  aircraft: registration
                  complaint: complaint
                  action: action
                """);
        ok("ingest", manual.toString());
        Said imported = terminal.run("import-records", records.toString(), "--mapping", mapping.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        ok("ask", QUESTION, "--session", "d1");
    }

    private Said ok(String... arguments) {
        Said said = terminal.run(arguments);
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }

    private void encrypt() throws IOException {
        ok("key", "begin", "--key-file", temp.resolve("admin.key").toString());
        Files.writeString(
                data.resolve("flightline.yaml"), "encryption:\n  key-file: " + temp.resolve("admin.key") + "\n");
    }

    private List<String> readable() throws IOException {
        var readable = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (CLEAR.contains(data.relativize(file).getName(0).toString())) continue;
                String text =
                        Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
                if (text.contains("zorvinax") || text.contains("accumulator"))
                    readable.add(data.relativize(file).toString());
            }
        }
        return readable;
    }

    @Test
    void folder_answersAsBefore_andHoldsNoReadableWord() throws IOException {
        JsonNode before = ok("ask", QUESTION, "--json").lasting();
        JsonNode diagnosis =
                ok("diagnose", "Zorvinax accumulator leaks", "--json").lasting();
        assertThat(readable()).isNotEmpty();

        encrypt();

        assertThat(readable()).isEmpty();
        assertThat(ok("ask", QUESTION, "--json").lasting()).isEqualTo(before);
        assertThat(ok("diagnose", "Zorvinax accumulator leaks", "--json").lasting())
                .isEqualTo(diagnosis);
        ok("show", "c1");
        ok("ask", "And with nitrogen?", "--session", "d1");
        ok("check");
        ok("library", "export", temp.resolve("out").toString());
        try (Stream<Path> out = Files.list(temp.resolve("out"))) {
            assertThat(out.map(EncryptedFolderTest::text)).anyMatch(t -> t.contains("Zorvinax accumulator"));
        }
        // What is taken in afterwards is encrypted as well.
        Path later = temp.resolve("later.md");
        Files.writeString(later, "# Later\n\nThe zorvinax pump turns at 900 rpm.\n");
        ok("ingest", later.toString());
        assertThat(readable()).isEmpty();
        assertThat(ok("key", "--json").json().get("state").asText()).isEqualTo("encrypted");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void withoutTheKey_nothingIsAnswered_andOneLineSaysWhatToDo() throws IOException {
        encrypt();
        Files.delete(data.resolve("flightline.yaml"));

        Said said = terminal.run("ask", QUESTION);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines()).singleElement().asString().contains("is encrypted", "encryption.key-file");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void backupWithoutTheKey_isNotRestored_andTheFileIsNamed() throws IOException {
        encrypt();
        Path backup = temp.resolve("line.backup");
        ok("backup", backup.toString());

        Said said = new Terminal(temp.resolve("other"), new HashingEmbedder()).run("restore", backup.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines())
                .singleElement()
                .asString()
                .contains("the backup " + backup + " is encrypted: name the file of its key")
                .doesNotContain(".restoring");
    }

    @Test
    void keys_areRotatedAndChanged_byAnAdministratorAlone() throws IOException {
        encrypt();
        Path technician = temp.resolve("technician.json");
        Files.writeString(technician, "{\"name\": \"line 1\", \"roles\": [\"technician\"]}");
        Said refused = terminal.run("key", "rotate", "--as", technician.toString());
        assertThat(refused.code()).isEqualTo(3);

        ok("key", "rotate");
        ok("ask", QUESTION);
        String other = temp.resolve("other.key").toString();
        ok("key", "change", "--to", other);
        assertThat(terminal.run("ask", QUESTION).errorLines())
                .singleElement()
                .asString()
                .contains("is not the key");
        Files.writeString(data.resolve("flightline.yaml"), "encryption:\n  key-file: " + other + "\n");
        ok("ask", QUESTION);
        assertThat(readable()).isEmpty();
        ok("audit", "verify");
        assertThat(ok("audit", "export").out()).contains(QUESTION);
        assertThat(ok("audit", "show", "--kind", "key").out()).contains("rotate", "refused", "change");
    }

    @Test
    void keyInsideTheFolder_andAnotherWrongSetting_areRefusedInOneLine() throws IOException {
        assertThat(terminal.run("key", "begin", "--key-file", data.resolve("k").toString())
                        .err())
                .contains("must not lie in the data folder");
        assertThat(terminal.run("key", "rotate", "--key-file", temp.resolve("k").toString())
                        .err())
                .contains("is not encrypted");
        assertThat(terminal.run("key", "finish", "--key-file", temp.resolve("k").toString())
                        .err())
                .contains("nothing is unfinished");
        assertThat(terminal.run("key", "begin").err()).contains("name the file of the key");
        Files.writeString(data.resolve("flightline.yaml"), "encryption:\n  password: x\n");
        assertThat(terminal.run("ask", QUESTION).err()).contains("encryption: may hold [key-file], got 'password'");
    }
}
