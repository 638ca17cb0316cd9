package flightline.app.http;

import flightline.app.mcp.Desk;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * The Model Context Protocol over HTTP: a message comes with a POST, its answer goes back with the reply. There are no sessions
 * and no stream from the server, which the protocol leaves free, so there is nothing to take over and nothing to hold open.
 */
final class McpRoute {
    private static final String PATH = "/mcp";
    private static final HeaderName VERSION = HeaderNames.create("MCP-Protocol-Version");

    private final Desk desk;

    McpRoute(Desk desk) {
        this.desk = desk;
    }

    void into(HttpRouting.Builder routing) {
        routing.post(PATH, this::answer).get(PATH, McpRoute::noStream).delete(PATH, McpRoute::noStream);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String version = request.headers().first(VERSION).orElse("");
        if (!version.isEmpty() && !desk.versions().contains(version))
            throw new Problem(
                    Status.BAD_REQUEST_400,
                    "MCP-Protocol-Version must be one of " + String.join(", ", desk.versions()) + ", got another");
        String message = Body.json(request).toString();
        switch (desk.answer(Asker.of(request), message)) {
            case Desk.Reply.Said(var said) -> Reply.text(response, "application/json", said);
            case Desk.Reply.Silence() -> response.status(Status.ACCEPTED_202).send();
            case Desk.Reply.NotUnderstood(var said) -> {
                response.status(Status.BAD_REQUEST_400);
                Reply.text(response, "application/json", said);
            }
        }
    }

    private static void noStream(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ALLOW, "POST");
        Reply.problem(
                response, Status.METHOD_NOT_ALLOWED_405, "messages are sent with POST; there is no stream to open");
    }
}
