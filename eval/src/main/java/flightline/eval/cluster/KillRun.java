package flightline.eval.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
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
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Three nodes of OpenSearch, a PostgreSQL, two nodes of the product, twenty callers and an ingest on one machine; each process is
 * killed in turn and started again. Prints what became of the questions and of the documents.
 *
 * <p>Arguments, each of which may be left out: the project's root with everything built, an empty folder to work in, how many
 * documents the ingest takes in, and seconds between two kills.
 */
public final class KillRun {
    private static final int CALLERS = 20;
    private static final int SEARCH_PORT = 9301;
    private static final int TRANSPORT_PORT = 9401;
    private static final int PRODUCT_PORT = 8301;
    private static final int DATABASE_PORT = 5441;
    /** For a process to be there; long, for a machine that is shared. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Of the sample library: enough that each question finds something. */
    private static final List<String> LIBRARY = List.of("library/bulletins", "library/directives");

    private static final List<String> QUESTIONS =
            List.of("hydraulic pump pressure", "landing gear door", "remove the pump", "torque of the nut", "oil leak");

    private final Path root;
    private final Path work;
    private final int documents;
    private final Duration between;
    private final long began = System.nanoTime();
    private final HttpClient http = HttpClient.newHttpClient();
    /** What runs for good, so that whoever runs it starts it once more where it ends by itself. */
    private final List<Victim> services = new ArrayList<>();

    private KillRun(Path root, Path work, int documents, Duration between) {
        this.root = root;
        this.work = work;
        this.documents = documents;
        this.between = between;
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath();
        Path work = arguments.length > 1
                ? Path.of(arguments[1]).toAbsolutePath()
                : Files.createTempDirectory("kill-run").toAbsolutePath();
        int documents = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 120;
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
        System.out.println("works in " + work + ", where the logs are");
        new KillRun(root, work, documents, Duration.ofSeconds(seconds)).run();
    }

    private void run() throws Exception {
        List<Machine> search = new ArrayList<>();
        List<Machine> product = new ArrayList<>();
        List<Victim> begun = new ArrayList<>();
        try {
            var database = new OwnDatabase(work.resolve("database"), DATABASE_PORT);
            begun.add(database);
            compileSearchNode();
            for (int i = 0; i < 3; i++) search.add(searchNode(i));
            begun.addAll(search);
            services.addAll(search);
            awaitGreen();
            for (String part : LIBRARY)
                say("ingest of " + part, verb("ingest", 0, root.resolve(part).toString()));
            for (int i = 0; i < 2; i++) product.add(productNode(i));
            begun.addAll(product);
            services.addAll(product);
            for (int i = 0; i < 2; i++) await(address(i) + "/health");
            try (var callers = new Callers(List.of(address(0), address(1)), QUESTIONS)) {
                callers.begin(CALLERS);
                Machine ingest = begin("ingest", command("ingest", 0, texts().toString()));
                begun.add(ingest);
                Thread.sleep(between);
                kill(ingest, callers);
                var all = new ArrayList<Victim>(search);
                all.addAll(product);
                all.add(database);
                for (Victim each : all) kill(each, callers);
                say("exit code of the ingest", Integer.toString(ingest.code()));
                // What came in while nobody could take it is taken in by the same command once more; the rest is left.
                say("the same ingest again", verb("ingest", 0, texts().toString()));
                say("callers", callers.told());
                callers.refusals().stream().distinct().limit(5).forEach(each -> say("a refusal", each));
            }
            counted();
            for (int i = 0; i < 2; i++) say("audit of node " + i, verb("audit", i, "verify"));
            say("check", verb("check", 0));
        } finally {
            for (Victim each : begun.reversed()) each.end();
            http.close();
        }
    }

    /** Kills it, leaves the others alone for a while, and waits until it is back: two at a time is another matter. */
    private void kill(Victim victim, Callers callers) throws Exception {
        int before = callers.failed();
        victim.kill();
        Thread.sleep(between.dividedBy(2));
        victim.again();
        long again = System.nanoTime();
        awaitGreen();
        for (int i = 0; i < 2; i++) await(address(i) + "/health");
        long back = (System.nanoTime() - again) / 1_000_000_000;
        Thread.sleep(between);
        say(
                "killed and started again: " + victim.name(),
                "back after " + back + " s; questions failed beyond their tries: " + (callers.failed() - before));
    }

    private void awaitGreen() throws IOException, InterruptedException {
        await("http://127.0.0.1:" + SEARCH_PORT
                + "/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=60s");
    }

