package flightline.app.http;

import flightline.app.mcp.Desk;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/**
 * The Model Context Protocol over HTTP: a message comes with a POST, its answer goes back with the reply. There are no sessions
 * and no stream from the server, which the protocol leaves free, so there is nothing to take over and nothing to hold open.
 */
final class McpRoute {
    private static final HeaderName VERSION = HeaderNames.create("MCP-Protocol-Version");

    private final Desk desk;

    McpRoute(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/mcp", "A message of the Model Context Protocol", this::answer)
                .entered(Entry.ASKS_ITSELF)
                .reads(Endpoint.JSON, "Message")
                .gives(Endpoint.JSON, "Message"));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String version = request.headers().first(VERSION).orElse("");
        if (!version.isEmpty() && !desk.versions().contains(version))
            throw new Problem(
                    Status.BAD_REQUEST_400,
                    "MCP-Protocol-Version must be one of " + String.join(", ", desk.versions()) + ", got another");
        String message = Body.json(request).toString();
        switch (desk.answer(Asker.caller(request), message)) {
            case Desk.Reply.Said(var said) -> Reply.text(response, "application/json", said);
            case Desk.Reply.Silence() -> response.status(Status.ACCEPTED_202).send();
            case Desk.Reply.NotUnderstood(var said) -> {
                response.status(Status.BAD_REQUEST_400);
                Reply.text(response, "application/json", said);
            }
        }
    }
}
