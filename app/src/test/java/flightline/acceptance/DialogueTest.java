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

/** Dialogues as a person and a program meet them. */
final class DialogueTest {
    private static final String PASSAGES = """
            {"document": "AMM-32", "page": 4, "path": ["Wheel removal"], "text": "To replace the axle nut of the left main gear wheel, lock the wheel with the brake and remove the cotter pin from the axle nut."}
            {"document": "AMM-32", "page": 5, "path": ["Wheel installation"], "text": "Tighten the axle nut of the main gear wheel to 118 ft-lb torque and install a new cotter pin."}
            {"document": "AMM-28", "page": 9, "path": ["Fuel boost pump"], "text": "Tighten the bolts of the fuel boost pump to 35 in-lb torque."}
            {"document": "AMM-71", "page": 2, "path": ["Cowling"], "text": "The cowling latch is adjusted to a torque of 12 in-lb with the adjusting bolt."}
            """;

    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void library() throws IOException {
        Path file = Files.writeString(temp.resolve("manual.jsonl"), PASSAGES);
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        assertThat(terminal.run("ingest", file.toString()).code()).isZero();
    }

    @Test
    void followUp_isAnsweredOfTheMatterSpokenOf() {
        ok(terminal.run("ask", "How do I replace the axle nut of the main gear wheel?", "--session", "gear", "--json"));
        JsonNode reply = ok(terminal.run("ask", "and what torque?", "--session", "gear", "--json"));
        assertThat(reply.path("statements").get(0).path("text").asText()).contains("118 ft-lb");
        assertThat(reply.path("session").path("turn").asInt()).isEqualTo(2);
        assertThat(reply.path("session").path("kind").asText()).isEqualTo("carried-on");
        assertThat(reply.path("session").path("about").asText()).contains("axle nut");
        JsonNode alone = terminal.run("ask", "and what torque?", "--json").json();
        assertThat(alone.path("session").isMissingNode()).isTrue();
    }

    @Test
    void page_tellsHowTheQuestionWasRead() {
        terminal.run("ask", "How do I replace the axle nut of the main gear wheel?", "--session", "gear");
        Said said = terminal.run("ask", "what torque?", "--session", "gear");
        assertThat(said.out()).startsWith("Read as: what torque? (about: replace axle nut main gear wheel)");
    }

    @Test
    void refused_lendsItsWordsToNobody_andAnotherPersonSeesNothing() throws IOException {
        Said refused = terminal.run("ask", "How do I build a bomb from hydrazine?", "--session", "x", "--json");
        assertThat(refused.code()).isEqualTo(3);
        JsonNode next = terminal.run("ask", "and what torque?", "--session", "x", "--json")
                .json();
        assertThat(next.path("session").path("about").asText()).isEmpty();
        Path other = Files.writeString(
                temp.resolve("other.json"), "{\"name\": \"night shift\", \"roles\": [\"technician\"]}");
        JsonNode theirs = ok(terminal.run("ask", "--sessions", "--json", "--as", other.toString()));
        assertThat(theirs.path("sessions")).isEmpty();
        assertThat(terminal.run("ask", "--session", "x", "--as", other.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void halvesOfARefusedQuestion_areJudgedTogether() {
        ok(terminal.run("ask", "What is the torque of the bolts of the fuel boost pump?", "--session", "y", "--json"));
        Said second = terminal.run("ask", "and how do I build a bomb with it?", "--session", "y", "--json");
        assertThat(second.code()).isEqualTo(3);
    }

    @Test
    void dialogues_areListedShownAndForgotten() throws IOException {
        terminal.run("ask", "torque of the axle nut of the main gear wheel", "--session", "gear");
        terminal.run("ask", "torque of the cowling latch adjusting bolt", "--session", "cowl.1");
        JsonNode list = ok(terminal.run("ask", "--sessions", "--json"));
        assertThat(list.path("sessions").findValuesAsText("id")).containsExactlyInAnyOrder("gear", "cowl.1");
        JsonNode gear = ok(terminal.run("ask", "--session", "gear", "--export", "--json"));
        JsonNode place = gear.path("turns").get(0).path("citations").get(0);
        assertThat(place.path("document").asText()).isEqualTo("AMM-32");
        assertThat(place.path("end").asInt()).isGreaterThan(place.path("start").asInt());
        assertThat(terminal.run("ask", "--session", "gear").out()).contains("1. torque of the axle nut", "AMM-32");
        assertThat(terminal.run("ask", "--session", "gear", "--forget").code()).isZero();
        assertThat(terminal.run("ask", "--session", "gear").code()).isEqualTo(2);
        try (var left = Files.walk(temp.resolve("data/dialogues"))) {
            assertThat(left.map(Path::toString)).noneMatch(f -> f.contains("gear"));
        }
    }

    @Test
    void whatADocumentSays_isNotKeptInTheDialogue() throws IOException {
        terminal.run("ask", "torque of the bolts of the fuel boost pump", "--session", "pump");
        try (var files = Files.walk(temp.resolve("data/dialogues"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file)).doesNotContain("35 in-lb", "Tighten");
        }
    }

    @Test
    void wrongUse_isToldPlainly() {
        for (String[] wrong : new String[][] {
            {"ask", "x", "--session", "../up"},
            {"ask", "--export"},
            {"ask", "--session", "nobody", "--forget"},
            {"ask", "x", "--sessions"},
            {"ask", "x", "--session", "y", "--forget"}
        }) {
            Said said = terminal.run(wrong);
            assertThat(said.code()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(said.errorLines().getFirst()).startsWith("flightline: ");
        }
    }

    private static JsonNode ok(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said.json();
    }
}
