package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.cli.Terminal;
import flightline.model.HashingEmbedder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks every operation of the OpenAPI document for what nobody should ask: wrong types, huge, empty, odd Unicode, syntax of
 * query languages and headers. Whatever it is, the answer says so or is an answer; it is never a fault of ours. More of it
 * with {@code -Dfuzz.requests=5000}, the same again with {@code -Dfuzz.seed}.
 */
final class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 400);
    private static final long SEED = Long.getLong("fuzz.seed", 46L);
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "2026-02-30",
            "' OR '1'='1'; DROP TABLE records; --",
            "title:(a* OR b~2) AND -\"c\"^9 [x TO y] {",
            "*:*",
            "../../../../etc/passwd",
            "%2e%2e%2f",
            "<script>alert(1)</script>",
            "${jndi:x}",
            "a\r\nSet-Cookie: x=y",
            "\u0000",
            "\u202Etxt.exe",
            "\uD83D\uDEE9\uFE0F \u05E9\u05DC\u05D5\u05DD \u4F60\u597D",
            "e\u0301".repeat(300),
            "x".repeat(3000),
            "LT46-AMM@R1#0-99999",
            "a#5-1",
            "j1",
            "A-000001",
            "m.md",
            "d1");

    @TempDir
    private Path temp = Path.of("unused");

    private final Random random = new Random(SEED);
    private JsonNode document = ApiStand.JSON.createObjectNode();

    private record Operation(String method, String path, JsonNode described) {}

    @Test
    void nothingAsked_isAFaultOfOurs() throws Exception {
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Path manual = Files.writeString(temp.resolve("m.md"), "# Pump\n\n## Test\n\nThe pump gives 3000 psi.\n");
        terminal.run("ingest", manual.toString());
        var bounds = new Bounds(1_000_000, 1_000_000, 1 << 20, 1 << 21, 5, Duration.ofSeconds(20));
        var found = new ArrayList<String>();
        var counts = new TreeMap<Integer, Integer>();
        try (var stand = new ApiStand(terminal, bounds)) {
            document = ApiStand.json(stand.get("/openapi"));
            List<Operation> operations = operations();
            for (int i = 0; i < REQUESTS; i++) {
                Operation one = operations.get(i % operations.size());
                String place = place(one);
                Map<String, String> headers = new HashMap<>();
                byte[] body = body(one, headers);
                HttpResponse<String> answer = stand.bytes(one.method(), place, body, headers);
                counts.merge(answer.statusCode(), 1, Integer::sum);
                String what = "seed " + SEED + ", request " + i + ": " + one.method() + " " + place + " "
                        + new String(body, 0, Math.min(300, body.length), StandardCharsets.UTF_8) + " gave "
                        + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(300, answer.body().length()));
                // It is not ready, for nobody waits here until everything is loaded.
                if (one.path().equals("/health/ready")) continue;
                if (answer.statusCode() >= 500) found.add(what);
                // An address that is too long is turned away before anybody has read it.
                // The protocol of tools has errors of its own.
                if (answer.statusCode() >= 400
                        && place.length() < 2000
                        && !answer.body().startsWith("{\"jsonrpc\":\"2.0\"")
                        && !answer.headers()
                                .firstValue("Content-Type")
                                .orElse("")
                                .equals("application/problem+json")) found.add("no problem: " + what);
                if (answer.headers().firstValue("Set-Cookie").isPresent()) found.add("header let in: " + what);
            }
            assertThat(found).isEmpty();
            assertThat(stand.faults()).extracting(Throwable::toString).isEmpty();
            assertThat(stand.get("/health").statusCode()).isEqualTo(200);
            assertThat(counts).containsKeys(200, 400);
        }
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private String place(Operation operation) {
        String place = operation.path();
        var query = new ArrayList<String>();
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> {
                    String value = nasty();
                    place = place.replace("{" + name + "}", encoded(value.isBlank() ? "x" : value));
                }
                case "query" -> {
                    if (random.nextInt(3) == 0) query.add(name + "=" + encoded(nasty()));
                    else if (parameter.path("required").asBoolean() || random.nextInt(3) == 0)
                        query.add(name + "="
                                + encoded(fitting(parameter.path("schema")).asText()));
                }
                default -> {}
            }
        }
        if (random.nextInt(20) == 0) query.add(encoded(nasty()) + "=" + encoded(nasty()));
        return place + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        var types = new ArrayList<String>();
        JsonNode content = operation.described().path("requestBody").path("content");
        content.fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) return new byte[0];
        String type = types.get(random.nextInt(types.size()));
        headers.put("Content-Type", type);
        if (random.nextInt(15) == 0) headers.put("Content-Type", "text/" + random.nextInt());
        if (random.nextInt(4) == 0) headers.put("Accept", "text/event-stream");
        if (random.nextInt(6) == 0) headers.put("Idempotency-Key", "k" + random.nextInt(3));
        return switch (type) {
            case "multipart/form-data" -> form(headers);
            case Endpoint.LINES ->
                (json(content.path(type).path("schema")) + "\n" + nasty() + "\n"
                                + json(content.path(type).path("schema")))
                        .getBytes(StandardCharsets.UTF_8);
            case Endpoint.JSON -> json(content.path(type).path("schema")).getBytes(StandardCharsets.UTF_8);
            default -> nasty().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] form(Map<String, String> headers) {
        headers.put("Content-Type", "multipart/form-data; boundary=b" + random.nextInt(2));
        String name = nasty().replace("\r", "").replace("\n", "").replace("\"", "");
        String text = "--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + nasty() + "\r\n--b0--\r\n";
        int cut = random.nextInt(3) == 0 ? random.nextInt(text.length()) : text.length();
        return text.substring(0, cut).getBytes(StandardCharsets.UTF_8);
    }

    /** Mostly what fits, with something in it that does not; at times nothing that is JSON at all. */
    private String json(JsonNode schema) {
        return switch (random.nextInt(12)) {
            case 0 -> nasty();
            case 1 -> "[".repeat(2000);
            case 2 -> "{\"question\": \"" + "x".repeat(1 << random.nextInt(21)) + "\"}";
            case 3 -> "[1, {\"a\": null}]";
            default -> fitting(schema).toString();
        };
    }

    private JsonNode fitting(JsonNode schema) {
        if (schema.has("$ref"))
            return fitting(document.path("components")
                    .path("schemas")
                    .path(schema.get("$ref").asText().replace("#/components/schemas/", "")));
        if (schema.has("anyOf")) return fitting(schema.get("anyOf").get(0));
        if (schema.has("enum"))
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        if (random.nextInt(8) == 0) return odd();
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "object" -> {
                ObjectNode object = ApiStand.JSON.createObjectNode();
                for (var member : schema.path("properties").properties())
                    if (random.nextInt(3) == 0 || needed(schema, member.getKey()))
                        object.set(member.getKey(), fitting(member.getValue()));
                yield object;
            }
            case "array" -> {
                ArrayNode array = ApiStand.JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) array.add(fitting(schema.path("items")));
                yield array;
            }
            case "integer" -> ApiStand.JSON.getNodeFactory().numberNode(random.nextInt(200) - 20);
            case "number" -> ApiStand.JSON.getNodeFactory().numberNode(random.nextDouble());
            case "boolean" -> ApiStand.JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "string" ->
                ApiStand.JSON.getNodeFactory().textNode(random.nextBoolean() ? "the pump gives no pressure" : nasty());
            default -> odd();
        };
    }

    private static boolean needed(JsonNode schema, String name) {
        for (JsonNode one : schema.path("required")) if (one.asText().equals(name)) return true;
        return false;
    }

    private JsonNode odd() {
        var nodes = ApiStand.JSON.getNodeFactory();
        return switch (random.nextInt(6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(Long.MIN_VALUE);
            case 2 -> nodes.arrayNode().add(nasty());
            case 3 -> nodes.objectNode().put(nasty(), nasty());
            case 4 -> nodes.booleanNode(true);
            default -> nodes.textNode(nasty());
        };
    }
}
