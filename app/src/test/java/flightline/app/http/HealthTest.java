package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.mcp.Manuals;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Wiring;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HealthTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> faults = new ArrayList<>();

    @TempDir
    private Path temp = Path.of("unused");

    private static Server serving(Wiring wiring, List<Throwable> faults) {
        return Server.start(Serving.here(wiring, 0, Noon.CLOCK, Noon::today, faults::add));
    }

    private HttpResponse<String> get(Server server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode parts(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body()).path("parts");
    }

    @Test
    void server_isReady_onceItIsWarm_andLeavesNoEntryOfIt() throws Exception {
        try (Wiring wiring = Manuals.wiring(temp.resolve("data"));
                Server server = serving(wiring, faults)) {
            int before = wiring.audit().latest(100).size();
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            wiring.readiness().warmUp();
            HttpResponse<String> ready = get(server, "/health/ready");

            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(parts(ready).path("index").path("fact").asText()).isEqualTo("0 passages, 0 records");
            assertThat(parts(ready).path("audit").path("ready").asBoolean()).isTrue();
            assertThat(wiring.audit().latest(100)).hasSize(before);
        }
    }

    @Test
    void logThatCannotBeWritten_isNotReady_andSaysWhy() throws Exception {
        Path data = temp.resolve("data");
        try (Wiring wiring = Manuals.wiring(data);
                Server server = serving(wiring, faults)) {
            assertThat(parts(get(server, "/health/ready"))
                            .path("audit")
                            .path("ready")
                            .asBoolean())
                    .isTrue();
            Files.delete(data.resolve("audit/audit.head"));
            HttpResponse<String> ready = get(server, "/health/ready");

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(parts(ready).path("audit").path("fact").asText()).contains("seal", "is missing");
            assertThat(get(server, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void logTakenAwayUnderTheServer_stopsAnswers_inTheWordsOfTheCommandLine() throws Exception {
        Path data = temp.resolve("data");
        try (Wiring wiring = Manuals.wiring(data);
                Server server = serving(wiring, faults)) {
            assertThat(search(server).statusCode()).isEqualTo(200);
            Files.delete(data.resolve("audit/audit.jsonl"));
            HttpResponse<String> refused = search(server);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("it ends with entry 0", "flightline audit verify");
            assertThat(data.resolve("audit/audit.jsonl")).doesNotExist();
            assertThat(faults).isEmpty();
        }
    }

    private HttpResponse<String> search(Server server) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/search"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"torque of the wheel nut\"}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
