package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Troubleshooting sessions as a person and a program meet them, over one isolation procedure of the sample library. */
final class SessionsTest {
    private static final String MODULE = "s1000d/DMC-LT46-A-32-31-00-00A-420A-A_001-00_EN-US.xml";
    private static final String COMPLAINT = "main gear green light not on, gear looks down and locked";

    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void folder() throws IOException {
        Path in = Files.createDirectory(temp.resolve("in"));
        Path module = Papers.LIBRARY.resolve(MODULE);
        Files.copy(module, in.resolve(module.getFileName()));
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        assertThat(terminal.run("ingest", in.toString()).code()).isZero();
    }

    @Test
    void program_beginsAnswersTakesBackAndCloses() {
        JsonNode begun = ok(terminal.run("diagnose", COMPLAINT, "--begin", "--json"));
        String id = begun.path("session").path("id").asText();
        JsonNode check = begun.path("checks").get(0);
        assertThat(check.path("text").asText()).startsWith("Make sure that the gear is down and locked");
        assertThat(check.path("answers").get(1).path("answer").asText()).isEqualTo("No");
        JsonNode answered = step(id, "--answer", answer(check, "yes"));
        assertThat(answered.path("checks").get(0).path("text").asText()).startsWith("Get the fault codes");
        assertThat(answered.path("moved")).isNotEmpty();
        assertThat(answered.path("warnings")).isNotEmpty();
        assertThat(answered.path("audit").asText()).isNotBlank();
        assertThat(step(id, "--back").path("checks").get(0)).isEqualTo(check);
        JsonNode closed = step(id, "--close", "--cause", "downlock harness", "--action", "replaced harness");
        assertThat(closed.path("outcome").asText()).isEqualTo("closed");
        JsonNode list = ok(terminal.run("diagnose", "--sessions", "--json"));
        assertThat(list.path("sessions").get(0).path("cause").asText()).isEqualTo("downlock harness");
        JsonNode next = ok(terminal.run("diagnose", COMPLAINT, "--json"));
        assertThat(next.path("precedents").get(0).path("part").asText()).isEqualTo("downlock harness");
        assertUsage(terminal.run("diagnose", "--session", id, "--answer", answer(check, "yes")), "is closed");
        assertUsage(terminal.run("diagnose", "--session", id, "--close", "--cause", "x"), "is closed");
    }

    @Test
    void person_answersByNumber_goesBack_handsOver_andTheNextFindsTheCause() {
        Said said = terminal.typing("1\nb\nwhat?\ns\n?\nhand over harness still to be measured\n")
                .run("diagnose", COMPLAINT, "--interactive");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains(
                        "before → after",
                        "Get the fault codes",
                        "WARNING",
                        "is handed over",
                        "is answered with one of");
        String id = said.out().replaceAll("(?s).*Session (s\\d+-\\d+).*", "$1");
        Said next = terminal.typing("found downlock harness\nreplaced it, test good\n")
                .run("diagnose", "--session", id, "--interactive");
        assertThat(next.out()).contains("is closed: the cause was downlock harness", "session-" + id);
    }

    @Test
    void person_leaves_theSessionStaysOpen() {
        Said said = terminal.typing("").run("diagnose", COMPLAINT, "--interactive");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("stays open");
        assertThat(terminal.run("diagnose", "--sessions").out()).contains("open", "green light");
    }

    @Test
    void wrongSteps_sayWhatIsRight() {
        assertUsage(terminal.run("diagnose", "--session", "s20260701-9"), "no session 's20260701-9'");
        assertUsage(terminal.run("diagnose", "--back"), "--session ID");
        assertUsage(terminal.run("diagnose", "--begin"), "COMPLAINT");
        String id = ok(terminal.run("diagnose", COMPLAINT, "--begin", "--json"))
                .path("session")
                .path("id")
                .asText();
        assertUsage(terminal.run("diagnose", "--session", id, "--answer", "pass"), "--answer is not JSON");
        assertUsage(terminal.run("diagnose", "--session", id, "--answer", "[]"), "must be a JSON object");
        assertUsage(terminal.run("diagnose", "--session", id, "--answer", "{\"check\": \"k1\"}"), "needs 'result'");
        assertUsage(
                terminal.run("diagnose", "--session", id, "--answer", "{\"check\": \"k1\", \"result\": \"pass\"}"),
                "no check 'k1'");
        assertUsage(terminal.run("diagnose", "--session", id, "--back", "--stop"), "one step at a time");
        assertUsage(terminal.run("diagnose", COMPLAINT, "--session", id), "has its complaint already");
        assertUsage(terminal.run("diagnose", "--session", id, "--cause", "x"), "go with --close");
        assertUsage(terminal.run("diagnose", COMPLAINT, "--interactive", "--json"), "programs use --begin");
        assertThat(terminal.run("diagnose", "qwop zxcv blorf", "--begin", "--json")
                        .code())
                .isEqualTo(4);
        assertThat(terminal.run("diagnose", "--session", id, "--stop").code()).isZero();
        assertUsage(terminal.run("diagnose", "--session", id, "--back"), "was stopped");
    }

    private JsonNode step(String id, String... words) {
        var all = new java.util.ArrayList<>(java.util.List.of("diagnose", "--session", id, "--json"));
        all.addAll(java.util.List.of(words));
        return ok(terminal.run(all.toArray(String[]::new)));
    }

    private static String answer(JsonNode check, String result) {
        return "{\"check\": \"" + check.path("id").asText() + "\", \"result\": \"" + result + "\"}";
    }

    private static JsonNode ok(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said.json();
    }

    private static void assertUsage(Said said, String words) {
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(words);
    }
}
