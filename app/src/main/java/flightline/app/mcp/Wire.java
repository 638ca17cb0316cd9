package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between our JSON and the plain maps that the protocol's library takes. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static Map<String, Object> map(ObjectNode node) {
        return JSON.convertValue(node, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    static JsonNode node(Map<String, Object> map) {
        return JSON.valueToTree(map);
    }

    /** @param id of the message that is answered, where it could be read: a number or a text */
    static String error(@Nullable Object id, int code, String message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        node.set("id", JSON.valueToTree(id));
        node.putObject("error").put("code", code).put("message", message);
        return node.toString();
    }
}
