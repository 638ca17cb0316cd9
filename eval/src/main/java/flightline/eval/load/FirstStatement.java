package flightline.eval.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long somebody waits for the first statement of an answer. {@code FirstStatement http://127.0.0.1:8080 diagnose|ask FILE [ROUNDS]}
 * asks a running server each line of the file as events, one after the other; a line has a {@code symptom} or a
 * {@code question}, and an {@code aircraft} where it matters. The first round is thrown away. Prints the median and the 95th of
 * 100 in milliseconds until the first byte, until the first event of each part, and until the end; parts only of answers that
 * have them.
 */
public final class FirstStatement {
    private static final int ROUNDS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST_BYTE = "first byte";
    private static final String END = "end";

    private final HttpClient client;
    private final URI place;
    private final Map<String, List<Double>> waits = new LinkedHashMap<>();

    private FirstStatement(HttpClient client, URI place) {
        this.client = client;
        this.place = place;
    }

    public static void main(String[] arguments) throws Exception {
        URI place = URI.create(arguments[0] + "/api/v1/" + arguments[1]);
        var asked = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(Path.of(arguments[2])))
            if (!line.isBlank()) asked.add(JSON.readTree(line));
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : ROUNDS;
        try (var client = HttpClient.newHttpClient()) {
            var run = new FirstStatement(client, place);
            run.round(asked);
            run.waits.clear();
            for (int i = 0; i < rounds; i++) run.round(asked);
            run.waits.forEach(FirstStatement::tell);
        }
    }

    private void round(List<JsonNode> asked) throws Exception {
        for (JsonNode one : asked) ask(one);
    }

    private static void tell(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms, of %d%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * 0.95))],
                sorted[sorted.length - 1],
                sorted.length);
    }

    private void ask(JsonNode one) throws Exception {
        ObjectNode body = JSON.createObjectNode()
                .put("text", one.path("symptom").asText(one.path("question").asText()));
        if (one.hasNonNull("aircraft"))
            body.put("aircraft", one.path("aircraft").asText());
        var request = HttpRequest.newBuilder(place)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        var met = new HashSet<String>();
        long began = System.nanoTime();
        try (InputStream in = client.send(request, BodyHandlers.ofInputStream()).body();
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (met.add(FIRST_BYTE)) waited(FIRST_BYTE, began);
                if (line.startsWith("event: ") && met.add(line)) waited(line.substring("event: ".length()), began);
            }
        }
        waited(END, began);
    }

    private void waited(String what, long began) {
        waits.computeIfAbsent(what, ignored -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
    }
}
