package flightline.llama.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a JSON Schema into a grammar of llama.cpp. What a grammar cannot hold to is refused by name, as a model that
 * breaks a schema would be found out too late. Documents come on one line, members in the order of the schema, with one
 * space after each colon and comma.
 */
final class SchemaGrammar {
    private static final Set<String> REMARKS =
            Set.of("title", "description", "$schema", "$id", "$comment", "default", "examples");
    private static final int DEEPEST = 32;
    /** The library refuses longer repetitions. */
    private static final int LONGEST = 1_000;

    private static final int WIDEST = 1_000;

    private final List<String> rules = new ArrayList<>();

    private SchemaGrammar() {}

    /** What came of it. */
    sealed interface Outcome {
        /** Empty where no grammar is asked for. */
        record Written(String gbnf) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    static Outcome of(String schema) {
        try {
            var grammar = new SchemaGrammar();
            String root = grammar.rule(new ObjectMapper().readTree(schema), "", 0);
            String rules = String.join("\n", grammar.rules);
            return new Outcome.Written("root ::= " + root + "\n" + rules + "\n" + """
                    string ::= "\\"" char* "\\""
                    char ::= [^"\\\\\\x7F\\x00-\\x1F] | "\\\\" ["\\\\bfnrt/]
                    integer ::= "-"? ("0" | [1-9] [0-9]{0,15})
                    number ::= integer ("." [0-9]{1,15})?
                    """);
        } catch (JsonProcessingException e) {
            return new Outcome.Refused("the schema is no JSON: " + e.getOriginalMessage());
        } catch (Unfit e) {
            return new Outcome.Refused(e.why);
        }
    }

    /** Name of a rule for a schema. */
    private String rule(JsonNode schema, String at, int depth) throws Unfit {
        if (depth > DEEPEST) throw new Unfit("is nested deeper than " + DEEPEST, at);
        if (!schema.isObject()) throw new Unfit("is no JSON object", at);
        String body = body(schema, at, depth);
        if (body.matches("[a-z]+")) return body;
        String name = "r" + rules.size();
        rules.add(name + " ::= " + body);
        return name;
    }

    private String body(JsonNode schema, String at, int depth) throws Unfit {
        if (schema.has("const")) {
            only(schema, at, "const", "type");
            return literal(schema.get("const").toString());
        }
        if (schema.has("enum")) {
            only(schema, at, "enum", "type");
            List<String> values = new ArrayList<>();
            for (JsonNode value : schema.get("enum")) values.add(literal(value.toString()));
            if (values.isEmpty()) throw new Unfit("has an enum without values", at);
            return String.join(" | ", values);
        }
        for (String any : List.of("anyOf", "oneOf"))
            if (schema.has(any)) {
                only(schema, at, any);
                List<String> choices = new ArrayList<>();
                for (JsonNode choice : schema.get(any))
                    choices.add(rule(choice, at + "/" + any + "/" + choices.size(), depth + 1));
                if (choices.isEmpty()) throw new Unfit("has an " + any + " without choices", at);
                return String.join(" | ", choices);
            }
        return switch (schema.path("type").asText("")) {
            case "object" -> object(schema, at, depth);
            case "array" -> array(schema, at, depth);
            case "string" -> string(schema, at);
            case "integer" -> integer(schema, at);
            case "number" -> plain(schema, at, "number");
            case "boolean" -> plain(schema, at, "\"true\" | \"false\"");
            case "null" -> plain(schema, at, "\"null\"");
            default -> throw new Unfit("needs one type of those that JSON Schema names, or const, enum, anyOf", at);
        };
    }

    private String object(JsonNode schema, String at, int depth) throws Unfit {
        only(schema, at, "type", "properties", "required", "additionalProperties");
        if (schema.path("additionalProperties").asBoolean(false)
                || schema.path("additionalProperties").isObject())
            throw new Unfit("has additionalProperties, which no grammar can bound", at);
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<String> members = new ArrayList<>();
        List<Boolean> needed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String value = rule(property.getValue(), at + "/properties/" + property.getKey(), depth + 1);
            String name = new TextNode(property.getKey()).toString();
            members.add(literal(name + ": ") + " " + value);
            needed.add(required.remove(property.getKey()));
        }
        if (!required.isEmpty())
            throw new Unfit("requires " + required.iterator().next() + ", which is none of its properties", at);
        return literal("{") + " " + members(members, needed, 0, false) + literal("}");
    }

