package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.DialogueJson;
import flightline.app.wiring.Wiring;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Questions to the library, one after another: each is read with those before it. */
final class AskPages implements PageRoutes {
    private static final int STATEMENTS = 8;
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("'page-'yyyyMMdd-HHmmssSSS");

    private final Wiring wiring;
    private final Verbs verbs;
    private final Printer printer;
    private final AnswerView answers;
    private final InstantSource clock;
    /** So that two pages opened in the same instant lead two dialogues. */
    private final AtomicLong begun = new AtomicLong();

    AskPages(Wiring wiring, Verbs verbs, Printer printer, AnswerView answers, InstantSource clock) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.printer = printer;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/ask", wrapping.of(this::start))
                .post("/ask", wrapping.of(this::ask))
                .get("/ask/export", wrapping.of(this::export))
                .post("/ask/forget", wrapping.of(this::forget));
    }

    private void start(ServerRequest request, ServerResponse response) {
        show(request, response, Form.query(request), "", "");
    }

    private void show(ServerRequest request, ServerResponse response, Form form, String problem, String answer) {
        Principal asker = printer.allowed(request, Act.ASK);
        if (!problem.isEmpty()) response.status(Status.BAD_REQUEST_400);
        // A name for the dialogue that may begin here; nothing is kept under it before the first question.
        String dialogue = form.word("dialogue");
        if (dialogue.isEmpty())
            dialogue = NAMED.format(clock.instant().atOffset(ZoneOffset.UTC)) + "-" + begun.incrementAndGet();
        var found = wiring.dialogues().find(asker, dialogue);
        printer.page(
                request,
                response,
                "/ask",
                "ask.jte",
                Map.of(
                        "dialogue",
                        dialogue,
                        "turns",
                        found.map(DialogueJson::of)
                                .<JsonNode>map(node -> node.path("turns"))
                                .orElse(JsonNodeFactory.instance.arrayNode()),
                        "others",
                        DialogueJson.of(wiring.dialogues().held(asker)).path("sessions"),
                        "text",
                        problem.isEmpty() ? "" : form.word("text"),
                        "aircraft",
                        form.word("aircraft"),
                        "known",
                        wiring.page().aircraft(asker),
                        "problem",
                        problem,
                        "answer",
                        answer));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Form form = Form.posted(request);
        if (form.word("text").isEmpty()) {
            show(request, response, form, "Write what you want to know.", "");
            return;
        }
        Request read;
        try {
            read = verbs.read(request, DiagnosePage.asked(form), STATEMENTS, Act.ASK);
        } catch (BadRequest e) {
            show(request, response, form, String.valueOf(e.getMessage()), "");
            return;
        }
        var asked = new AnswerView.Asked("ask", read.text(), form.word("aircraft"));
        if (Printer.wantsEvents(request)) {
            answers.stream(request, response, asked, early -> reply(read, form, early));
            return;
        }
        show(request, response, form, "", answers.print(request, asked, reply(read, form, Early.NOBODY)));
    }

    private JsonNode reply(Request read, Form form, Early early) {
        try {
            return DialogueJson.of(wiring.dialogues().ask(read, form.required("dialogue"), early));
        } catch (IllegalArgumentException e) {
            throw new Problem(Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
        }
    }

    private void export(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.ASK);
        Form form = Form.query(request);
        var dialogue = wiring.dialogues()
                .find(asker, form.required("dialogue"))
                .orElseThrow(() -> new Problem(Status.NOT_FOUND_404, "there is no dialogue of yours by that name"));
        boolean json = form.word("form").equals("json");
        response.header(
                HeaderNames.CONTENT_DISPOSITION,
                "attachment; filename=\"" + dialogue.id() + (json ? ".json" : ".md") + "\"");
        if (json) Reply.json(response, DialogueJson.of(dialogue));
        else Reply.text(response, "text/markdown", new DialoguePaper(wiring.show(), asker).of(dialogue));
    }

    private void forget(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.ASK);
        boolean gone = wiring.dialogues().forget(asker, Form.posted(request).required("dialogue"));
        if (!gone) throw new Problem(Status.NOT_FOUND_404, "there is no dialogue of yours by that name");
        response.status(Status.SEE_OTHER_303);
        response.header(HeaderNames.LOCATION, "/ask");
        response.send();
    }
}
