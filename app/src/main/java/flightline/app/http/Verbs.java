package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Caller;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.view.DialogueJson;
import flightline.app.view.RequestJson;
import flightline.app.view.SearchFilters;
import flightline.app.view.SearchJson;
import flightline.app.wiring.Wiring;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The verbs that answer: the same JSON as on the command line, or its parts as events and then the whole. */
final class Verbs {
    private static final int CAUSES = 5;
    private static final int STATEMENTS = 8;
    private static final int PASSAGES = 10;

    private final Wiring wiring;
    private final Supplier<LocalDate> today;
    private final AtomicLong asked = new AtomicLong();

    /** @param today asked for every request, for a server runs on over midnight */
    Verbs(Wiring wiring, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.today = today;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/api/v1/diagnose",
                                "Systems, causes, next checks and warnings for a complaint",
                                this::diagnose)
                        .by(Act.DIAGNOSE)
                        .reads(Endpoint.JSON, "Request")
                        .gives(Endpoint.JSON, "Answer")
                        .gives(Endpoint.EVENTS, "string"),
                Endpoint.post("/api/v1/ask", "A cited answer from the library", this::ask)
                        .by(Act.ASK)
                        .reads(Endpoint.JSON, "Question")
                        .gives(Endpoint.JSON, "Answer")
                        .gives(Endpoint.EVENTS, "string"),
                Endpoint.post("/api/v1/search", "Ranked passages", this::search)
                        .by(Act.SEARCH)
                        .reads(Endpoint.JSON, "SearchRequest")
                        .gives(Endpoint.JSON, "Outcome"));
    }

    /** An answer in JSON, parts of it being told before. */
    private interface Answering {
        ObjectNode answer(Early early);
    }

    private void diagnose(ServerRequest request, ServerResponse response) {
        Request read = complaint(request, Body.json(request));
        var flow = wiring.diagnose();
        answer(request, response, early -> AnswerJson.of(flow.diagnose(read, early)));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        Request read = read(request, body, STATEMENTS, Act.ASK);
        String session = Body.word(body, "session");
        if (!session.isEmpty()) DialoguePlaces.checked(session);
        answer(request, response, early -> answered(read, session, early));
    }

    private ObjectNode answered(Request read, String session, Early early) {
        return session.isEmpty()
                ? AnswerJson.of(wiring.ask().ask(read, "", early))
                : DialogueJson.of(wiring.dialogues().ask(read, session, early));
    }

    private void search(ServerRequest request, ServerResponse response) {
        Reply.json(response, found(request, Body.json(request)));
    }

    /** A line of a batch, and the same alone. */
    ObjectNode found(ServerRequest request, JsonNode body) {
        Request read = read(request, body, PASSAGES, Act.SEARCH);
        SearchFilters filters = SearchFilters.read(body, SearchFilters.NONE);
        return SearchJson.of(
                wiring.search().search(read, filters.conditions(), filters.library(), filters.allRevisions()));
    }

    ObjectNode diagnosed(ServerRequest request, JsonNode body) {
        return AnswerJson.of(wiring.diagnose().diagnose(complaint(request, body), Early.NOBODY));
    }

    ObjectNode asked(ServerRequest request, JsonNode body) {
        if (body.hasNonNull("session"))
            throw new BadRequest("a dialogue is one person's, a batch has many: no 'session'");
        return answered(read(request, body, STATEMENTS, Act.ASK), "", Early.NOBODY);
    }

    Request complaint(ServerRequest request, JsonNode body) {
        return read(request, body, CAUSES, Act.DIAGNOSE);
    }

    /** A request that is judged, not answered. */
    Request toJudge(ServerRequest request, JsonNode body) {
        return RequestJson.read(body, "1", defaults(CAUSES, known(request, body).principal()));
    }

    private void answer(ServerRequest request, ServerResponse response, Answering answering) {
        boolean events = request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accepted -> accepted.contains(Endpoint.EVENTS))
                .isPresent();
        if (!events) {
            Reply.json(response, answering.answer(Early.NOBODY));
            return;
        }
        Events.during(response, stream -> {
            var parts = new Parts((name, part) -> stream.event(name, part.toString()));
            ObjectNode answer = answering.answer(parts);
            parts.rest(answer);
            stream.event("answer", answer.toString());
        });
    }

    /** A request, with everything that it does not say; throws {@link Problem} where neither key nor role of who asks allows the act. */
    Request read(ServerRequest request, JsonNode node, int top, Act act) {
        Caller caller = known(request, node);
        if (caller.means() != Caller.Means.THIS_MACHINE) {
            var ignored = Asker.admitted(request, act, wiring);
        }
        Request read = RequestJson.read(node, "h" + asked.incrementAndGet(), defaults(top, caller.principal()));
        wiring.door().refusal(read.asker(), act).ifPresent(why -> {
            throw new Problem(Status.FORBIDDEN_403, why);
        });
        return read;
    }

    /** Who asks; throws {@link Problem} where they say that they are somebody else. */
    private static Caller known(ServerRequest request, JsonNode node) {
        Caller caller = Asker.caller(request);
        if (caller.means() != Caller.Means.THIS_MACHINE && node.hasNonNull("as"))
            throw new Problem(
                    Status.FORBIDDEN_403,
                    "'as' is for the command line and where nobody signs in; you are '"
                            + caller.principal().name() + "'");
        return caller;
    }

    private Request defaults(int top, Principal asker) {
        return new Request(
                "", "", Optional.empty(), Optional.empty(), Optional.empty(), today.get(), top, Set.of(), asker);
    }
}
