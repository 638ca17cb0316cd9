package flightline.cluster.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenSearch of one node, in a Java process of its own that ends with this one. */
public final class OpenSearchNodes implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    private OpenSearchNodes(Process process, int port, Path home) {
        this.process = process;
        this.port = port;
        this.home = home;
    }

    static OpenSearchNodes start() {
        try {
            Path root = root();
            Path jars = root.resolve("cluster/opensearch/target");
            if (!Files.isDirectory(jars.resolve("opensearch")))
                throw new IllegalStateException(jars + " holds no OpenSearch; build cluster/opensearch first");
            Path home = Files.createTempDirectory("opensearch");
            int port = free();
            int transport = free();
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xmx600m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--add-modules",
                    "jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    jars.resolve("opensearch") + "/*:" + jars.resolve("knn") + "/*",
                    root.resolve("cluster/src/test/opensearch/OpenSearchNode.java")
                            .toString(),
                    home.toString(),
                    "n" + transport,
                    Integer.toString(port),
                    Integer.toString(transport),
                    Integer.toString(transport));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
            var node = new OpenSearchNodes(process, port, home);
            node.awaitGreen();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isDirectory(at.resolve("cluster/opensearch"))) return at;
        throw new IllegalStateException("no project above " + Path.of("").toAbsolutePath());
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitGreen() {
        long until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) break;
            try {
                if (ask("GET", "/_cluster/health", "").contains("\"status\":\"green\"")) return;
            } catch (UncheckedIOException notYet) {
                // It is still starting.
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        try {
            throw new IllegalStateException("OpenSearch did not start: " + Files.readString(home.resolve("log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    IndexAddress address(String name) {
        return IndexAddress.parse("opensearch://127.0.0.1:" + port + "/" + name);
    }

    /** Takes every document out of the indexes whose names fit. */
    void empty(String indexes) {
        ask(
                "POST",
                "/" + indexes + "/_delete_by_query?refresh=true&conflicts=proceed&ignore_unavailable=true",
                "{\"query\":{\"match_all\":{}}}");
    }

    /** Speaks to the node itself, past the product. */
    String ask(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
            try (var files = Files.walk(home)) {
                for (Path each :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
