package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** What goes back: JSON, or a problem as RFC 9457 has it. */
final class Reply {
    private Reply() {}

    static void json(ServerResponse response, JsonNode node) {
        bytes(response, "application/json", node.toString());
    }

    static void text(ServerResponse response, String type, String text) {
        bytes(response, type + "; charset=utf-8", text);
    }

    /** A page, for whoever asked for it. */
    static void page(ServerRequest request, ServerResponse response, String html) {
        text(response, "text/html", SignedPage.of(html, Asker.known(request)));
    }

    /** @param detail value, rule and place, in one sentence */
    static void problem(ServerResponse response, Status status, String detail) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", status.reasonPhrase())
                .put("status", status.code())
                .put("detail", detail);
        response.status(status);
        bytes(response, "application/problem+json", node.toString());
    }

    private static void bytes(ServerResponse response, String type, String text) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
