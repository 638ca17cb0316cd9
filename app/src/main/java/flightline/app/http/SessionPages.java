package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.SessionJson;
import flightline.app.wiring.Wiring;
import flightline.flow.SessionFlow;
import flightline.flow.SessionOutcome;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/** Check by check: a tap on the answer of a check begins a session or carries it on, and the causes are ranked anew. */
final class SessionPages implements PageRoutes {
    private final Wiring wiring;
    private final Verbs verbs;
    private final Printer printer;
    private final AnswerView answers;

    SessionPages(Wiring wiring, Verbs verbs, Printer printer, AnswerView answers) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.printer = printer;
        this.answers = answers;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/session", wrapping.of(this::show)).post("/session", wrapping.of(this::step));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.DIAGNOSE);
        tell(request, response, wiring.sessions().show(Form.query(request).required("id"), asker));
    }

    private void step(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.DIAGNOSE);
        Form form = Form.posted(request);
        SessionFlow sessions = wiring.sessions();
        String id = form.word("session");
        if (id.isEmpty()) {
            SessionOutcome begun =
                    sessions.open(verbs.read(request, DiagnosePage.asked(form), DiagnosePage.CAUSES, Act.DIAGNOSE));
            if (!(begun instanceof SessionOutcome.Stands(var session, var answer, var moves, var notes))) {
                tell(request, response, begun);
                return;
            }
            id = session.id();
        }
        tell(request, response, step(sessions, id, form, asker));
    }

    private static SessionOutcome step(SessionFlow sessions, String id, Form form, Principal asker) {
        return switch (form.word("step")) {
            case "back" -> sessions.back(id, asker);
            case "stop" -> sessions.stop(id, asker);
            case "hand-over" -> sessions.handOver(id, form.word("note"), asker);
            case "close" -> sessions.close(id, form.word("cause"), form.word("action"), asker);
            case "" -> sessions.answer(id, form.required("check"), form.required("result"), asker);
            case String other ->
                throw new Problem(
                        Status.BAD_REQUEST_400,
                        "'step' must be back, stop, hand-over, close or empty, got '" + other + "'");
        };
    }

    private void tell(ServerRequest request, ServerResponse response, SessionOutcome outcome) {
        switch (outcome) {
            case SessionOutcome.Stands stands -> answer(request, response, SessionJson.of(stands));
            case SessionOutcome.NoBrief(var answer) -> answer(request, response, AnswerJson.of(answer));
            case SessionOutcome.Settled settled -> {
                boolean part = Printer.wantsPart(request);
                printer.page(
                        request,
                        response,
                        "/",
                        part ? "settled.jte" : "settling.jte",
                        Map.of("settled", SessionJson.of(settled)));
            }
            case SessionOutcome.NotPossible(var why) -> throw new Problem(Status.CONFLICT_409, why);
        }
    }

    private void answer(ServerRequest request, ServerResponse response, JsonNode answer) {
        JsonNode session = answer.path("session");
        var asked = new AnswerView.Asked(
                "diagnose",
                session.path("complaint").asText(answer.at("/complaint/text").asText()),
                session.path("aircraft").asText());
        String printed = answers.print(request, asked, answer);
        if (Printer.wantsPart(request)) printer.send(response, printed);
        else printer.page(request, response, "/", "answered.jte", Map.of("title", asked.text(), "answer", printed));
    }
}
