package flightline.app.http;

import flightline.app.wiring.Wiring;
import flightline.flow.CheckFlow;
import flightline.flow.Progress;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For whoever keeps the product running: the last runs, jobs, backups, and whether everything kept is sound. */
final class AdministrationPages implements PageRoutes {
    private static final int RUNS = 20;

    private final Desk desk;
    private final Printer printer;
    private final JobPlaces jobs;

    AdministrationPages(Desk desk, Printer printer, JobPlaces jobs) {
        this.desk = desk;
        this.printer = printer;
        this.jobs = jobs;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/administration", wrapping.of(this::start))
                .post("/administration/check", wrapping.of(this::check))
                .post("/administration/stop", wrapping.of(this::stop))
                .post("/administration/backup", wrapping.of(this::backUp))
                .post("/administration/backup/remove", wrapping.of(this::removeBackup));
    }

    private void start(ServerRequest request, ServerResponse response) {
        show(request, response, List.of());
    }

    /** Slow on a large library, so only when it is asked for. */
    private void check(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.MODEL_CHANGE);
        show(request, response, desk.wiring().check().check(Progress.SILENT));
    }

    private void stop(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.MODEL_CHANGE);
        jobs.own(request, Form.posted(request).required("job")).stop();
        back(response);
    }

    private void backUp(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.BACKUP);
        boolean models = Form.posted(request).word("models").equals("yes");
        desk.jobs().begin(new Task(BackupPlaces.KIND, asker, BackupPlaces.order(models), Optional.empty()));
        back(response);
    }

    private void removeBackup(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.BACKUP);
        BackupPlaces.remove(desk, Form.posted(request).required("name"), asker);
        back(response);
    }

    /** So that looking at the page again does nothing again. */
    private static void back(ServerResponse response) {
        response.status(Status.SEE_OTHER_303);
        response.header(HeaderNames.LOCATION, "/administration#jobs");
        response.send();
    }

    private void show(ServerRequest request, ServerResponse response, List<CheckFlow.Item> checked) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        Wiring wiring = desk.wiring();
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
                        "backups",
                        backups(),
                        "encrypted",
                        wiring.page().encrypted(),
                        "checked",
                        checked));
    }

    /** Of this node, the newest first. */
    private List<Lying> backups() {
        try {
            var all = new ArrayList<Lying>();
            for (Path file : BackupPlaces.lying(desk).reversed())
                all.add(new Lying(String.valueOf(file.getFileName()), Files.size(file)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the backups: " + e.getMessage(), e);
        }
    }
}