    /** Each document that was handed in must be held once. */
    private void counted() throws Exception {
        String listed = verb("library", 0, "--json");
        if (!listed.startsWith("{")) {
            say("documents", "the library cannot be listed: " + listed);
            return;
        }
        JsonNode held = new ObjectMapper().readTree(listed);
        Map<String, Integer> times = new TreeMap<>();
        for (JsonNode each : held.path("documents"))
            times.merge(each.path("document").asText(each.path("id").asText()), 1, Integer::sum);
        int lost = 0;
        int twice = 0;
        for (int i = 0; i < documents; i++) {
            int count = times.getOrDefault(document(i), 0);
            if (count == 0) lost++;
            if (count > 1) twice++;
        }
        say("documents handed in", documents + ", lost " + lost + ", held twice " + twice);
    }

    private Path texts() throws IOException {
        Path folder = Files.createDirectories(work.resolve("texts"));
        for (int i = 0; i < documents; i++) {
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
        int transport = TRANSPORT_PORT + number;
        return begin(
                "OpenSearch " + number,
                List.of(
                        java(),
                        "-Xmx512m",
                        // Two cores carry all of it; what compiles less starts sooner.
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        work.resolve("node") + ":" + searchJars(),
                        "OpenSearchNode",
                        work.resolve("search" + number).toString(),
                        "n" + transport,
                        Integer.toString(SEARCH_PORT + number),
                        Integer.toString(transport),
                        TRANSPORT_PORT + "," + (TRANSPORT_PORT + 1) + "," + (TRANSPORT_PORT + 2)));
    }

    private String searchJars() {
        Path jars = root.resolve("cluster/opensearch/target");
        return jars.resolve("opensearch") + "/*:" + jars.resolve("knn") + "/*";
    }

    /** One by one: the compiler within this process takes no {@code *} for a folder's jars, as its command does. */
    private String everySearchJar() throws IOException {
        Path jars = root.resolve("cluster/opensearch/target");
        var each = new ArrayList<String>();
        for (String folder : List.of("opensearch", "knn"))
            try (Stream<Path> files = Files.list(jars.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .map(Path::toString)
                        .sorted()
                        .forEach(each::add);
            }
        return String.join(File.pathSeparator, each);
    }

    /** Once, for it is started many times. */
    private void compileSearchNode() throws IOException {
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        work.resolve("node").toString(),
                        "-cp",
                        everySearchJar(),
                        root.resolve("cluster/src/test/opensearch/OpenSearchNode.java")
                                .toString());
        if (code != 0)
            throw new IllegalStateException("the node of OpenSearch does not compile; build cluster/opensearch");
    }

    private Machine productNode(int number) throws IOException {
        return begin(
                "Flightline " + number, command("serve", number, "--port", Integer.toString(PRODUCT_PORT + number)));
    }

    private Machine begin(String name, List<String> command) throws IOException {
        return new Machine(name, command, environment(), work.resolve(name.replace(' ', '-') + ".log"));
    }

    /** Of a database that is made and thrown away by this run. */
    private static Map<String, String> environment() {
        return Map.of("PGUSER", "postgres", "PGPASSWORD", "postgres");
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
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dflightline.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "flightline.app.cli.Main",
                verb));
        command.addAll(List.of(rest));
        command.addAll(List.of("--data", work.resolve("data" + node).toString(), "--index", index()));
        command.addAll(List.of("--state", "postgresql://127.0.0.1:" + DATABASE_PORT + "/postgres"));
        return command;
    }

    private static String index() {
        return "opensearch://127.0.0.1:" + SEARCH_PORT + ",127.0.0.1:" + (SEARCH_PORT + 1) + ",127.0.0.1:"
                + (SEARCH_PORT + 2) + "/kill";
    }

    /** Runs a verb to its end; what it printed last, or all of it where it is one document. */
    private String verb(String verb, int node, String... rest) throws Exception {
        var builder = new ProcessBuilder(command(verb, node, rest))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        work.resolve("verbs.log").toFile()));
        builder.environment().putAll(environment());
        var process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int code = process.waitFor();
        // A library may say a line of its own before the document.
        int document = ("\n" + printed).indexOf("\n{");
        if (document >= 0) return printed.substring(document);
        String last = printed.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("");
        return "exit code " + code + ", " + last;
    }

    private void await(String address) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (Victim each : services) if (each.revived()) say("ended by itself, started once more", each.name());
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(Duration.ofSeconds(70))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) return;
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException(address + " does not answer");
    }

    private void say(String what, String came) {
        System.out.printf(
                "| %d | %s | %s |%n",
                (System.nanoTime() - began) / 1_000_000_000, what, came.strip().replaceAll("\\s+", " "));
    }
}
