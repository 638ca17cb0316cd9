package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Caller;
import flightline.policy.Act;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Jobs over HTTP: how far one is, as one answer or as events; and stopping it. Everyone sees their own. */
final class JobPlaces {
    private static final String PLACE = "/api/v1/jobs";
    private static final long BREATH = 15_000;
    /** Of those who may begin one. */
    private static final Act[] BEGINNING = {
        Act.INGEST, Act.IMPORT_RECORDS, Act.POLICY_LOOK_BACK, Act.POLICY_INSTALL, Act.MODEL_CHANGE, Act.BACKUP
    };

    private final Desk desk;

    JobPlaces(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        Parameter id = Parameter.path("id", "of the job, as its beginning was answered");
        return List.of(
                Endpoint.get(PLACE, "Your jobs, newest first", this::list)
                        .by(BEGINNING)
                        .gives(Endpoint.JSON, "Jobs"),
                Endpoint.get(PLACE + "/{id}", "How far a job is, and what came of it", this::show)
                        .by(BEGINNING)
                        .with(id)
                        .gives(Endpoint.JSON, "Job")
                        .gives(Endpoint.EVENTS, "string"),
                Endpoint.delete(PLACE + "/{id}", "Stops a job as soon as it can; what it did stays", this::stop)
                        .by(BEGINNING)
                        .with(id)
                        .answering(202)
                        .gives(Endpoint.JSON, "Job"));
    }

    /** Begins one and says where it can be asked for. */
    Once.Given begin(Task task) {
        return new Once.Given(Status.ACCEPTED_202, desk.jobs().begin(task).json());
    }

    private void list(ServerRequest request, ServerResponse response) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode all = node.putArray("jobs");
        own(request).forEach(job -> all.add(job.json()));
        Reply.json(response, node);
    }

    /** Jobs of whoever asks that they may begin still, newest first. */
    List<Job> own(ServerRequest request) {
        Caller caller = Asker.caller(request);
        var access = desk.wiring().rulebook().access();
        return desk.jobs().of(caller.principal()).stream()
                .filter(job -> caller.outOfScope(job.act()).isEmpty() && access.may(caller.principal(), job.act()))
                .toList();
    }

    /** One of them; throws {@link Problem} where there is none. */
    Job own(ServerRequest request, String id) {
        Job job = desk.jobs()
                .find(id, Asker.of(request))
                .orElseThrow(() -> new Problem(
                        Status.NOT_FOUND_404,
                        "you have no job '" + Query.shown(id) + "'; jobs that are over are forgotten in time"));
        var ignored = Asker.admitted(request, job.act(), desk.wiring());
        return job;
    }

    private Job named(ServerRequest request) {
        return own(request, Query.of(request).part("id"));
    }

    private void stop(ServerRequest request, ServerResponse response) {
        Job job = named(request);
        job.stop();
        response.status(Status.ACCEPTED_202);
        Reply.json(response, job.json());
    }

    private void show(ServerRequest request, ServerResponse response) {
        Job job = named(request);
        boolean events = request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accepted -> accepted.contains(Endpoint.EVENTS))
                .isPresent();
        if (!events) {
            Reply.json(response, job.json());
            return;
        }
        try (var stream = new Events(response)) {
            long seen = 0;
            while (!job.over()) {
                long now = job.changedSince(seen, BREATH);
                if (now == seen) stream.still();
                else stream.send("progress", job.json().toString());
                seen = now;
            }
            stream.send("job", job.json().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
