package flightline.app.http;

import flightline.app.wiring.Wiring;
import flightline.flow.CheckFlow;
import flightline.flow.Progress;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;

/** For whoever keeps the product running: the models, the last runs, and whether everything kept is sound. */
final class AdministrationPages implements PageRoutes {
    private static final int RUNS = 20;

    private final Wiring wiring;
    private final Printer printer;
    private final JobPlaces jobs;

    AdministrationPages(Wiring wiring, Printer printer, JobPlaces jobs) {
        this.wiring = wiring;
        this.printer = printer;
        this.jobs = jobs;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/administration", wrapping.of(this::start))
                .post("/administration/check", wrapping.of(this::check))
                .post("/administration/stop", wrapping.of(this::stop));
    }

    private void start(ServerRequest request, ServerResponse response) {
        show(request, response, List.of());
    }

    /** Slow on a large library, so only when it is asked for. */
    private void check(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.MODEL_CHANGE);
        show(request, response, wiring.check().check(Progress.SILENT));
    }

    private void stop(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.MODEL_CHANGE);
        jobs.own(request, Form.posted(request).required("job")).stop();
        show(request, response, List.of());
    }

    private void show(ServerRequest request, ServerResponse response, List<CheckFlow.Item> checked) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        printer.page(
                request,
                response,
                "/administration",
                "administration.jte",
                Map.of(
                        "parts",
                        wiring.readiness().parts(),
                        "held",
                        wiring.models().held(),
                        "runs",
                        wiring.runsSeen().latest(RUNS, asker),
                        "jobs",
                        jobs.own(request).stream().limit(RUNS).map(JobShown::of).toList(),
                        "encrypted",
                        wiring.page().encrypted(),
                        "checked",
                        checked));
    }
}
