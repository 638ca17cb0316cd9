package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether JSON is as a schema of the OpenAPI document says: types, what must be there, words of a choice; and that nothing is
 * there which the schema does not tell of, so that the document cannot fall behind.
 */
final class Conformity {
    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private Conformity(JsonNode document) {
        this.document = document;
    }

    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        var conformity = new Conformity(document);
        conformity.check(schema, value, "$");
        return conformity.faults;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replace("#/components/schemas/", "");
            JsonNode named = document.path("components").path("schemas").path(name);
            if (named.isMissingNode()) faults.add(at + ": no schema " + name);
            else check(named, value, at);
            return;
        }
        if (schema.has("anyOf")) {
            var all = new ArrayList<String>();
            for (JsonNode one : schema.get("anyOf")) {
                List<String> wrong = faults(document, one, value);
                if (wrong.isEmpty()) return;
                all.addAll(wrong);
            }
            faults.add(at + ": none of the choices fits: " + all);
            return;
        }
        if (schema.has("type") && !fits(schema.get("type"), value)) {
            faults.add(at + ": must be " + schema.get("type") + ", is " + value.getNodeType());
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value))
            faults.add(at + ": must be one of " + schema.get("enum") + ", is " + value);
        if (value.isArray())
            for (int i = 0; i < value.size(); i++) check(schema.path("items"), value.get(i), at + "[" + i + "]");
        if (value.isObject() && schema.has("properties")) members(schema, value, at);
    }

    private void members(JsonNode schema, JsonNode value, String at) {
        for (JsonNode needed : schema.path("required"))
            if (!value.has(needed.asText())) faults.add(at + ": lacks " + needed.asText());
        for (var member : value.properties()) {
            JsonNode known = schema.get("properties").path(member.getKey());
            if (known.isMissingNode()) faults.add(at + ": does not tell of " + member.getKey());
            else check(known, member.getValue(), at + "." + member.getKey());
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) if (one.equals(value)) return true;
        return false;
    }

    private static boolean fits(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) if (fits(one, value)) return true;
            return false;
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            default -> value.isNull();
        };
    }
}