    /** Members from one on; a comma stands before each but the first that is there. */
    private static String members(List<String> members, List<Boolean> needed, int from, boolean any) {
        if (from == members.size()) return "";
        String comma = any ? literal(", ") + " " : "";
        String with = comma + members.get(from) + " ";
        if (needed.get(from)) return with + members(members, needed, from + 1, true);
        if (any) return "(" + with + ")? " + members(members, needed, from + 1, true);
        String without = members(members, needed, from + 1, false);
        return "(" + with + members(members, needed, from + 1, true)
                + (without.isEmpty() ? ")? " : "| " + without + ") ");
    }

    private String array(JsonNode schema, String at, int depth) throws Unfit {
        only(schema, at, "type", "items", "minItems", "maxItems");
        if (!schema.has("items")) throw new Unfit("is an array and says nothing of its items", at);
        String item = rule(schema.get("items"), at + "/items", depth + 1);
        int least = count(schema, "minItems", 0, at);
        int most = count(schema, "maxItems", -1, at);
        if (most == 0) return literal("[]");
        String more = "(" + literal(", ") + " " + item + "){" + Math.max(0, least - 1) + ","
                + (most < 0 ? "" : Integer.toString(most - 1)) + "}";
        String filled = item + " " + more;
        return literal("[") + " " + (least == 0 ? "(" + filled + ")?" : filled) + " " + literal("]");
    }

    private static String string(JsonNode schema, String at) throws Unfit {
        only(schema, at, "type", "minLength", "maxLength");
        int least = count(schema, "minLength", 0, at);
        int most = count(schema, "maxLength", -1, at);
        if (least == 0 && most < 0) return "string";
        return literal("\"") + " char{" + least + "," + (most < 0 ? "" : Integer.toString(most)) + "} " + literal("\"");
    }

    private static String integer(JsonNode schema, String at) throws Unfit {
        only(schema, at, "type", "minimum", "maximum");
        if (!schema.has("minimum") && !schema.has("maximum")) return "integer";
        if (!schema.path("minimum").isIntegralNumber()
                || !schema.path("maximum").isIntegralNumber())
            throw new Unfit("needs minimum and maximum both, as whole numbers, or neither", at);
        long from = schema.get("minimum").asLong();
        long to = schema.get("maximum").asLong();
        if (to < from || to - from >= WIDEST)
            throw new Unfit("has minimum and maximum that leave no number or more than " + WIDEST, at);
        List<String> values = new ArrayList<>();
        for (long value = from; value <= to; value++) values.add(literal(Long.toString(value)));
        return String.join(" | ", values);
    }

    private static String plain(JsonNode schema, String at, String rule) throws Unfit {
        only(schema, at, "type");
        return rule;
    }

    private static int count(JsonNode schema, String keyword, int absent, String at) throws Unfit {
        if (!schema.has(keyword)) return absent;
        int value = schema.get(keyword).asInt(-1);
        if (value < 0 || value > LONGEST) throw new Unfit("has " + keyword + " outside 0.." + LONGEST, at);
        return value;
    }

    private static void only(JsonNode schema, String at, String... known) throws Unfit {
        for (Map.Entry<String, JsonNode> keyword : schema.properties())
            if (!REMARKS.contains(keyword.getKey()) && !Set.of(known).contains(keyword.getKey()))
                throw new Unfit("uses the keyword " + keyword.getKey() + ", which is not supported", at);
    }

    /** Text as it stands, in the grammar's quotation marks. */
    private static String literal(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c < 0x20 ? "\\x%02X".formatted(c) : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** A schema that no grammar is written for. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        private final String why;

        Unfit(String what, String at) {
            super(what);
            why = "the schema " + (at.isEmpty() ? "" : "at " + at + " ") + what;
        }
    }
}
