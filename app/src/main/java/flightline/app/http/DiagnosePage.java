package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.view.SessionJson;
import flightline.app.wiring.Wiring;
import flightline.archive.SessionBook.Session;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/** Where a complaint is typed, and the diagnosis under it. */
final class DiagnosePage implements PageRoutes {
    static final int CAUSES = 5;
    private static final int SESSIONS = 6;

    private final Wiring wiring;
    private final Verbs verbs;
    private final Printer printer;
    private final AnswerView answers;

    DiagnosePage(Wiring wiring, Verbs verbs, Printer printer, AnswerView answers) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.printer = printer;
        this.answers = answers;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/", wrapping.of(this::start)).post("/", wrapping.of(this::diagnose));
    }

    private void start(ServerRequest request, ServerResponse response) {
        show(request, response, Form.query(request), "", "");
    }

    private void show(ServerRequest request, ServerResponse response, Form form, String problem, String answer) {
        Principal asker = printer.allowed(request, Act.DIAGNOSE);
        if (!problem.isEmpty()) response.status(Status.BAD_REQUEST_400);
        printer.page(
                request,
                response,
                "/",
                "diagnose.jte",
                Map.of(
                        "text",
                        form.word("text"),
                        "aircraft",
                        form.word("aircraft"),
                        "known",
                        wiring.page().aircraft(asker),
                        "problem",
                        problem,
                        "documents",
                        wiring.library().list(asker).size(),
                        "sessions",
                        SessionJson.of(wiring.sessions().list(asker, SESSIONS).stream()
                                        .filter(Session::goesOn)
                                        .toList())
                                .path("sessions"),
                        "answer",
                        answer));
    }

    private void diagnose(ServerRequest request, ServerResponse response) {
        Form form = Form.posted(request);
        if (form.word("text").isEmpty()) {
            show(request, response, form, "Write what is wrong.", "");
            return;
        }
        Request read;
        try {
            read = read(request, form);
        } catch (BadRequest e) {
            show(request, response, form, String.valueOf(e.getMessage()), "");
            return;
        }
        var asked = new AnswerView.Asked("diagnose", read.text(), form.word("aircraft"));
        if (Printer.wantsEvents(request)) {
            var flow = wiring.diagnose();
            answers.stream(request, response, asked, early -> AnswerJson.of(flow.diagnose(read, early)));
            return;
        }
        ObjectNode answer = AnswerJson.of(wiring.diagnose().diagnose(read, Early.NOBODY));
        show(request, response, form, "", answers.print(request, asked, answer));
    }

    private Request read(ServerRequest request, Form form) {
        return verbs.read(request, asked(form), CAUSES, Act.DIAGNOSE);
    }

    static ObjectNode asked(Form form) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("text", form.word("text"));
        if (!form.word("aircraft").isEmpty()) asked.put("aircraft", form.word("aircraft"));
        return asked;
    }
}
