package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.SessionJson;
import flightline.flow.Request;
import flightline.flow.SessionFlow;
import flightline.flow.SessionOutcome;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.BiFunction;

/** Troubleshooting check by check over HTTP: begin, answer a check, take back, hand over, end. */
final class SessionPlaces {
    private static final String PLACE = "/api/v1/sessions";
    private static final String ONE = PLACE + "/{id}";
    private static final int LISTED = 50;

    private final Desk desk;
    private final BiFunction<ServerRequest, JsonNode, Request> reading;

    /** @param reading reads a complaint */
    SessionPlaces(Desk desk, BiFunction<ServerRequest, JsonNode, Request> reading) {
        this.desk = desk;
        this.reading = reading;
    }

    /** A step in a session that is named in the path. */
    private interface Step {
        SessionOutcome take(SessionFlow flow, String id, JsonNode body, Principal asker);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(PLACE, "Begins a session with a diagnosis; without a brief there is none", this::open)
                        .by(Act.DIAGNOSE)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Request")
                        .gives(Endpoint.JSON, "Stage"),
                Endpoint.get(PLACE, "Sessions, the one changed last first", this::list)
                        .by(Act.DIAGNOSE)
                        .gives(Endpoint.JSON, "Sessions"),
                Endpoint.get(ONE, "A session as it stands", this::show)
                        .by(Act.DIAGNOSE)
                        .with(id())
                        .gives(Endpoint.JSON, "Stage"),
                step(
                        "answer",
                        "Answers a check",
                        "CheckResult",
                        (flow, id, body, asker) ->
                                flow.answer(id, Body.needed(body, "check"), Body.needed(body, "result"), asker)),
                step("back", "Takes the last answer back", "Nothing", (flow, id, body, asker) -> flow.back(id, asker)),
                step("stop", "Ends it without a cause", "Nothing", (flow, id, body, asker) -> flow.stop(id, asker)),
                step(
                        "hand-over",
                        "Leaves it to whoever goes on with it",
                        "Note",
                        (flow, id, body, asker) -> flow.handOver(id, Body.needed(body, "note"), asker)),
                step(
                        "close",
                        "Ends it with its cause, which becomes a maintenance record",
                        "Closing",
                        (flow, id, body, asker) ->
                                flow.close(id, Body.word(body, "cause"), Body.word(body, "action"), asker)));
    }

    private static Parameter id() {
        return Parameter.path("id", "of the session");
    }

    private Endpoint step(String verb, String summary, String schema, Step step) {
        return Endpoint.post(ONE + "/" + verb, summary, (request, response) -> {
                    JsonNode body = Body.json(request);
                    String id = Query.of(request).part("id");
                    Principal asker = Asker.of(request);
                    desk.once().answer(request, response, Digest.of(body.toString()), () -> {
                        SessionFlow flow = desk.wiring().sessions();
                        return given(
                                step.take(flow, id, body, asker),
                                flow.knows(id, asker) ? Status.CONFLICT_409 : Status.NOT_FOUND_404);
                    });
                })
                .by(Act.DIAGNOSE)
                .with(id(), Endpoint.ONCE)
                .reads(Endpoint.JSON, schema)
                .gives(Endpoint.JSON, "Stage");
    }

    private void open(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        Request read = reading.apply(request, body);
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body.toString()),
                        () -> given(desk.wiring().sessions().open(read), Status.CONFLICT_409));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Reply.json(response, SessionJson.of(desk.wiring().sessions().list(Asker.of(request), LISTED)));
    }

    private void show(ServerRequest request, ServerResponse response) {
        SessionOutcome found = desk.wiring().sessions().show(Query.of(request).part("id"), Asker.of(request));
        Reply.json(response, given(found, Status.NOT_FOUND_404).body());
    }

    private static Once.Given given(SessionOutcome outcome, Status impossible) {
        ObjectNode node = switch (outcome) {
            case SessionOutcome.Stands stands -> SessionJson.of(stands);
            case SessionOutcome.Settled settled -> SessionJson.of(settled);
            case SessionOutcome.NoBrief(var answer) -> AnswerJson.of(answer);
            case SessionOutcome.NotPossible(var why) -> throw new Problem(impossible, why);
        };
        return new Once.Given(Status.OK_200, node);
    }
}
