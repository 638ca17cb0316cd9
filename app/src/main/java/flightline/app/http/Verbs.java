package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Caller;
import flightline.app.view.AnswerJson;
import flightline.app.view.RequestJson;
import flightline.app.view.SearchJson;
import flightline.app.wiring.Wiring;
import flightline.flow.Answer;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The verbs that answer: the same JSON as on the command line, or its parts as events while a model writes. */
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
                        .by(Act.DIAGNOSE),
                Endpoint.post("/api/v1/ask", "A cited answer from the library", this::ask)
                        .by(Act.ASK),
                Endpoint.post("/api/v1/search", "Ranked passages", this::search).by(Act.SEARCH));
    }

    private void diagnose(ServerRequest request, ServerResponse response) {
        var flow = wiring.diagnose();
        answer(request, response, CAUSES, Act.DIAGNOSE, flow::diagnose);
    }

    private void ask(ServerRequest request, ServerResponse response) {
        var flow = wiring.ask();
        answer(request, response, STATEMENTS, Act.ASK, (one, early) -> flow.ask(one, "", early));
    }

    private void search(ServerRequest request, ServerResponse response) {
        Request read = read(request, Body.json(request), PASSAGES, Act.SEARCH);
        Reply.json(response, SearchJson.of(wiring.search().search(read, Map.of(), Optional.empty(), false)));
    }

    private void answer(
            ServerRequest request, ServerResponse response, int top, Act act, BiFunction<Request, Early, Answer> flow) {
        Request read = read(request, Body.json(request), top, act);
        boolean events = request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accepted -> accepted.contains("text/event-stream"))
                .isPresent();
        if (!events) {
            Reply.json(response, AnswerJson.of(flow.apply(read, Early.NOBODY)));
            return;
        }
        try (var stream = new Events(response)) {
            Early early = sight -> stream.send(
                    switch (sight) {
                        case Early.Sight.Extracts ignored -> "extracts";
                        case Early.Sight.Written ignored -> "statement";
                    },
                    early(sight).toString());
            stream.send("answer", AnswerJson.of(flow.apply(read, early)).toString());
        }
    }

    private static ObjectNode early(Early.Sight sight) {
        return switch (sight) {
            case Early.Sight.Extracts(var brief) -> AnswerJson.early(brief);
            case Early.Sight.Written(var brief) -> AnswerJson.early(brief);
        };
    }

    /** A request, with everything that it does not say; throws {@link Problem} where neither key nor role of who asks allows the act. */
    Request read(ServerRequest request, JsonNode node, int top, Act act) {
        Caller caller = Asker.caller(request);
        if (caller.means() != Caller.Means.THIS_MACHINE && node.hasNonNull("as"))
            throw new Problem(
                    Status.FORBIDDEN_403,
                    "'as' is for the command line and where nobody signs in; you are '"
                            + caller.principal().name() + "'");
        if (caller.means() != Caller.Means.THIS_MACHINE) {
            var ignored = Asker.admitted(request, act, wiring);
        }
        Request read = RequestJson.read(node, "h" + asked.incrementAndGet(), defaults(top, caller.principal()));
        wiring.door().refusal(read.asker(), act).ifPresent(why -> {
            throw new Problem(Status.FORBIDDEN_403, why);
        });
        return read;
    }

    private Request defaults(int top, Principal asker) {
        return new Request(
                "", "", Optional.empty(), Optional.empty(), Optional.empty(), today.get(), top, Set.of(), asker);
    }
}
