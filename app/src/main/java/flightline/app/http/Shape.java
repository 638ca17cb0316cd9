package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON schemas from a short way of writing them. A type is {@code string}, {@code integer}, {@code integer(1..100)}, {@code
 * number}, {@code boolean}, {@code date}, {@code object} for one of any members, {@code any}, {@code bytes}, the name of
 * another schema, {@code [T]} for a list, {@code a|b} for one of these words or schemas, {@code T?} for one that may be null.
 * An object is written {@code name:type name~:type}, parted by blanks; the wave stands with what may be missing.
 */
final class Shape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern RANGE = Pattern.compile("integer\\((-?\\d+)\\.\\.(-?\\d+)\\)");

    private Shape() {}

    static ObjectNode type(String written) {
        if (written.endsWith("?")) return nullable(type(written.substring(0, written.length() - 1)));
        if (written.startsWith("[")) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", type(written.substring(1, written.length() - 1)));
            return list;
        }
        if (written.contains("|")) return choice(List.of(written.split("\\|", -1)));
        Matcher range = RANGE.matcher(written);
        if (range.matches())
            return JSON.objectNode()
                    .put("type", "integer")
                    .put("minimum", Integer.parseInt(range.group(1)))
                    .put("maximum", Integer.parseInt(range.group(2)));
        return switch (written) {
            case "string", "integer", "number", "boolean", "object" ->
                JSON.objectNode().put("type", written);
            case "date" -> JSON.objectNode().put("type", "string").put("format", "date");
            case "bytes" -> JSON.objectNode().put("type", "string").put("format", "binary");
            case "any" -> JSON.objectNode();
            default ->
                Character.isUpperCase(written.charAt(0))
                        ? JSON.objectNode().put("$ref", "#/components/schemas/" + written)
                        : choice(List.of(written));
        };
    }

    private static ObjectNode choice(List<String> choices) {
        if (Character.isUpperCase(choices.getFirst().charAt(0))) {
            ObjectNode any = JSON.objectNode();
            ArrayNode of = any.putArray("anyOf");
            choices.forEach(one -> of.add(type(one)));
            return any;
        }
        ObjectNode words = JSON.objectNode().put("type", "string");
        ArrayNode of = words.putArray("enum");
        choices.forEach(of::add);
        return words;
    }

    private static ObjectNode nullable(ObjectNode type) {
        if (type.path("type").isTextual() && !type.has("enum")) {
            String name = type.get("type").asText();
            type.putArray("type").add(name).add("null");
            return type;
        }
        ObjectNode any = JSON.objectNode();
        any.putArray("anyOf").add(type).addObject().put("type", "null");
        return any;
    }

    /** An object with these members. It may come to have others, so a client must not mind any that it does not know. */
    static ObjectNode object(String written) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode members = object.putObject("properties");
        var needed = JSON.arrayNode();
        for (String member : written.split("\\s+")) {
            if (member.isEmpty()) continue;
            int colon = member.indexOf(':');
            boolean optional = member.charAt(colon - 1) == '~';
            String name = member.substring(0, optional ? colon - 1 : colon);
            members.set(name, type(member.substring(colon + 1)));
            if (!optional) needed.add(name);
        }
        if (!needed.isEmpty()) object.set("required", needed);
        return object;
    }
}
