package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.cli.Terminal;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import flightline.model.HashingEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate of seeded chance beside a server whose answers are the documents' own words: people ask over HTTP and notice nothing, an administrator reads how it did. */
final class ShadowTest {
    private static final String PASSAGES = """
            {"document": "AMM-32", "page": 5, "path": ["Wheel installation"], "text": "The axle nut of the main gear wheel has a torque of 118 ft-lb and must be locked with a new cotter pin."}
            {"document": "AMM-28", "page": 9, "path": ["Fuel boost pump"], "text": "The bolts of the fuel boost pump have a torque of 35 in-lb."}
            """;
    private static final String WHEEL =
            "{\"question\": \"What is the torque of the axle nut of the main gear wheel?\"}";
    private static final String PUMP = "{\"question\": \"What torque do the bolts of the fuel boost pump have?\"}";
    private static final List<String> TOLD = List.of(
            "alike",
            "other words, same citations",
            "other citations",
            "other outcome",
            "candidate's words did not stand",
            "candidate could not answer",
            "broken off, for somebody asked",
            "dropped");

    @TempDir
    private Path temp;

    private ApiStand stand;

    @BeforeEach
    void serve() throws Exception {
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Path manual = Files.writeString(temp.resolve("manual.jsonl"), PASSAGES);
        assertThat(terminal.run("ingest", manual.toString()).code()).isZero();
        Path model = GgufMaker.make(temp.resolve("quick.gguf"), Shape.tiny(), "Q8_0");
        assertThat(terminal.run("model", "add", model.toString(), "--accept-licence")
                        .code())
                .isZero();
        stand = new ApiStand(terminal, Bounds.STANDARD);
        stand.wiring().beginShadow();
    }

    @AfterEach
    void close() throws Exception {
        stand.close();
    }

    @Test
    void candidate_isComparedForEachAnswer_andNoAnswerChanges() throws Exception {
        JsonNode wheel = asked(WHEEL);
        JsonNode pump = asked(PUMP);
        begin();
        assertThat(asked(PUMP)).isEqualTo(pump);
        until(counts -> sum(counts) > 1);
        assertThat(asked(WHEEL)).isEqualTo(wheel);
        until(counts -> sum(counts) > 2);
        assertThat(wheel.at("/engine/writer").asText()).isEqualTo("extractive");

        assertThat(stand.terminal().run("model", "shadow", "--stop").code()).isZero();
        JsonNode report = report();
        assertThat(sum(report)).isEqualTo(3);
        assertThat(brokenOff(report)).as(report.toString()).isZero();
        assertThat(report.path("model").asText()).isEqualTo("quick");
        assertThat(report.path("goesOn").asBoolean()).isFalse();
        // Nobody waited for it: it writes to its limit, and those who asked had their answers long before.
        assertThat(report.path("counts").path("milliseconds of the candidate").asLong())
                .isGreaterThan(
                        report.path("counts").path("milliseconds in service").asLong());
        assertThat(stand.terminal().run("model", "shadow").out()).contains("quick, from", "milliseconds in service");
        assertThat(stand.terminal().run("audit", "show", "--json").out())
                .contains("\"for\" : \"shadow quick\"", "shadow started", "shadow stopped");
    }

    @Test
    void somebodyAsks_whileTheCandidateWrites_itGivesWayAndTheAnswerIsTheSame() throws Exception {
        JsonNode wheel = asked(WHEEL);
        assertThat(stand.terminal().run("model", "shadow", "--start", "quick").code())
                .isZero();
        // The tiny model writes for about a second: who asks must come while it does.
        for (int i = 0; i < 200 && brokenOff(report()) == 0; i++) {
            assertThat(asked(WHEEL)).isEqualTo(wheel);
            Thread.sleep(Duration.ofMillis(300));
        }
        until(counts -> brokenOff(counts) > 0);
        JsonNode pump = asked(PUMP);
        assertThat(pump.at("/engine/writer").asText()).isEqualTo("extractive");
    }

    /** Starts a run and waits until the server has noticed it, which looks every five seconds, and has compared a first answer. */
    private void begin() throws Exception {
        assertThat(stand.terminal().run("model", "shadow", "--start", "quick").code())
                .isZero();
        Thread.sleep(Duration.ofSeconds(7));
        asked(WHEEL);
        until(counts -> sum(counts) > 0);
    }

    /** An answer but for what is another with each: its entry in the log and the time it took. */
    private JsonNode asked(String question) throws Exception {
        var response = stand.post("/api/v1/ask", question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        ObjectNode answer = (ObjectNode) ApiStand.json(response);
        answer.remove(List.of("audit", "millis", "timings", "id"));
        return answer;
    }

    private JsonNode report() {
        return stand.terminal().run("model", "shadow", "--json").json();
    }

    private static long sum(JsonNode report) {
        return TOLD.stream()
                .mapToLong(what -> report.path("counts").path(what).asLong())
                .sum();
    }

    private static long brokenOff(JsonNode report) {
        return report.path("counts").path("broken off, for somebody asked").asLong();
    }

    private void until(Predicate<JsonNode> reached) throws Exception {
        for (int i = 0; i < 90; i++) {
            if (reached.test(report())) return;
            Thread.sleep(Duration.ofSeconds(2));
        }
        assertThat(reached.test(report())).as("after minutes: " + report()).isTrue();
    }
}
