package flightline.app.http;

import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.records.RecordMappings;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/** Where maintenance records come in: a file, a mapping, the first rows as the mapping reads them, then all. */
final class RecordsPage implements PageRoutes {
    private final Wiring wiring;
    private final Printer printer;

    RecordsPage(Wiring wiring, Printer printer) {
        this.wiring = wiring;
        this.printer = printer;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/records", wrapping.of(this::start));
    }

    private void start(ServerRequest request, ServerResponse response) {
        var asker = printer.allowed(request, Act.IMPORT_RECORDS);
        printer.page(
                request,
                response,
                "/records",
                "records.jte",
                Map.of(
                        "mappings",
                        new RecordMappings().builtIn(),
                        "aircraft",
                        wiring.page().aircraft(asker)));
    }
}
