package flightline.app.http;

import flightline.app.view.FleetJson;
import flightline.app.wiring.Wiring;
import flightline.flow.Request;
import flightline.policy.Act;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Questions over all records, as JSON. */
final class FleetPlaces {
    private static final int ROWS = 10;

    private final Wiring wiring;
    private final Verbs verbs;

    FleetPlaces(Wiring wiring, Verbs verbs) {
        this.wiring = wiring;
        this.verbs = verbs;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/fleet", "A question over all records", this::ask)
                .by(Act.FLEET)
                .reads(Endpoint.JSON, "Request")
                .gives(Endpoint.JSON, "FleetAnswer"));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Request read = verbs.read(request, Body.json(request), ROWS, Act.FLEET);
        Reply.json(response, FleetJson.of(wiring.fleet().flow().ask(read)));
    }
}
