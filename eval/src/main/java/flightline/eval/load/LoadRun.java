package flightline.eval.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Callers who ask a running server over the loopback, each on a virtual thread: one asks, reads, thinks, asks again. Prints a table.
 *
 * <p>java -cp … flightline.eval.load.LoadRun BASE PID CALLERS SECONDS THINK CASES [VERB …]: THINK is the mean of seconds between an
 * answer and the next question, PID the server's process, for its memory; CASES lines with a {@code symptom} and an
 * {@code aircraft}; a VERB is diagnose, ask or search, all three in turn where none is named.
 */
public final class LoadRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 7;

    private final HttpClient client;
    private final String base;
    private final List<JsonNode> cases;
    private final List<String> verbs;
    private final double think;
    private final Map<String, Waits> waits = new TreeMap<>();

    private LoadRun(HttpClient client, String base, List<JsonNode> cases, List<String> verbs, double think) {
        this.client = client;
        this.base = base;
        this.cases = cases;
        this.verbs = verbs;
        this.think = think;
        verbs.forEach(verb -> waits.put(verb, new Waits()));
    }

    public static void main(String[] arguments) throws Exception {
        long pid = Long.parseLong(arguments[1]);
        int callers = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        double think = Double.parseDouble(arguments[4]);
        var cases = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(Path.of(arguments[5]))) cases.add(JSON.readTree(line));
        List<String> verbs = arguments.length > 6
                ? List.of(arguments).subList(6, arguments.length)
                : List.of("diagnose", "ask", "search");
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            var run = new LoadRun(client, arguments[0], cases, verbs, think);
            run.memory(pid, "before");
            run.all(callers, seconds, pid);
            run.memory(pid, "after");
            run.print(callers, seconds);
        }
    }

    private void all(int callers, int seconds, long pid) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                var chance = new SplittableRandom(SEED + i);
                var ignored = threads.submit(() -> call(chance, end));
            }
            Thread.sleep(Duration.ofSeconds(seconds / 2));
            memory(pid, "half way");
        }
    }

    private Void call(SplittableRandom chance, long end) throws InterruptedException {
        // Not all in the same moment: they come in one by one, as people do.
        pause(chance.nextDouble() * think);
        while (System.nanoTime() < end) {
            String verb = verbs.get(chance.nextInt(verbs.size()));
            JsonNode one = cases.get(chance.nextInt(cases.size()));
            ask(verb, one);
            pause(-Math.log(1 - chance.nextDouble()) * think);
        }
        return null;
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep(Duration.ofMillis((long) (seconds * 1000)));
    }

    private void ask(String verb, JsonNode one) throws InterruptedException {
        ObjectNode body =
                JSON.createObjectNode().put("text", one.path("symptom").asText());
        if (one.hasNonNull("aircraft"))
            body.put("aircraft", one.path("aircraft").asText());
        Waits mine = Objects.requireNonNull(waits.get(verb), verb);
        long began = System.nanoTime();
        try {
            HttpResponse<String> answered = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/" + verb))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    BodyHandlers.ofString());
            double took = (System.nanoTime() - began) / 1e6;
            if (answered.statusCode() == 200)
                mine.answered(
                        took, JSON.readTree(answered.body()).path("outcome").asText("found"));
            else mine.failed("status " + answered.statusCode());
        } catch (IOException e) {
            mine.failed(e.getClass().getSimpleName());
        }
    }

    /** What is left on the heap once garbage was collected, and what the process holds. */
    private void memory(long pid, String when) throws IOException, InterruptedException {
        said("jcmd", Long.toString(pid), "GC.run");
        String heap = said("jcmd", Long.toString(pid), "GC.heap_info")
                .lines()
                .filter(line -> line.contains("used"))
                .findFirst()
                .orElse("")
                .strip();
        String held = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("");
        System.out.println(when + ": " + heap + "; " + held.replaceAll("\\s+", " "));
    }

    private static String said(String... words) throws IOException, InterruptedException {
        words[0] = Path.of(System.getProperty("java.home"), "bin", words[0]).toString();
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private void print(int callers, int seconds) {
        System.out.printf(
                Locale.ROOT,
                "%n%d callers, %d s, %.0f s of thought between two questions%n%n",
                callers,
                seconds,
                think);
        System.out.println("| verb | requests | errors | p50 ms | p95 ms | p99 ms | longest ms | outcomes |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        waits.forEach((verb, one) -> System.out.println("| " + verb + " | " + one.row() + " |"));
    }
}
