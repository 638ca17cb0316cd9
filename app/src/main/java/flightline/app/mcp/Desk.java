package flightline.app.mcp;

import flightline.app.identity.Caller;
import flightline.app.wiring.Wiring;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers messages of the protocol, each by itself: nothing is remembered between two of them, so that who asks is asked for
 * every one and no session can be taken over. Safe for several threads.
 */
public final class Desk implements AutoCloseable {
    /** Bytes of one message; the longest complaint that is read has 20,000 characters. */
    public static final int MOST = 1 << 20;

    static final String ASKER = "asker";
    private static final String NO_MESSAGE =
            "not a message of JSON-RPC 2.0: one JSON object is needed, with \"jsonrpc\": \"2.0\" and method";

    private static final String INSTRUCTIONS =
            "Flightline answers from aircraft maintenance documents and records, with citations. It advises; a licensed person"
                    + " decides and signs. Warnings come first and must be passed on whole. " + Quoted.RULE
                    + " A refusal or 'not enough evidence' is an answer: pass its reason on, do not fill the gap.";

    private final McpJsonMapper json = McpJsonDefaults.getMapper();
    private final Exchange exchange = new Exchange();
    private final McpStatelessSyncServer server;
    private final Shelf shelf;
    private final Consumer<Throwable> faults;

    /**
     * @param today asked for every request, for a server runs on over midnight
     * @param faults is told of what should not have happened
     */
    public Desk(Wiring wiring, Supplier<LocalDate> today, Consumer<Throwable> faults) {
        this.faults = faults;
        this.shelf = new Shelf(wiring, today);
        List<SyncToolSpecification> tools = new Tools(wiring, today, faults).all();
        this.server = McpServer.sync(exchange)
                .serverInfo("flightline", "0.1.0")
                .instructions(INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .jsonMapper(json)
                // Our own words name value and rule; the library's would name a schema.
                .validateToolInputs(false)
                // The caller's thread is one that may wait.
                .immediateExecution(true)
                .uriTemplateManagerFactory(Shelf.Templates::new)
                .tools(tools)
                .resourceTemplates(new SyncResourceTemplateSpecification(shelf.template(), shelf::read))
                .build();
    }

    /** What there is to say to a message. */
    public sealed interface Reply {
        /** @param message JSON, one line */
        record Said(String message) implements Reply {}

        /** A notification, or an answer to nothing that was asked. */
        record Silence() implements Reply {}

        /** No message of the protocol; {@code message} says so. */
        record NotUnderstood(String message) implements Reply {}
    }

    public Reply answer(Caller asker, String message) {
        McpSchema.JSONRPCMessage read;
        try {
            read = McpSchema.deserializeJsonRpcMessage(json, message);
        } catch (IOException | RuntimeException e) {
            // What the protocol's library says of it would name its classes.
            return new Reply.NotUnderstood(Wire.error(null, ErrorCodes.PARSE_ERROR, NO_MESSAGE));
        }
        if (!(read instanceof JSONRPCRequest request)) return new Reply.Silence();
        if (lacks(request))
            return new Reply.NotUnderstood(Wire.error(
                    request.id(), ErrorCodes.INVALID_REQUEST, "a request needs \"jsonrpc\": \"2.0\", id and method"));
        return new Reply.Said(written(answered(asker, request)));
    }

    /** Versions of the protocol that are spoken, oldest first. */
    public List<String> versions() {
        return exchange.protocolVersions();
    }

    /** @param most bytes that were allowed */
    public static String tooLong(int most) {
        return Wire.error(null, ErrorCodes.INVALID_REQUEST, "a message may have " + most + " bytes, this one has more");
    }

    private static boolean lacks(JSONRPCRequest request) {
        return !McpSchema.JSONRPC_VERSION.equals(request.jsonrpc()) || request.id() == null || request.method() == null;
    }

    private JSONRPCResponse answered(Caller asker, JSONRPCRequest request) {
        Optional<String> wrong = Shape.wrong(request, json);
        if (wrong.isPresent()) return error(request, ErrorCodes.INVALID_PARAMS, wrong.get());
        try {
            if (request.method().equals(McpSchema.METHOD_RESOURCES_LIST))
                return JSONRPCResponse.result(request.id(), shelf.list(asker, cursor(request)));
            JSONRPCResponse response = exchange.handler()
                    .handleRequest(McpTransportContext.create(Map.of(ASKER, asker)), request)
                    .block();
            return response == null
                    ? fault(request, new IllegalStateException(request.method() + " came to nothing"))
                    : response;
        } catch (McpError known) {
            return JSONRPCResponse.error(request.id(), known.getJsonRpcError());
        } catch (RuntimeException unforeseen) {
            return fault(request, unforeseen);
        }
    }

    private JSONRPCResponse fault(JSONRPCRequest request, RuntimeException fault) {
        faults.accept(fault);
        return error(request, ErrorCodes.INTERNAL_ERROR, "a fault of ours; the server's own output says more");
    }

    private static JSONRPCResponse error(JSONRPCRequest request, int code, String message) {
        return JSONRPCResponse.error(request.id(), new JSONRPCResponse.JSONRPCError(code, message));
    }

    private static Optional<String> cursor(JSONRPCRequest request) {
        return request.params() instanceof Map<?, ?> params && params.get("cursor") instanceof String cursor
                ? Optional.of(cursor)
                : Optional.empty();
    }

    private String written(JSONRPCResponse response) {
        try {
            return json.writeValueAsString(response);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written as JSON", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
