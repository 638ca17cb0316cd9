package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers with a model in service, as a person and a program meet them. */
final class LlamaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "What is the torque of the axle nut of the main gear wheel?";
    private static final String PASSAGES = """
            {"document": "AMM-32", "page": 5, "path": ["Wheel installation"], "text": "The axle nut of the main gear wheel has a torque of 118 ft-lb and must be locked with a new cotter pin."}
            {"document": "AMM-28", "page": 9, "path": ["Fuel boost pump"], "text": "The bolts of the fuel boost pump have a torque of 35 in-lb."}
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
    void modelThatWritesNonsense_leavesTheDocumentsWords() throws IOException {
        Path model = GgufMaker.make(temp.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        assertThat(terminal.run("model", "add", model.toString(), "--accept-licence")
                        .code())
                .isZero();
        assertThat(terminal.run("model", "promote", "tiny", "--despite", "a test")
                        .code())
                .isZero();
        JsonNode answer = ok(terminal.run("ask", QUESTION, "--json"));
        assertThat(answer.path("statements").get(0).path("text").asText()).contains("118 ft-lb");
        assertThat(answer.path("statements").get(0).path("verdict").asText()).isEqualTo("quoted");
        JsonNode engine = answer.path("engine");
        assertThat(engine.path("writer").asText()).isEqualTo("extractive");
        JsonNode quoted =
                ok(terminal.run("ask", QUESTION, "--json", "--extractive")).path("engine");
        assertThat(quoted.path("model").isNull()).isTrue();
    }

    @Test
    void missingModel_leavesTheDocumentsWordsAndSaysSo() throws IOException {
        Path model = GgufMaker.make(temp.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        terminal.run("model", "add", model.toString(), "--accept-licence");
        terminal.run("model", "promote", "tiny", "--despite", "a test");
        Files.delete(model);
        JsonNode answer = ok(terminal.run("ask", QUESTION, "--json"));
        assertThat(answer.path("statements").get(0).path("text").asText()).contains("118 ft-lb");
        assertThat(answer.path("engine").path("note").asText()).contains("tiny.gguf is missing");
        assertThat(terminal.run("ask", QUESTION).out()).contains("tiny.gguf is missing");
    }

    @Test
    void served_truthIsShownAndLiesFall() throws IOException {
        String words = "The axle nut of the main gear wheel has a torque of 118 ft-lb";
        JsonNode answer =
                ok(asked(statement(1, words + " ... cotter pin.", ""), statement(1, "", words.replace("118", "181"))));
        assertThat(answer.path("engine").path("writer").asText()).isEqualTo("llama");
        assertThat(answer.path("engine").path("model").asText()).isEqualTo("llama-x");
        assertThat(answer.path("engine").path("seed").asInt()).isEqualTo(1);
        assertThat(answer.toString()).doesNotContain("181");
        JsonNode statement = answer.path("statements").get(0);
        assertThat(statement.path("text").asText()).startsWith(words).endsWith("a new cotter pin.");
        assertThat(statement.path("citations")).isNotEmpty();
        assertThat(terminal.run("audit", "show", "--json").out()).contains("llama-x");
    }

    @Test
    void served_wholeLie_leavesTheDocumentsWords() throws IOException {
        JsonNode answer = ok(asked(statement(1, "", "The axle nut has a torque of 35 in-lb.")));
        assertThat(answer.path("engine").path("writer").asText()).isEqualTo("extractive");
        assertThat(answer.path("statements").get(0).path("text").asText()).contains("118 ft-lb");
        for (JsonNode one : answer.path("statements"))
            assertThat(one.path("text").asText()).doesNotContain("axle nut has a torque of 35");
    }

    @Test
    void served_watched_showsExtractsThenStatementsThenWhatIsLeft_eachOnce() throws IOException {
        terminal.watched();
        String bolts = "The bolts of the fuel boost pump have a torque of 35 in-lb.";
        String lie = "The axle nut has a torque of 35 in-lb.";
        String page = served(
                        () -> terminal.run("ask", QUESTION + " And of the fuel boost pump bolts?"),
                        statement(2, "The axle nut ... cotter pin.", ""),
                        statement(1, bolts, ""),
                        statement(1, "", lie))
                .out();
        assertThat(page)
                .containsSubsequence(
                        "What the documents say",
                        "The model is writing",
                        "In short, as the model puts it",
                        "cotter pin.",
                        bolts,
                        "Written by llama-x",
                        "1 of the model's statements did not stand",
                        "audit ")
                .doesNotContain(lie, "taken back");
        assertThat(page.split("What the documents say")).hasSize(2);
    }

    @Test
    void served_watched_modelThatLies_addsNothingToTheExtracts() throws IOException {
        terminal.watched();
        String page = served(
                        () -> terminal.run("ask", QUESTION), statement(1, "", "The axle nut has a torque of 35 in-lb."))
                .out();
        assertThat(page).contains("118 ft-lb", "documents' own words").doesNotContain("as the model puts it");
        assertThat(page.split("has a torque of 118 ft-lb")).hasSize(2);
    }

    private static ObjectNode statement(int passage, String quote, String text) {
        ObjectNode statement = JSON.createObjectNode();
        statement.putArray("passages").add(passage);
        return statement.put("quote", quote).put("text", text);
    }

    /** Asks with a server that says these statements, whatever it is asked. */
    private Said asked(ObjectNode... statements) throws IOException {
        return served(() -> terminal.run("ask", QUESTION, "--json"), statements);
    }

    private Said served(Supplier<Said> asking, ObjectNode... statements) throws IOException {
        ObjectNode reply = JSON.createObjectNode();
        for (ObjectNode one : statements) reply.withArray("statements").add(one);
        ObjectNode event = JSON.createObjectNode();
        event.put("model", "llama-x");
        ObjectNode choice = event.putArray("choices").addObject();
        choice.putObject("delta").put("content", reply.toString());
        choice.put("finish_reason", "stop");
        byte[] body = ("data: " + event + "\n\ndata: [DONE]\n\n").getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Files.writeString(
                    temp.resolve("data/flightline.yaml"),
                    "llama:\n  endpoints:\n    - url: http://127.0.0.1:"
                            + server.getAddress().getPort() + "/v1\n      model: llama-x\n");
            return asking.get();
        } finally {
            server.stop(0);
        }
    }

    private static JsonNode ok(Said said) {
        assertThat(said.code()).as(said.err() + said.out()).isZero();
        return said.json();
    }
}
