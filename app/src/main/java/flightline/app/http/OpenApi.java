package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 document, made from the list of endpoints. */
final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROBLEM = "application/problem+json";

    private OpenApi() {}

    static ObjectNode of(List<Endpoint> endpoints) {
        ObjectNode node = JSON.objectNode().put("openapi", "3.1.0");
        node.putObject("info")
                .put("title", "Flightline")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "Cited fault diagnosis from maintenance documents and records. It advises; a licensed person decides and signs.");
        node.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = node.putObject("paths");
        for (Endpoint endpoint : endpoints)
            paths.withObject("/" + endpoint.path().replace("~", "~0").replace("/", "~1"))
                    .set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        // One of the three, or none where nobody signs in: that is for this machine alone.
        ArrayNode security = node.putArray("security");
        for (String way : List.of("bearer", "session", "certificate"))
            security.addObject().putArray(way);
        security.addObject();
        ObjectNode components = node.putObject("components");
        ObjectNode ways = components.putObject("securitySchemes");
        ways.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "a key of 'people key', or an access token of the OpenID provider");
        ways.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "__Host-flightline")
                .put("description", "of who signed in on the page");
        ways.putObject("certificate").put("type", "mutualTLS").put("description", "of a client");
        ObjectNode schemas = components.putObject("schemas");
        Schemas.all().forEach(schemas::set);
        return node;
    }

    private static ObjectNode operation(Endpoint endpoint) {
        ObjectNode operation = JSON.objectNode();
        operation.put("operationId", name(endpoint));
        operation.put("summary", endpoint.summary());
        switch (endpoint.entry()) {
            case Entry.Anyone anyone -> operation.putArray("security");
            case Entry.Unsaid none -> throw none.fault(endpoint.path());
            case Entry.AsksItself later -> operation.put("description", "For whoever is known.");
            case Entry.May may -> operation.put("description", "For those whose role allows " + may.words() + ".");
        }
        if (!endpoint.parameters().isEmpty()) {
            ArrayNode parameters = operation.putArray("parameters");
            endpoint.parameters().forEach(one -> parameters.add(parameter(one)));
        }
        if (!endpoint.sent().isEmpty()) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            content(body.putObject("content"), endpoint.sent());
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode done = responses
                .putObject(Integer.toString(endpoint.status()))
                .put("description", endpoint.status() == 202 ? "begun as a job" : "done, of whatever outcome");
        if (!endpoint.given().isEmpty()) content(done.putObject("content"), endpoint.given());
        ObjectNode wrong = responses.putObject("default").put("description", "what was wrong with the request");
        content(wrong.putObject("content"), Map.of(PROBLEM, "Problem"));
        return operation;
    }

    private static String name(Endpoint endpoint) {
        String place = endpoint.path().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return endpoint.method().name().toLowerCase(Locale.ROOT) + "-" + place;
    }

    private static ObjectNode parameter(Parameter parameter) {
        ObjectNode node = JSON.objectNode()
                .put("name", parameter.name())
                .put("in", parameter.in().name().toLowerCase(Locale.ROOT))
                .put("description", parameter.meaning());
        if (parameter.required()) node.put("required", true);
        node.set("schema", Shape.type(parameter.type()));
        return node;
    }

    private static void content(ObjectNode content, Map<String, String> types) {
        new TreeMap<>(types).forEach((type, schema) -> content.putObject(type).set("schema", Shape.type(schema)));
    }
}
