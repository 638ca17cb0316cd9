package flightline.app.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the tools take and give, as JSON Schema 2020-12. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST = 20_000;

    private final ObjectNode node = JSON.objectNode().put("type", "object");
    private final ObjectNode properties = node.putObject("properties");
    private final ArrayNode required = JSON.arrayNode();

    private Schemas() {}

    static Schemas taking() {
        var schema = new Schemas();
        schema.node.put("additionalProperties", false);
        return schema;
    }

    /** What comes back may grow. */
    static Schemas giving() {
        return new Schemas();
    }

    Schemas needs(String name, String meaning) {
        required.add(name);
        properties
                .putObject(name)
                .put("type", "string")
                .put("description", meaning)
                .put("minLength", 1)
                .put("maxLength", LONGEST);
        return this;
    }

    Schemas text(String name, String meaning) {
        properties.putObject(name).put("type", "string").put("description", meaning);
        return this;
    }

    Schemas whole(String name, String meaning, int least, int most) {
        properties
                .putObject(name)
                .put("type", "integer")
                .put("description", meaning)
                .put("minimum", least)
                .put("maximum", most);
        return this;
    }

    Schemas yes(String name, String meaning) {
        properties.putObject(name).put("type", "boolean").put("description", meaning);
        return this;
    }

    Schemas texts(String name, String meaning, List<String> keys) {
        ObjectNode object = properties
                .putObject(name)
                .put("type", "object")
                .put("description", meaning)
                .put("additionalProperties", false);
        ObjectNode below = object.putObject("properties");
        keys.forEach(key -> below.putObject(key).put("type", "string"));
        return this;
    }

    /** Of what comes back: always there, each of them. */
    Schemas gives(String type, String... names) {
        for (String name : names) {
            properties.putObject(name).put("type", type);
            required.add(name);
        }
        return this;
    }

    /** For which aircraft and day. */
    Schemas forAircraft() {
        return text("aircraft", "registration, QQ-KAC; what does not apply to it is left out")
                .text("model", "aircraft model, where no registration is known")
                .text("serial", "serial number")
                .text("on", "the day on which documents must be in force, 2026-03-01; today where absent");
    }

    ObjectNode done() {
        node.set("required", required);
        return node;
    }
}
