package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Readiness;
import flightline.policy.Role;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Whether the server lives, and whether it is ready to answer. What is wrong is told to administrators only. */
final class Health {
    private final Readiness readiness;

    Health(Readiness readiness) {
        this.readiness = readiness;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/health", "Whether the server answers", Health::live)
                        .entered(Entry.ANYONE)
                        .gives(Endpoint.JSON, "Health"),
                Endpoint.get("/health/ready", "Whether it is ready to be asked; 503 until then", this::ready)
                        .entered(Entry.ANYONE)
                        .gives(Endpoint.JSON, "Health"));
    }

    private static void live(ServerRequest request, ServerResponse response) {
        Reply.json(response, JsonNodeFactory.instance.objectNode().put("status", "up"));
    }

    private void ready(ServerRequest request, ServerResponse response) {
        List<Readiness.Part> parts = readiness.parts();
        boolean ready = parts.stream().allMatch(Readiness.Part::ready);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("status", ready ? "ready" : "not ready");
        boolean mayKnow = Asker.known(request)
                .filter(caller -> caller.principal().roles().contains(Role.ADMINISTRATOR.word()))
                .isPresent();
        if (mayKnow) {
            ObjectNode details = node.putObject("parts");
            for (Readiness.Part part : parts)
                details.putObject(part.name()).put("ready", part.ready()).put("fact", part.fact());
        }
        if (!ready) response.status(Status.SERVICE_UNAVAILABLE_503);
        Reply.json(response, node);
    }
}
