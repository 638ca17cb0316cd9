package flightline.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import flightline.app.http.Server;
import flightline.app.http.Serving;
import flightline.app.mcp.Manuals;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Wiring;
import flightline.llama.egress.Egress;
import flightline.llama.egress.Post;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A true server with a collector beside it: what each of them is told of the same requests. */
final class ObserveTest {
    private static final String CALLER = "0af7651916cd43dd8448eb211c80319c";
    private static final String QUESTION = "What is the pressure of the accumulator?";

    private static final List<String> SENT = new CopyOnWriteArrayList<>();
    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final List<String> TROUBLES = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path temp = Path.of("unused");

    private static String metrics = "";

    @BeforeAll
    static void serve() throws Exception {
        Path data = temp.resolve("data");
        Manuals.into(data);
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            SENT.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
        var post = new Post(new Egress(Set.of("127.0.0.1")), address, Duration.ofSeconds(20));
        var tower = new Watchtower(
                new Gauges(), Optional.of(Traces.sent(post, Noon.CLOCK, TROUBLES::add)), Optional.of(LINES::add));
        try (Wiring wiring = Manuals.wiring(data);
                var client = HttpClient.newHttpClient();
                Server server = Server.start(Serving.here(wiring, 0, Noon.CLOCK, Noon::today, f -> {})
                        .watchedBy(tower))) {
            String base = "http://127.0.0.1:" + server.port();
            ask(client, base + "/api/v1/ask", QUESTION, "00-" + CALLER + "-b7ad6b7169203331-01");
            ask(client, base + "/api/v1/ask", "Sign off the torque check that was never done.", null);
            ask(client, base + "/api/v1/search", "Sign off the torque check that was never done.", null);
            ask(client, base + "/api/v1/fleet", "Sign off the torque check that was never done.", null);
            ask(client, base + "/api/v1/nothing/zorvinax", QUESTION, null);
            ask(client, base + "/api/v1/ask", "", "garbage");
            metrics = client.send(
                            HttpRequest.newBuilder(URI.create(base + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } finally {
            collector.stop(0);
        }
    }

    private static void ask(HttpClient client, String place, String question, @Nullable String parent)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(place))
                .POST(HttpRequest.BodyPublishers.ofString("{\"question\": \"" + question + "\"}"))
                .header("Content-Type", "application/json");
        if (parent != null) request.header("traceparent", parent);
        HttpResponse<String> answered = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answered.statusCode()).isBetween(200, 499);
    }

    @Test
    void metrics_countRequestsAnswersAndRefusals_byOurWordsOnly() {
        assertThat(metrics)
                .contains(
                        "flightline_requests_seconds_count{endpoint=\"/api/v1/ask\",method=\"POST\",status=\"200\"} 2",
                        "flightline_requests_seconds_count{endpoint=\"/api/v1/ask\",method=\"POST\",status=\"400\"} 1",
                        "flightline_requests_seconds_count{endpoint=\"other\",method=\"POST\",status=\"404\"} 1",
                        "flightline_answers_total{kind=\"ask\",outcome=\"brief\",writer=\"extractive\"} 1",
                        "flightline_answers_total{kind=\"ask\",outcome=\"refused\",writer=\"extractive\"} 1",
                        "flightline_answers_total{kind=\"search\",outcome=\"refused\",writer=\"extractive\"} 1",
                        "flightline_answers_total{kind=\"fleet\",outcome=\"refused\",writer=\"extractive\"} 1",
                        "flightline_refusals_total{clause=\"AU-1.f\"} 3",
                        "flightline_answer_step_seconds_bucket{kind=\"ask\",step=\"retrieve\"",
                        "flightline_index_passages ",
                        "jvm_memory_used_bytes",
                        "jvm_gc_")
                .doesNotContainIgnoringCase("accumulator", "zorvinax", "local user", "sign off");
    }

    @Test
    void traces_holdEachStep_belowTheCallersSpan_andNoWords() throws Exception {
        assertThat(TROUBLES).isEmpty();
        var spans = new ArrayList<JsonNode>();
        for (String sent : SENT)
            new ObjectMapper().readTree(sent).findValues("spans").forEach(list -> list.forEach(spans::add));
        List<JsonNode> mine = spans.stream()
                .filter(s -> s.path("traceId").asText().equals(CALLER))
                .toList();

        assertThat(mine)
                .extracting(s -> s.path("name").asText())
                .contains("POST /api/v1/ask", "ask", "retrieve", "verify");
        JsonNode request = named(mine, "POST /api/v1/ask");
        assertThat(request.path("parentSpanId").asText()).isEqualTo("b7ad6b7169203331");
        assertThat(named(mine, "ask").path("parentSpanId").asText())
                .isEqualTo(request.path("spanId").asText());
        assertThat(named(mine, "retrieve").path("parentSpanId").asText())
                .isEqualTo(named(mine, "ask").path("spanId").asText());
        assertThat(SENT.toString()).doesNotContainIgnoringCase("accumulator", "zorvinax", "local user", "sign off");
        assertThat(spans).extracting(s -> s.path("traceId").asText()).hasSizeGreaterThan(mine.size());
    }

    private static JsonNode named(List<JsonNode> spans, String name) {
        return spans.stream()
                .filter(s -> s.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void line_isWrittenForEachRequest_withoutAWordOfIt() throws Exception {
        assertThat(LINES).hasSize(7);
        JsonNode first = new ObjectMapper().readTree(LINES.getFirst());

        assertThat(first.path("endpoint").asText()).isEqualTo("/api/v1/ask");
        assertThat(first.path("status").asInt()).isEqualTo(200);
        assertThat(first.path("trace").asText()).isEqualTo(CALLER);
        assertThat(first.path("asker").asText()).matches("[0-9a-f]{12}");
        assertThat(LINES.toString()).doesNotContainIgnoringCase("accumulator", "zorvinax", "local user", "sign off");
    }

    @Test
    void collectorThatWasNotNamed_isNotCalled() {
        var post = new Post(new Egress(Set.of()), URI.create("http://192.0.2.1:4318/v1/traces"), Duration.ofSeconds(5));

        assertThat(Objects.requireNonNull(post.send("{}").orElse(""))).contains("192.0.2.1");
        post.close();
    }
}
