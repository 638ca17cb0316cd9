package flightline.eval.load;

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
import java.util.Arrays;
import java.util.List;

/**
 * How long somebody waits for the first statement of a diagnosis. {@code FirstStatement http://127.0.0.1:8080 FILE [ROUNDS]}
 * asks a running server each line of the file, a complaint, as events, one after the other; the first round is thrown away.
 * Prints the median and the 95th of 100 in milliseconds: until the first byte, and until the first event that has a statement.
 */
public final class FirstStatement {
    private static final int ROUNDS = 5;

    private FirstStatement() {}

    /** Milliseconds; of an answer without a statement both are those of its end. */
    private record Waited(double firstByte, double statement) {}

    public static void main(String[] arguments) throws Exception {
        URI place = URI.create(arguments[0] + "/api/v1/diagnose");
        List<String> complaints = Files.readAllLines(Path.of(arguments[1])).stream()
                .filter(line -> !line.isBlank())
                .toList();
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
        double[] bytes = new double[rounds * complaints.size()];
        double[] statements = new double[rounds * complaints.size()];
        try (var client = HttpClient.newHttpClient()) {
            for (String complaint : complaints) {
                var ignored = asked(client, place, complaint);
            }
            for (int i = 0; i < bytes.length; i++) {
                Waited waited = asked(client, place, complaints.get(i % complaints.size()));
                bytes[i] = waited.firstByte;
                statements[i] = waited.statement;
            }
        }
        tell("first byte", bytes);
        tell("first statement", statements);
    }

    private static void tell(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms, of %d%n",
                what,
                millis[millis.length / 2],
                millis[(int) Math.min(millis.length - 1L, Math.round(millis.length * 0.95))],
                millis[millis.length - 1],
                millis.length);
    }

    private static Waited asked(HttpClient client, URI place, String complaint) throws Exception {
        String body = "{\"complaint\": \"" + complaint.replace("\\", " ").replace("\"", " ") + "\"}";
        var request = HttpRequest.newBuilder(place)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long began = System.nanoTime();
        double first = -1;
        try (InputStream in = client.send(request, BodyHandlers.ofInputStream()).body();
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (first < 0) first = since(began);
                if (line.startsWith("data:") && line.contains("\"verdict\"")) return new Waited(first, since(began));
            }
        }
        double end = since(began);
        return new Waited(first < 0 ? end : first, end);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
