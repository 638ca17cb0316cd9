package flightline.app.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.http.Server;
import flightline.app.http.Serving;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Wiring;
import flightline.policy.Principal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends, by hand: each is answered, and the next message too. */
final class PipeTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";
    private static final List<Throwable> FAULTS = new ArrayList<>();

    @TempDir
    private static Path temp = Path.of("unused");

    private static @Nullable Wiring wiring;

    @BeforeAll
    static void open() throws Exception {
        Manuals.into(temp.resolve("data"));
        wiring = Manuals.wiring(temp.resolve("data"));
    }

    @AfterAll
    static void close() {
        if (wiring != null) wiring.close();
        assertThat(FAULTS).isEmpty();
    }

    private static List<JsonNode> said(byte[] lines) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var desk = new Desk(Objects.requireNonNull(wiring), Noon::today, FAULTS::add)) {
            new Pipe(
                            desk,
                            Principal.localUser(),
                            new ByteArrayInputStream(lines),
                            new PrintStream(out, false, StandardCharsets.UTF_8))
                    .run();
        }
        var answers = new ArrayList<JsonNode>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList())
            answers.add(new ObjectMapper().readTree(line));
        return answers;
    }

    private static List<JsonNode> said(String lines) throws Exception {
        return said(lines.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "[]",
                "7",
                "\"text\"",
                "{}",
                "{\"jsonrpc\":\"2.0\",\"id\":1",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing/such\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"x\",\"capabilities\":7}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\",\"arguments\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"sign-off\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\",\"params\":{\"cursor\":\"x\"}}"
            })
    void badMessage_isAnError_andTheNextIsAnswered(String bad) throws Exception {
        List<JsonNode> answers = said(bad + "\n" + PING + "\n");

        assertThat(answers)
                .as(answers.toString())
                .hasSize(2)
                .anyMatch(a -> a.path("id").asText().equals("p") && a.has("result"));
        JsonNode error =
                answers.stream().filter(a -> a.has("error")).findFirst().orElseThrow();
        assertThat(error.path("error").path("code").asInt()).isNegative();
        assertThat(error.path("error").path("message").asText())
                .isNotBlank()
                .doesNotContain("Exception", "a fault of ours", "com.fasterxml", "modelcontextprotocol", "java.");
    }

    @Test
    void tooLongMessage_isRefused_withoutBeingKept() throws Exception {
        List<JsonNode> answers = said("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":\""
                + "x".repeat(Desk.MOST) + "\"}\n" + PING + "\n");

        assertThat(answers).hasSize(2);
        assertThat(answers.toString())
                .contains("a message may have 1048576 bytes")
                .contains("\"id\":\"p\"");
    }

    @Test
    void deepNesting_andBytesThatAreNoText_areErrors() throws Exception {
        assertThat(said("{\"a\":" + "[".repeat(100_000) + "\n" + PING + "\n").toString())
                .contains("not a message", "\"id\":\"p\"");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        bytes.writeBytes(PING.getBytes(StandardCharsets.UTF_8));
        assertThat(said(bytes.toByteArray()).toString()).contains("not a message", "\"id\":\"p\"");
    }

    @Test
    void manyAtOnce_areAllAnswered_eachOnItsLine() throws Exception {
        String many = String.join(
                "\n",
                IntStream.range(0, 60)
                        .mapToObj(
                                i -> "{\"jsonrpc\":\"2.0\",\"id\":" + i
                                        + ",\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"query\":\"accumulator\"}}}")
                        .toList());

        assertThat(said(many))
                .extracting(a -> a.path("id").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void notification_isNotAnswered() throws Exception {
        assertThat(said("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n\n"))
                .isEmpty();
    }

    @Test
    void overHttp_thereAreNoStreams_andWhatIsWrongIsSaid() throws Exception {
        try (var server = Server.start(
                        Serving.here(Objects.requireNonNull(wiring), 0, Noon.CLOCK, Noon::today, FAULTS::add));
                var client = HttpClient.newHttpClient()) {
            URI place = URI.create("http://127.0.0.1:" + server.port() + "/mcp");

            assertThat(post(client, place, PING, "MCP-Protocol-Version", "2025-06-18")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(client, place, PING, "MCP-Protocol-Version", "1999-01-01")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(post(client, place, PING, "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(client, place, PING, "Content-Type", "text/plain").statusCode())
                    .isEqualTo(415);
            assertThat(post(client, place, "garbage").statusCode()).isEqualTo(400);
            assertThat(post(client, place, "[" + PING + "]").statusCode()).isEqualTo(400);
            assertThat(post(client, place, "{\"a\":\"" + "x".repeat(Desk.MOST) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(post(client, place, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                            .statusCode())
                    .isEqualTo(202);
            HttpResponse<String> stream =
                    client.send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofString());
            assertThat(stream.statusCode()).isEqualTo(405);
            assertThat(stream.headers().firstValue("Allow")).hasValue("OPTIONS, POST");
        }
    }

    private static HttpResponse<String> post(HttpClient client, URI place, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(place)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
