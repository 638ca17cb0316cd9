package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.Unseen;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes back: JSON, or a problem as RFC 9457 has it. */
final class Reply {
    private Reply() {}

    static void json(ServerResponse response, JsonNode node) {
        bytes(response, "application/json", node.toString());
    }

    static void lines(ServerResponse response, String type, Consumer<Consumer<JsonNode>> all) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        try (OutputStream out = response.outputStream()) {
            all.accept(node -> {
                try {
                    out.write((node + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new Gone(e);
                }
            });
        } catch (IOException e) {
            throw new Gone(e);
        }
    }

    static void text(ServerResponse response, String type, String text) {
        bytes(response, type + "; charset=utf-8", text);
    }

    /** A page, for whoever asked for it. */
    static void page(ServerRequest request, ServerResponse response, String html) {
        text(response, "text/html", SignedPage.of(html, Asker.known(request)));
    }

    /** In the dialect of OpenAI's clients too, where one of theirs is asked. */
    static void problem(ServerRequest request, ServerResponse response, Status status, String detail) {
        if (!request.prologue().uriPath().rawPath().startsWith("/v1/")) {
            problem(response, status, detail);
            return;
        }
        ObjectNode node = node(status, detail);
        node.putObject("error")
                .put("message", detail)
                .put("type", status.code() < 500 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .putNull("code");
        response.status(status);
        bytes(response, "application/problem+json", node.toString());
    }

    /** @param detail value, rule and place, in one sentence */
    static void problem(ServerResponse response, Status status, String detail) {
        response.status(status);
        bytes(response, "application/problem+json", node(status, detail).toString());
    }

    /** Says what is wrong with a request that is turned away before it is known what is asked. */
    static DirectHandlers atTheDoor() {
        var handlers = DirectHandlers.builder();
        for (EventType type :
                List.of(EventType.BAD_REQUEST, EventType.PAYLOAD_TOO_LARGE, EventType.HTTP_VERSION_NOT_SUPPORTED))
            handlers.addHandler(
                    type,
                    (request, event, status, headers, message) -> TransportResponse.builder()
                            .status(status)
                            .headers(headers)
                            .keepAlive(event.keepAlive())
                            .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                            .entity(node(status, unread(request.headers(), message))
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8))
                            .build());
        return handlers.build();
    }

    /** @param message where the server has one that may be told */
    private static String unread(Headers headers, @Nullable String message) {
        String packed = headers.first(HeaderNames.CONTENT_ENCODING).orElse("");
        if (!packed.isEmpty())
            return "a body is read as it is, not packed; got Content-Encoding '" + Unseen.text(Query.shown(packed))
                    + "'";
        return "this is no request as HTTP has it" + (message == null ? "" : ": " + Unseen.text(Query.shown(message)));
    }

    private static ObjectNode node(Status status, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", status.reasonPhrase())
                .put("status", status.code())
                .put("detail", detail);
    }

    private static void bytes(ServerResponse response, String type, String text) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
