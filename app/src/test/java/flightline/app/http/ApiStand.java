package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.acceptance.Papers;
import flightline.app.cli.Terminal;
import flightline.app.mcp.Manuals;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Noon;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A part of the sample library behind a true server on the loopback. */
final class ApiStand implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Terminal terminal;
    private final Wiring wiring;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    /** What goes with this stand. */
    private final Optional<Path> own;

    /** One over what a terminal has put in before. */
    ApiStand(Terminal terminal, Bounds bounds) throws Exception {
        this(terminal, bounds, new HashingEmbedder());
    }

    ApiStand(Terminal terminal, Bounds bounds, Embedder embedder) throws Exception {
        this(terminal, bounds, embedder, LlamaSettings.STANDARD, Optional.of(terminal.data()));
    }

    private ApiStand(Terminal terminal, Bounds bounds, Embedder embedder, LlamaSettings llama, Optional<Path> own)
            throws Exception {
        this.terminal = terminal;
        this.own = own;
        this.wiring = new Wiring(Noon.over(terminal.data(), embedder, llama));
        this.server = Server.start(
                Serving.here(wiring, 0, Noon.CLOCK, Noon::today, faults::add).within(bounds));
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
        return new ApiStand(terminal, Bounds.STANDARD, new HashingEmbedder(), llama, Optional.empty());
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
        while (job.path("ended").isNull()) {
            // One that asks without a pause is told to come back later, and is told nothing of the job.
            Thread.sleep(50);
            job = json(get("/api/v1/jobs/" + id));
        }
        return job;
    }

    @Override
    public void close() throws IOException {
        // What is still being answered is broken off by closing, and says so.
        List<Throwable> before = List.copyOf(faults);
        server.close();
        wiring.close();
        if (own.isPresent()) {
            try (Stream<Path> all = Files.walk(own.get())) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
            }
        }
        if (!before.isEmpty()) throw new AssertionError("a fault of ours", before.getFirst());
    }

    /** One over a manual, one that is marked, and one that tries to give orders. */
    private static ApiStand withManuals(Path folder) throws Exception {
        Path data = folder.resolve("data");
        Manuals.into(data);
        var terminal = new Terminal(data, new HashingEmbedder());
        return new ApiStand(
                terminal, Bounds.STANDARD, new HashingEmbedder(), LlamaSettings.STANDARD, Optional.of(folder));
    }

    /** One stand for all tests that only look at the sample library, made when the first of them wants it. */
    static final class Shared extends Resolver {
        Shared() {
            super("samples", () -> withSamples(Files.createTempDirectory("api-stand")));
        }
    }

    /** The same over a few manuals. */
    static final class SharedManuals extends Resolver {
        SharedManuals() {
            super("manuals", () -> withManuals(Files.createTempDirectory("api-stand")));
        }
    }

    abstract static class Resolver implements ParameterResolver {
        private final String name;
        private final Callable<ApiStand> making;

        Resolver(String name, Callable<ApiStand> making) {
            this.name = name;
            this.making = making;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == ApiStand.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(ApiStand.class))
                    .computeIfAbsent(name, ignored -> made(), ApiStand.class);
        }

        private ApiStand made() {
            try {
                return making.call();
            } catch (Exception e) {
                throw new IllegalStateException("the stand could not be made", e);
            }
        }
    }
}
