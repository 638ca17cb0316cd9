package flightline.records.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays a JSON object flat: objects within it give fields whose names are joined by dots, a list gives all its values. */
public final class JsonFields {
    private JsonFields() {}

    /** @param prefix of the names, empty for none */
    public static void flatten(String prefix, JsonNode object, Map<String, List<String>> fields) {
        object.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) flatten(name + ".", value, fields);
            else fields.put(name, values(value));
        });
    }

    static List<String> values(JsonNode value) {
        if (value.isNull()) return List.of();
        if (!value.isArray()) return List.of(value.asText());
        var values = new ArrayList<String>();
        for (JsonNode item : value)
            if (!item.isNull()) values.add(item.isValueNode() ? item.asText() : item.toString());
        return values;
    }
}
