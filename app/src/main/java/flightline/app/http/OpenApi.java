package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document, made from the list of endpoints. */
final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> FIELDS = new TreeMap<>(Map.of(
            "id", "handed back with the answer",
            "text", "the complaint, question or query; also as 'complaint', 'question' or 'query'",
            "aircraft", "registration",
            "model", "aircraft model",
            "serial", "serial number",
            "on", "the day on which documents must be in force, 2026-03-01",
            "top", "how many causes, statements or passages, 1 to 100"));

    private OpenApi() {}

    static ObjectNode of(List<Endpoint> endpoints) {
        ObjectNode node = JSON.objectNode().put("openapi", "3.1.0");
        node.putObject("info")
                .put("title", "Flightline")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "Cited fault diagnosis from maintenance documents and records. It advises; a licensed person decides and signs.");
        ObjectNode paths = node.putObject("paths");
        for (Endpoint endpoint : endpoints)
            paths.withObject("/" + endpoint.path().replace("~", "~0").replace("/", "~1"))
                    .set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        schemas(node.putObject("components").putObject("schemas"));
        return node;
    }

    private static ObjectNode operation(Endpoint endpoint) {
        ObjectNode operation = JSON.objectNode()
                .put("summary", endpoint.summary())
                .put(
                        "operationId",
                        endpoint.path().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-", ""));
        if (endpoint.method() == Endpoint.Method.POST) {
            String schema = endpoint.path().startsWith("/api/") ? "Request" : "ChatRequest";
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/" + schema);
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode done = responses.putObject("200").put("description", "the answer, of whatever outcome");
        ObjectNode content = done.putObject("content");
        content.putObject("application/json").putObject("schema").put("type", "object");
        if (endpoint.method() == Endpoint.Method.POST && !endpoint.path().endsWith("search")
                && !endpoint.path().endsWith("fleet"))
            content.putObject("text/event-stream").putObject("schema").put("type", "string");
        ObjectNode other = responses.putObject("default").put("description", "what was wrong with the request");
        other.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return operation;
    }

    private static void schemas(ObjectNode schemas) {
        ObjectNode request = schemas.putObject("Request").put("type", "object");
        ObjectNode properties = request.putObject("properties");
        FIELDS.forEach((name, meaning) -> properties
                .putObject(name)
                .put("type", name.equals("top") ? "integer" : "string")
                .put("description", meaning));
        properties.putObject("without").put("type", "array").putObject("items").put("type", "string");
        properties.putObject("as").put("type", "object").put("description", "who asks");
        ObjectNode chat = schemas.putObject("ChatRequest").put("type", "object");
        chat.putArray("required").add("model").add("messages");
        ObjectNode fields = chat.putObject("properties");
        fields.putObject("model")
                .put("type", "string")
                .putArray("enum")
                .add(Chat.ASK)
                .add(Chat.DIAGNOSE);
        fields.putObject("messages").put("type", "array").putObject("items").put("type", "object");
        fields.putObject("stream").put("type", "boolean");
        ObjectNode problem = schemas.putObject("Problem").put("type", "object");
        ObjectNode parts = problem.putObject("properties");
        for (String part : List.of("type", "title", "detail"))
            parts.putObject(part).put("type", "string");
        parts.putObject("status").put("type", "integer");
    }
}
