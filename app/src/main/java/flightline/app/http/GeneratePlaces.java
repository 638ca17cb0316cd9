package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import flightline.app.view.DataModuleJson;
import flightline.app.view.FleetJson;
import flightline.app.view.PlaceName;
import flightline.app.view.RequestJson;
import flightline.app.wiring.Wiring;
import flightline.drafting.datamodule.ModuleCode;
import flightline.flow.DataModuleFlow.Order;
import flightline.policy.Act;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Code over HTTP, checked before it is shown. */
final class GeneratePlaces {
    private static final int ROWS = 10;

    private final Wiring wiring;
    private final Verbs verbs;
    private final Supplier<LocalDate> today;

    GeneratePlaces(Wiring wiring, Verbs verbs, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.today = today;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/api/v1/generate/query",
                                "The SQL behind a question over all records, run as it is shown",
                                this::query)
                        .by(Act.GENERATE)
                        .reads(Endpoint.JSON, "Request")
                        .gives(Endpoint.JSON, "FleetAnswer"),
                Endpoint.post(
                                "/api/v1/generate/s1000d",
                                "A data module from a procedure in another form, compared with its source",
                                this::module)
                        .by(Act.GENERATE)
                        .reads(Endpoint.JSON, "DataModuleRequest")
                        .gives(Endpoint.JSON, "DataModule"));
    }

    private void query(ServerRequest request, ServerResponse response) {
        var read = verbs.read(request, Body.json(request), ROWS, Act.GENERATE);
        Reply.json(response, FleetJson.of(wiring.fleet().flow().query(read)));
    }

    private void module(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        String written = Body.word(body, "code");
        Optional<ModuleCode> code = ModuleCode.parse(written);
        if (!written.isEmpty() && code.isEmpty())
            throw new BadRequest(
                    "'code' must be a data module code such as LT46-A-29-11-01-00A-520A-A, got '" + written + "'");
        String on = Body.word(body, "on");
        var order = new Order(
                PlaceName.document(Body.needed(body, "document")),
                Body.word(body, "task"),
                code,
                on.isEmpty() ? today.get() : RequestJson.date(on),
                Asker.of(request));
        Reply.json(response, DataModuleJson.of(wiring.factory().modules().make(order)));
    }
}
