package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal.Said;
import flightline.corpus.ContentHash;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as a security officer uses it. */
final class AuditCommandTest {
    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void askTwice() {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        assertThat(terminal.run("search", "torque of the wheel nut").code()).isZero();
        assertThat(terminal.run("ask", "falsify the logbook entry for the inspection")
                        .code())
                .isEqualTo(Exit.REFUSED);
    }

    @Test
    void verify_ofACopyElsewhere_needsThePublicKeyAlone() throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        for (String name : List.of("audit.jsonl", "audit.head", "audit.pub"))
            Files.copy(temp.resolve("data/audit").resolve(name), copy.resolve(name));
        Path key = Files.move(copy.resolve("audit.pub"), temp.resolve("officer.pub"));
        Said whole = terminal.run("audit", "verify", "--log", copy.toString(), "--key", key.toString(), "--json");
        assertThat(whole.code()).isZero();
        assertThat(whole.json().path("entries").asInt()).isEqualTo(2);
        Path log = copy.resolve("audit.jsonl");
        Files.writeString(log, Files.readString(log).replace("wheel nut", "axle nut"));
        Said broken = terminal.run("audit", "verify", "--log", copy.toString(), "--key", key.toString(), "--json");
        assertThat(broken.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(broken.json().path("line").asInt()).isEqualTo(1);
        Said keyless = terminal.run("audit", "verify", "--key", log.toString());
        assertThat(keyless.err()).contains("holds no Ed25519 public key");
    }

    @Test
    void cutLog_stopsAnswers_untilItIsReopened() throws IOException {
        Path log = temp.resolve("data/audit/audit.jsonl");
        Files.writeString(log, Files.readAllLines(log).getFirst() + "\n");
        Said refused = terminal.run("search", "torque");
        assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(refused.out()).doesNotContain("torque");
        assertThat(refused.err()).contains("flightline audit verify");
        assertThat(terminal.run("audit", "verify").out()).contains("line 2", "are cut off");
        assertThat(terminal.run("audit", "reopen", "--why", "the disk was restored")
                        .code())
                .isZero();
        assertThat(terminal.run("search", "torque").code()).isZero();
        assertThat(terminal.run("audit", "show", "--kind", "reopen").out()).contains("begun anew");
    }

    @Test
    void logTakenAwayWhole_isNotWhole_untilTheNextEntryTellsOfIt() throws IOException {
        Path manual = Files.writeString(
                temp.resolve("manual.jsonl"),
                "{\"document\": \"AMM-32\", \"page\": 5, \"text\": \"The wheel nut has a torque of 118 ft-lb.\"}\n");
        assertThat(terminal.run("ingest", manual.toString()).code()).isZero();
        Files.move(temp.resolve("data/audit"), temp.resolve("elsewhere"));
        for (int i = 0; i < 2; i++) {
            Said verified = terminal.run("audit", "verify");
            assertThat(verified.code()).isEqualTo(Exit.NOT_VERIFIED);
            assertThat(verified.out()).contains("the log is missing").contains("documents");
            assertThat(terminal.run("check").out()).contains("✗ audit chain");
        }
        Said asked = terminal.run("search", "torque of the wheel nut");
        assertThat(asked.code()).isZero();
        assertThat(asked.err())
                .contains("audit log: the log is missing", "a new one begins with an entry that says so");
        JsonNode first =
                terminal.run("audit", "show", "--json").json().path("entries").path(0);
        assertThat(first.path("outcome").asText()).isEqualTo("begun anew");
        assertThat(terminal.run("search", "torque of the wheel nut").err()).isEmpty();
        assertThat(terminal.run("audit", "verify").code()).isZero();
    }

    @Test
    void export_isOneEventOfTheSchemaALine() {
        List<JsonNode> lines = terminal.run("audit", "export").jsonLines();
        assertThat(lines).hasSize(3);
        JsonNode refused = lines.get(1);
        assertThat(refused.path("class_uid").asInt()).isEqualTo(6003);
        assertThat(refused.path("type_uid").asInt()).isEqualTo(600302);
        assertThat(refused.path("status_id").asInt()).isEqualTo(2);
        assertThat(refused.path("actor").path("user").path("name").asText()).isEqualTo("local user");
        assertThat(refused.path("metadata").path("sequence").asInt()).isEqualTo(2);
        assertThat(refused.path("unmapped").path("hash").asText()).hasSize(64);
        assertThat(lines.get(2).path("api").path("operation").asText()).isEqualTo("audit");
        assertThat(terminal.run("audit", "export", "--until", "2026-06-30").out())
                .isBlank();
    }

    @Test
    void niceErrorOn_dayThatIsNone() {
        Said said = terminal.run("audit", "export", "--since", "garbage");
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.errorLines().getFirst())
                .isEqualTo("flightline: Invalid value for option '--since': must be a day such as 2026-11-30, got"
                        + " 'garbage'");
    }

    @Test
    void export_tellsWhatWasShown_byIdAndHash() throws IOException {
        Path manual = Files.writeString(
                temp.resolve("manual.jsonl"),
                "{\"document\": \"AMM-32\", \"page\": 5, \"text\": \"The wheel nut has a torque of 118 ft-lb.\"}\n");
        assertThat(terminal.run("ingest", manual.toString()).code()).isZero();
        assertThat(terminal.run("search", "torque of the wheel nut").code()).isZero();
        JsonNode found = terminal.run("audit", "export").jsonLines().reversed().get(1);
        JsonNode shown = found.path("unmapped").path("shown").path(0);
        assertThat(shown.path("uid").asText()).startsWith("AMM-32@");
        assertThat(shown.path("sha256").asText())
                .isEqualTo(ContentHash.of("The wheel nut has a torque of 118 ft-lb.")
                        .hex());
        assertThat(found.path("unmapped").path("retrieved").path(0).asText())
                .isEqualTo(shown.path("uid").asText());
        assertThat(found.toString()).doesNotContain("118 ft-lb");
        JsonNode entries = terminal.run("audit", "show", "--kind", "search", "--json")
                .json()
                .path("entries");
        JsonNode entry = entries.get(entries.size() - 1);
        assertThat(entry.path("shown").path(0).path("id").asText())
                .isEqualTo(shown.path("uid").asText());
    }

    @Test
    void showAndExport_areForTheSecurityOfficer() throws IOException {
        Path who = temp.resolve("who.json");
        Files.writeString(who, "{\"name\":\"line\",\"roles\":[\"technician\"]}");
        for (String verb : List.of("show", "export")) {
            Said said = terminal.run("audit", verb, "--as", who.toString());
            assertThat(said.code()).isEqualTo(Exit.REFUSED);
            assertThat(said.out()).isEmpty();
        }
        Files.writeString(who, "{\"name\":\"officer\",\"roles\":[\"security-officer\"]}");
        assertThat(terminal.run("audit", "show", "--as", who.toString()).out()).contains("wheel nut");
        assertThat(terminal.run("audit", "retire", "--keep", "long").err()).contains("must be a period");
        assertThat(terminal.run("audit", "retire", "--keep", "P1Y").out()).contains("0 entries");
    }
}
