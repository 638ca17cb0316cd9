package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.PolicyJson;
import flightline.app.view.RequestJson;
import flightline.flow.PolicyFlow;
import flightline.flow.Request;
import flightline.policy.Act;
import flightline.policy.Gate;
import flightline.policy.PolicyCases;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The rules over HTTP: what they are, how they judge, and looking back. */
final class PolicyPlaces {
    private static final String PLACE = "/api/v1/policy";
    /** Days that are replayed where nothing is said, as on the command line. */
    private static final int MONTH = 31;

    static final String REPLAY = "policy replay";

    private final Desk desk;
    private final JobPlaces jobs;
    private final BiFunction<ServerRequest, JsonNode, Request> reading;

    /** @param reading reads a request in words */
    PolicyPlaces(Desk desk, JobPlaces jobs, BiFunction<ServerRequest, JsonNode, Request> reading) {
        this.desk = desk;
        this.jobs = jobs;
        this.reading = reading;
        desk.workshop().learn(REPLAY, this::replayed);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(PLACE, "The rules in force, and the exceptions", this::show)
                        .by(Act.ASK)
                        .gives(Endpoint.JSON, "Rules"),
                Endpoint.post(PLACE + "/check", "How a request would be judged, without answering it", this::check)
                        .by(Act.ASK)
                        .reads(Endpoint.JSON, "Request")
                        .gives(Endpoint.JSON, "Decision"),
                Endpoint.get(
                                PLACE + "/explain/{entry}",
                                "How the request of an audit entry was judged, and is now",
                                this::explain)
                        .by(Act.POLICY_LOOK_BACK)
                        .with(Parameter.path("entry", "of the audit log, A-000042"))
                        .gives(Endpoint.JSON, "Judged"),
                Endpoint.get(PLACE + "/test", "Tries the rules on what they must decide", this::test)
                        .by(Act.ASK)
                        .gives(Endpoint.JSON, "PolicyTest"),
                Endpoint.post(PLACE + "/replay", "Puts past requests to the rules in force, as a job", this::replay)
                        .by(Act.POLICY_LOOK_BACK)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Span")
                        .answering(202)
                        .gives(Endpoint.JSON, "Job"));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Reply.json(
                response, PolicyJson.of(desk.wiring().rulebook(), desk.wiring().inForce()));
    }

    private void check(ServerRequest request, ServerResponse response) {
        Reply.json(response, judged(reading.apply(request, Body.json(request))));
    }

    /** Judging answers nothing, so it has no entry in the log. */
    com.fasterxml.jackson.databind.node.ObjectNode judged(Request read) {
        Gate gate = desk.wiring().gate();
        return PolicyJson.of(read.id(), gate.decide(read.text(), read.asker()), gate.policyVersion());
    }

    private void explain(ServerRequest request, ServerResponse response) {
        String entry = Query.of(request).part("entry");
        PolicyFlow.Judged judged = desk.wiring()
                .policy()
                .explain(entry, desk.wiring().gate())
                .orElseThrow(() -> new Problem(
                        Status.NOT_FOUND_404, "no request has the audit entry '" + Query.shown(entry) + "'"));
        Reply.json(response, PolicyJson.of(judged));
    }

    private void test(ServerRequest request, ServerResponse response) {
        Reply.json(
                response, PolicyJson.tried(PolicyCases.shipped(), desk.wiring().gate(), Asker.of(request)));
    }

    private void replay(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
        LocalDate first = day(body, "since", today.minusDays(MONTH));
        LocalDate last = day(body, "until", today);
        if (last.isBefore(first)) throw new BadRequest("'until' " + last + " is before 'since' " + first);
        Principal asker = Asker.of(request);
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("since", first.toString())
                .put("until", last.toString());
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body.toString()),
                        () -> jobs.begin(new Task(REPLAY, asker, order, Optional.empty())));
    }

    private JsonNode replayed(Task task, Effort effort) {
        Instant from = LocalDate.parse(task.order().path("since").asText())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant to = LocalDate.parse(task.order().path("until").asText())
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Gate gate = desk.wiring().gate();
        return PolicyJson.of(
                desk.wiring().policy().replay(from, to, gate, task.asker(), effort.orStopped()), gate.policyVersion());
    }

    private static LocalDate day(JsonNode body, String name, LocalDate otherwise) {
        String word = Body.word(body, name);
        return word.isEmpty() ? otherwise : RequestJson.date(word);
    }
}
