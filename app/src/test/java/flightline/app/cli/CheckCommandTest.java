package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} says of the configuration, which nothing else of it would show before the next start. */
final class CheckCommandTest {
    @TempDir
    private Path temp = Path.of("unused");

    private Terminal terminal = new Terminal(temp, new HashingEmbedder());

    @BeforeEach
    void open() {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
    }

    private Said checked(String yaml) throws IOException {
        Path config = Files.writeString(temp.resolve("config.yaml"), yaml + "\n");
        return terminal.run("check", "--config", config.toString());
    }

    @Test
    void keyThatIsConfigured_andNotThere_isAFault() throws IOException {
        Said said = checked("encryption: {key-file: " + temp.resolve("admin.key") + "}");

        assertThat(said.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(said.out().replaceAll("\\s+", " ")).contains("✗ encryption", "admin.key is not there");
    }

    @Test
    void keyOverAFolderInTheClear_isAWarning_thatGoesWhenItIsEncrypted() throws IOException {
        Path key = temp.resolve("admin.key");
        Files.writeString(key, "a key");
        String yaml = "encryption: {key-file: " + key + "}";
        Said clear = checked(yaml);
        assertThat(clear.code()).isZero();
        assertThat(clear.out().replaceAll("\\s+", " ")).contains("! encryption not encrypted", "flightline key begin");

        Files.delete(key);
        assertThat(terminal.run("key", "begin", "--key-file", key.toString()).code())
                .isZero();
        Said encrypted = checked(yaml);
        assertThat(encrypted.out()).contains("✓ encryption  encrypted").doesNotContain("key begin");
    }

    @Test
    void folderThatOthersMayLookInto_isAWarning() throws IOException {
        Files.setPosixFilePermissions(
                Files.createDirectories(temp.resolve("data")), PosixFilePermissions.fromString("rwxr-xr-x"));
        Said said = terminal.run("check");
        assertThat(said.code()).isZero();
        assertThat(said.out().replaceAll("\\s+", " ")).contains("! data folder", "(rwxr-xr-x); chmod 700");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve: {port: abc}                                             | ✗ configuration of serve | port must be a whole number
            serve: {tls: {certificate: no.pem, key: no.pem}}               | ✗ configuration of serve | no.pem
            serve: {host: 0.0.0.0}                                         | ✗ who is served          | nobody signs in here
            identity: {openid: {issuer: 'http://id.example', client-id: a, claims: {name: sub}}} | ✗ who is served | issuer must be an https address
            observe: {otlp: x}                                             | ✗ configuration of observe | otlp
            """)
    void whatServeWouldNotTake_isAFault(String yaml, String item, String words) throws IOException {
        Said said = checked(yaml);

        assertThat(said.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(said.out()).contains(item, words);
        assertThat(said.err()).doesNotContain("\tat ");
    }

    @Test
    void whatServeTakes_isALine_andNothingIsWhereNothingIsConfigured() throws IOException {
        Said said = checked("serve: {port: 8443}\nidentity: {idle-minutes: 10}");

        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out()).contains("✓ configuration of serve  127.0.0.1 port 8443", "✓ who is served");
        assertThat(checked("languages: eng").out()).doesNotContain("serve");
    }

    @Test
    void wayInTheClear_isAWarning_andTheKeyDoesNotGoThere() throws IOException {
        String named = "llama: {endpoints: [{url: '%s', model: m%s}]}";
        Said said = checked(named.formatted("http://gpu.example:8000/v1", ""));
        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("! ways to other machines", "go to http://gpu.example:8000/v1 in the clear");
        for (String sound : List.of("https://gpu.example:8000/v1", "http://127.0.0.1:8000/v1", "http://[::1]:8000/v1"))
            assertThat(checked(named.formatted(sound, "")).out()).doesNotContain("ways to other machines");

        terminal = terminal.with("GPU_KEY", "a secret");
        Said keyed = checked(named.formatted("http://gpu.example:8000/v1", ", key-variable: GPU_KEY"));
        assertThat(keyed.code()).isEqualTo(Exit.USAGE);
        assertThat(keyed.err()).contains("would travel in the clear").doesNotContain("a secret");
    }

    @Test
    void recordsThatWereNotLearnedFrom_areNotSaidToBeMissing() throws IOException {
        assertThat(terminal.run("check").out()).contains("nothing yet; needs 150 records");
        var csv = new StringBuilder("id,date,registration,complaint,action\n");
        for (int i = 0; i < 160; i++)
            csv.append("R")
                    .append(i)
                    .append(",2026-01-02,QQ-KAC,Accumulator leaks again,Replaced seal ")
                    .append(i)
                    .append('\n');
        Path records = Files.writeString(temp.resolve("records.csv"), csv);
        Path mapping = Files.writeString(temp.resolve("mapping.yaml"), """
                name: own
                fields:
                  id: id
                  date: date
                  aircraft: registration
                  complaint: complaint
                  action: action
                """);
        Said imported =
                terminal.run("import-records", records.toString(), "--mapping", mapping.toString(), "--no-learning");
        assertThat(imported.code()).as(imported.err()).isZero();

        assertThat(terminal.run("check").out().replaceAll("\\s+", " "))
                .contains("nothing yet of 160 records: flightline model learn");
    }

    @Test
    void plot_isWrittenAsSvg_underNoOtherEnding() {
        Path picture = temp.resolve("x.png");
        Said said = terminal.run("fleet", "what recurs", "--plot", picture.toString());

        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("--plot writes SVG; name a FILE.svg, got " + picture);
        assertThat(picture).doesNotExist();
    }
}
