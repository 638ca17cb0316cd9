package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.cluster.state.OwnPostgres;
import flightline.model.HashingEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State in a database, from the command line. */
final class StateTest {
    @TempDir
    private Path temp = Path.of("unused");

    private Terminal terminal = new Terminal(temp, new HashingEmbedder());

    @BeforeEach
    void ingest() throws Exception {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder())
                .begun()
                .with("PGUSER", "postgres");
        Path manual = Files.writeString(
                temp.resolve("manual.md"),
                "# Accumulator\n\n## Charging\n\nThe pressure of the accumulator is 3000 psi with nitrogen at 20 °C.\n");
        assertThat(terminal.run("ingest", manual.toString()).code()).isEqualTo(Exit.DONE);
    }

    private static String state(Terminal.Said check) {
        for (JsonNode item : check.json().path("items"))
            if (item.path("name").asText().equals("state"))
                return item.path("facts").asText() + item.path("faults");
        throw new AssertionError("check says nothing of the state: " + check.out());
    }

    @Test
    void folder_movedToADatabaseAndBack_answersAsBefore() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE moved");
        String address = OwnPostgres.address("moved").toString();
        String export = temp.resolve("export").toString();
        Terminal.Said before = terminal.run("ask", "What is the pressure of the accumulator?", "--json");
        assertThat(state(terminal.run("check", "--json"))).contains("in files of " + temp.resolve("data"));

        assertThat(terminal.run("library", "export", export, "--whole", "--json")
                        .json()
                        .path("values")
                        .asInt())
                .isGreaterThan(3);
        assertThat(terminal.run("restore", export, "--state", address).code()).isEqualTo(Exit.DONE);
        Path archive = temp.resolve("data/archive");
        Files.move(archive, temp.resolve("archive"));
        Files.move(temp.resolve("data/runs"), temp.resolve("runs"));

        Terminal.Said check = terminal.run("check", "--json", "--state", address);
        assertThat(check.code()).as(check.out() + check.err()).isEqualTo(Exit.DONE);
        assertThat(state(check)).contains("in PostgreSQL").contains(address);
        Terminal.Said after =
                terminal.run("ask", "What is the pressure of the accumulator?", "--json", "--state", address);
        assertThat(after.json().path("statements")).isEqualTo(before.json().path("statements"));
        assertThat(terminal.run("show", "c1", "--json", "--state", address)
                        .json()
                        .path("original")
                        .asText())
                .startsWith(address + "#archive/originals/");
        assertThat(archive).as("nothing is kept in the folder any more").doesNotExist();

        Path back = temp.resolve("back");
        assertThat(terminal.run("library", "export", back.toString(), "--whole", "--state", address)
                        .code())
                .isEqualTo(Exit.DONE);
        assertThat(terminal.run("restore", back.toString()).code()).isEqualTo(Exit.DONE);
        assertThat(terminal.run("check").code()).isEqualTo(Exit.DONE);
        assertThat(terminal.run("backup", temp.resolve("b").toString(), "--state", address)
                        .err())
                .contains("backed up by its own means");
        assertThat(terminal.run("restore", temp.resolve("b").toString(), "--state", address)
                        .err())
                .contains("a backup is restored into files");
    }

    @Test
    void databaseThatIsGone_isOneLine_andNoPasswordIsInIt() throws Exception {
        var knowing = terminal.with("OUR_PASSWORD", "secret word");
        Path config = Files.writeString(
                temp.resolve("config.yaml"),
                "state:\n  address: postgresql://127.0.0.1:1/flightline\n  password-variable: OUR_PASSWORD\n");
        Terminal.Said said = knowing.run("check", "--config", config.toString());
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.errorLines())
                .containsExactly("flightline: cannot open: the state in postgresql://127.0.0.1:1/flightline cannot be"
                        + " reached: nobody answers there; see that it runs and may be reached from here");
    }

    @Test
    void addressThatIsNone_isRefused_andNeverRepeatsAPassword() throws Exception {
        Terminal.Said said = terminal.run("check", "--state", "postgresql://u:secret@db/x");
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.err())
                .contains("no user or password may stand in the address")
                .doesNotContain("secret");
        Path config = Files.writeString(temp.resolve("config.yaml"), "state: {adress: x}\n");
        assertThat(terminal.run("check", "--config", config.toString()).err())
                .contains("state: may hold [address, password-variable, user-variable], got 'adress'");
        Path unset = Files.writeString(
                temp.resolve("unset.yaml"), "state: {address: 'postgresql://db/x', user-variable: NOT_SET}\n");
        assertThat(terminal.run("check", "--config", unset.toString()).err())
                .contains("state: the variable NOT_SET is not set");
    }

    @Test
    void encryptedFolder_andADatabase_doNotGoTogether() throws Exception {
        Path key = temp.resolve("admin.key");
        assertThat(terminal.run("key", "begin", "--key-file", key.toString()).code())
                .isEqualTo(Exit.DONE);
        Terminal.Said said = terminal.with("FLIGHTLINE_KEY_FILE", key.toString())
                .run("check", "--state", "postgresql://127.0.0.1:1/flightline");
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("is encrypted, and a state in PostgreSQL is not encrypted by Flightline");
    }
}
