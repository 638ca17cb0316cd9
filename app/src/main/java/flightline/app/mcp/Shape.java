package flightline.app.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import java.util.Optional;

/** Whether the parameters of a request have the form of its method; the protocol's library takes that for granted. */
final class Shape {
    /** What each method needs, and the record of the library that it must fit. */
    private static final Map<String, Needed> NEEDED = Map.of(
            McpSchema.METHOD_INITIALIZE, new Needed("protocolVersion", McpSchema.InitializeRequest.class),
            McpSchema.METHOD_TOOLS_CALL, new Needed("name", McpSchema.CallToolRequest.class),
            McpSchema.METHOD_RESOURCES_READ, new Needed("uri", McpSchema.ReadResourceRequest.class));

    private record Needed(String text, Class<?> form) {}

    private Shape() {}

    /** What is wrong; empty where nothing is. */
    static Optional<String> wrong(JSONRPCRequest request, McpJsonMapper json) {
        Object params = request.params();
        if (params != null && !(params instanceof Map<?, ?>)) return Optional.of("params must be an object");
        Needed needed = NEEDED.get(request.method());
        if (needed == null) return Optional.empty();
        if (!(params instanceof Map<?, ?> given) || !(given.get(needed.text) instanceof String text) || text.isBlank())
            return Optional.of(request.method() + " needs '" + needed.text + "', a text");
        try {
            json.convertValue(params, needed.form);
            return Optional.empty();
        } catch (IllegalArgumentException unfit) {
            return Optional.of("the params do not have the form of " + request.method());
        }
    }
}
