package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.PolicyJson;
import flightline.policy.Act;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/**
 * Other rules over HTTP: put in force, taken back. A server that runs goes on by the rules that it was started with. The key
 * that must have signed is never taken from here: whoever could send both would need no signature.
 */
final class RulePlaces {
    static final String INSTALL = "policy install";
    private static final String PLACE = "/api/v1/policy";

    private final Desk desk;
    private final JobPlaces jobs;
    private final LoadingBay bay;

    RulePlaces(Desk desk, JobPlaces jobs) {
        this.desk = desk;
        this.jobs = jobs;
        this.bay = new LoadingBay(desk);
        desk.workshop().learn(INSTALL, this::installed);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                PLACE + "/install",
                                "Puts the files of a bundle of rules in force once they are found sound, as a job",
                                this::install)
                        .by(Act.POLICY_INSTALL)
                        .with(Endpoint.ONCE)
                        .reads("multipart/form-data", "Files")
                        .answering(202)
                        .gives(Endpoint.JSON, "Job"),
                Endpoint.post(PLACE + "/rollback", "Lets the rules hold that held before", this::rollback)
                        .by(Act.POLICY_INSTALL)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Nothing")
                        .gives(Endpoint.JSON, "RulesChanged"));
    }

    private void install(ServerRequest request, ServerResponse response) {
        var asker = Asker.of(request);
        bay.sent(
                request,
                response,
                upload -> jobs.begin(
                        new Task(INSTALL, asker, JsonNodeFactory.instance.objectNode(), Optional.of(upload))));
    }

    private JsonNode installed(Task task, Effort effort) {
        return PolicyJson.of(desk.wiring()
                .policyInstalling()
                .install(task.files().folder(), Optional.empty(), task.asker(), effort.orStopped()));
    }

    private void rollback(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        var asker = Asker.of(request);
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body.toString()),
                        () -> new Once.Given(
                                Status.OK_200,
                                PolicyJson.of(desk.wiring().policyInstalling().rollback(asker))));
    }
}
