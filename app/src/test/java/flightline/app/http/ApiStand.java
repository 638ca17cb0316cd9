package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.acceptance.Papers;
import flightline.app.cli.Terminal;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A part of the sample library behind a true server on the loopback. */
final class ApiStand implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
    static final ObjectMapper JSON = new ObjectMapper();

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Terminal terminal;
    private final Wiring wiring;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final boolean ownsData;

    /** One over what a terminal has put in before. */
    ApiStand(Terminal terminal, Bounds bounds) throws Exception {
        this(terminal, bounds, new HashingEmbedder());
    }

    ApiStand(Terminal terminal, Bounds bounds, Embedder embedder) throws Exception {
        this(terminal, bounds, embedder, LlamaSettings.STANDARD, true);
    }

    private ApiStand(Terminal terminal, Bounds bounds, Embedder embedder, LlamaSettings llama, boolean ownsData)
            throws Exception {
        this.terminal = terminal;
        this.ownsData = ownsData;
        Path data = terminal.data();
        this.wiring = new Wiring(new Settings(
                data,
                NOON,
                LocalDate.now(NOON),
                System::nanoTime,
                2,
                Optional.of(embedder),
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                llama));
        this.server = Server.start(Serving.here(wiring, 0, NOON, () -> LocalDate.now(NOON), faults::add)
                .within(bounds));
    }

    /** One over a part of the sample library. */
    static ApiStand withSamples(Path data) throws Exception {
        var terminal = new Terminal(data, new HashingEmbedder());
        var papers = new ArrayList<>(List.of("ingest", "--quiet"));
        for (String folder : List.of("bulletins", "directives"))
            papers.add(Papers.LIBRARY.resolve(folder).toString());
        // Of the data modules those on the landing gear: all of them take longer than the rest of the tests.
        try (Stream<Path> modules = Files.list(Papers.LIBRARY.resolve("s1000d"))) {
            modules.map(Path::toString)
                    .filter(one -> one.contains("DMC-LT46-A-32-"))
                    .sorted()
                    .forEach(papers::add);
        }
        terminal.run(papers.toArray(String[]::new));
        terminal.run(
                "import-records",
                Papers.LIBRARY.resolve("records/records.csv").toString(),
                "--mapping",
                "sample",
                "--no-learning",
                "--quiet");
        return new ApiStand(terminal, Bounds.STANDARD);
    }

    /** Another server over the same library, in which such a model writes. */
    ApiStand writing(LlamaSettings llama) throws Exception {
        return new ApiStand(terminal, Bounds.STANDARD, new HashingEmbedder(), llama, false);
    }

    /** What should not have happened, so far. */
    List<Throwable> faults() {
        return faults;
    }

    Terminal terminal() {
        return terminal;
    }

    Wiring wiring() {
        return wiring;
    }

    int port() {
        return server.port();
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    /** JSON, if no header says otherwise. */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return client.send(
                request(method, path, headers, HttpRequest.BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    HttpResponse<String> bytes(String path, byte[] body, String... headers) throws Exception {
        return client.send(
                request("POST", path, headers, HttpRequest.BodyPublishers.ofByteArray(body)), BodyHandlers.ofString());
    }

    HttpResponse<String> bytes(String method, String path, byte[] body, Map<String, String> headers) throws Exception {
        var all = new ArrayList<String>();
        headers.forEach((name, value) -> all.addAll(List.of(name, value)));
        return client.send(
                request(method, path, all.toArray(String[]::new), HttpRequest.BodyPublishers.ofByteArray(body)),
                BodyHandlers.ofString());
    }

    /** The same as {@link #post}, line by line as it comes. */
    Iterator<String> lines(String path, String body, String... headers) throws Exception {
        return client.send(
                        request("POST", path, headers, HttpRequest.BodyPublishers.ofString(body)),
                        BodyHandlers.ofLines())
                .body()
                .iterator();
    }

    private HttpRequest request(String method, String path, String[] headers, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, method.equals("POST") ? body : HttpRequest.BodyPublishers.noBody());
        if (method.equals("POST")) request.header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return request.build();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }

    /** Follows a job to its end. */
    JsonNode settled(HttpResponse<String> begun) throws Exception {
        JsonNode job = json(begun);
        String id = job.path("id").asText();
        while (job.path("ended").isNull()) job = json(get("/api/v1/jobs/" + id));
        return job;
    }

    @Override
    public void close() throws IOException {
        // What is still being answered is broken off by closing, and says so.
        List<Throwable> before = List.copyOf(faults);
        server.close();
        wiring.close();
        if (ownsData) {
            try (Stream<Path> all = Files.walk(terminal.data())) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
            }
        }
        if (!before.isEmpty()) throw new AssertionError("a fault of ours", before.getFirst());
    }

    /** One stand for all tests that only look, made when the first of them wants it. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == ApiStand.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(ApiStand.class))
                    .computeIfAbsent("stand", name -> made(), ApiStand.class);
        }

        private static ApiStand made() {
            try {
                return withSamples(Files.createTempDirectory("api-stand"));
            } catch (Exception e) {
                throw new IllegalStateException("the stand could not be made", e);
            }
        }
    }
}
