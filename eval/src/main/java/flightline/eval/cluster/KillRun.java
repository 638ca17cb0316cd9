package flightline.eval.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Three nodes of OpenSearch, two nodes of the product, twenty callers and an ingest on one machine; each process is killed in
 * turn and started again. Prints what became of the questions and of the documents.
 *
 * <p>Arguments: the project's root with everything built, an empty folder to work in, and, where state shall be shared, the
 * address of a PostgreSQL ({@code --state}; without it each product node has a data folder of its own).
 */
public final class KillRun {
    private static final int CALLERS = 20;
    private static final int DOCUMENTS = 120;
    private static final int SEARCH_PORT = 9301;
    private static final int TRANSPORT_PORT = 9401;
    private static final int PRODUCT_PORT = 8301;
    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final List<String> QUESTIONS =
            List.of("hydraulic pump pressure", "landing gear door", "remove the pump", "torque of the nut", "oil leak");

    private final Path root;
    private final Path work;
    private final List<String> shared;
    private final HttpClient http = HttpClient.newHttpClient();

    private KillRun(Path root, Path work, List<String> shared) {
        this.root = root;
        this.work = work;
        this.shared = shared;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) throw new IllegalArgumentException("give the project's root and an empty folder");
        List<String> shared = arguments.length > 2 ? List.of("--state", arguments[2]) : List.of();
        new KillRun(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), shared).run();
    }

    private void run() throws Exception {
        List<Machine> search = new ArrayList<>();
        List<Machine> product = new ArrayList<>();
        Machine ingest = null;
        try {
            for (int i = 0; i < 3; i++) search.add(searchNode(i));
            await("http://127.0.0.1:" + SEARCH_PORT + "/_cluster/health?wait_for_nodes=3&timeout=60s");
            say("ingest of the sample library", verb("ingest", 0, root.resolve("library").toString()));
            for (int i = 0; i < 2; i++) product.add(productNode(i));
            for (int i = 0; i < 2; i++) await(address(i) + "/health");
            try (var callers = new Callers(List.of(address(0), address(1)), QUESTIONS)) {
                callers.begin(CALLERS);
                ingest = begin("ingest", command("ingest", 0, texts().toString()));
                Thread.sleep(BETWEEN.dividedBy(2));
                ingest.kill();
                say("killed the ingest", "begun again");
                ingest.again();
                var all = new ArrayList<>(search);
                all.addAll(product);
                for (Machine each : all) {
                    each.kill();
                    Thread.sleep(BETWEEN.dividedBy(2));
                    each.again();
                    say("killed and started again", each.name());
                    Thread.sleep(BETWEEN);
                }
                say("exit code of the ingest", Integer.toString(ingest.end()));
                // What came in while a node was away is taken in by the same command once more; the rest is left as it is.
                say("the same ingest again", verb("ingest", 0, work.resolve("texts").toString()));
                say("callers", callers.told());
                callers.refusals().stream().distinct().limit(5).forEach(each -> say("a refusal", each));
            }
            counted();
            for (int i = 0; i < 2; i++) say("audit of node " + i, verb("audit", i, "verify"));
            say("check", verb("check", 0));
        } finally {
            if (ingest != null && ingest.runs()) ingest.kill();
            for (Machine each : product) each.kill();
            for (Machine each : search) each.kill();
            http.close();
        }
    }

    /** Each document that was handed in must be held once. */
    private void counted() throws Exception {
        JsonNode held = new ObjectMapper().readTree(verb("library", 0, "--json"));
        Map<String, Integer> times = new TreeMap<>();
        for (JsonNode each : held.path("documents"))
            times.merge(each.path("document").asText(each.path("id").asText()), 1, Integer::sum);
        int lost = 0;
        int twice = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            int count = times.getOrDefault(document(i), 0);
            if (count == 0) lost++;
            if (count > 1) twice++;
        }
        say("documents handed in", DOCUMENTS + ", lost " + lost + ", held twice " + twice);
    }

    private Path texts() throws IOException {
        Path folder = Files.createDirectories(work.resolve("texts"));
        for (int i = 0; i < DOCUMENTS; i++) {
            var text = new StringBuilder("# Task " + i + "\n\n");
            for (int line = 0; line < 20; line++)
                text.append("Step ")
                        .append(line)
                        .append(". Examine pump ")
                        .append(i)
                        .append(" and tighten its nut to ")
                        .append(30 + line)
                        .append(" Nm.\n\n");
            Files.writeString(folder.resolve(document(i)), text);
        }
        return folder;
    }

    private static String document(int number) {
        return "TASK-" + number + ".txt";
    }

    private Machine searchNode(int number) throws IOException {
        Path jars = root.resolve("cluster/opensearch/target");
        int transport = TRANSPORT_PORT + number;
        return begin(
                "OpenSearch " + number,
                List.of(
                        "/bin/sh",
                        "-c",
                        // The node ends with its input, so that it cannot outlive this run.
                        "exec \"$0\" \"$@\" < /dev/zero",
                        java(),
                        "-Xmx600m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        jars.resolve("opensearch") + "/*:" + jars.resolve("knn") + "/*",
                        root.resolve("cluster/src/test/opensearch/OpenSearchNode.java").toString(),
                        work.resolve("search" + number).toString(),
                        "n" + transport,
                        Integer.toString(SEARCH_PORT + number),
                        Integer.toString(transport),
                        TRANSPORT_PORT + "," + (TRANSPORT_PORT + 1) + "," + (TRANSPORT_PORT + 2)));
    }

    private Machine productNode(int number) throws IOException {
        return begin(
                "Flightline " + number,
                command("serve", number, "--port", Integer.toString(PRODUCT_PORT + number)));
    }

    private Machine begin(String name, List<String> command) throws IOException {
        return new Machine(name, command, work.resolve(name.replace(' ', '-') + ".log"));
    }

    private static String address(int node) {
        return "http://127.0.0.1:" + (PRODUCT_PORT + node);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private List<String> command(String verb, int node, String... rest) {
        var command = new ArrayList<>(List.of(
                java(),
                "-Xss8m",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dflightline.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "flightline.app.cli.Main",
                verb));
        command.addAll(List.of(rest));
        command.addAll(List.of("--data", work.resolve("data" + node).toString(), "--index", index()));
        command.addAll(shared);
        return command;
    }

    private static String index() {
        return "opensearch://127.0.0.1:" + SEARCH_PORT + ",127.0.0.1:" + (SEARCH_PORT + 1) + ",127.0.0.1:"
                + (SEARCH_PORT + 2) + "/kill";
    }

    /** Runs a verb to its end; what it printed last, or all of it where it is one document. */
    private String verb(String verb, int node, String... rest) throws Exception {
        var process = new ProcessBuilder(command(verb, node, rest))
                .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("verbs.log").toFile()))
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (printed.startsWith("{")) return printed;
        String last = printed.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
        return "exit code " + code + ", " + last;
    }

    private void await(String address) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() < until) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(70)).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) return;
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException(address + " does not answer");
    }

    private static void say(String what, String came) {
        System.out.println("| " + what + " | " + came.strip().replaceAll("\\s+", " ") + " |");
    }
}
