package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.FeedbackJson;
import flightline.app.wiring.Wiring;
import flightline.archive.FeedbackBook.Said;
import flightline.flow.FeedbackFlow;
import flightline.flow.FeedbackFlow.Kind;
import flightline.flow.FeedbackFlow.Outcome;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One tap to say how an answer was; and for those who measure, what was said. */
final class FeedbackPages implements PageRoutes {
    private static final int SHOWN = 100;

    private final Wiring wiring;
    private final Printer printer;

    FeedbackPages(Wiring wiring, Printer printer) {
        this.wiring = wiring;
        this.printer = printer;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.post("/feedback", wrapping.of(this::say)).get("/feedback", wrapping.of(this::list));
    }

    /** For programs. */
    static List<Endpoint> endpoints(Wiring wiring) {
        return List.of(Endpoint.post("/api/v1/feedback", "Says how an answer of your own was", (request, response) -> {
                    JsonNode node = Body.json(request);
                    Said said = said(
                            wiring,
                            request,
                            word(node, "answer"),
                            word(node, "kind"),
                            word(node, "note"),
                            word(node, "citation"),
                            word(node, "log"));
                    Reply.json(response, FeedbackJson.of(said));
                })
                .by(Act.FEEDBACK)
                .reads(Endpoint.JSON, "Feedback")
                .gives(Endpoint.JSON, "FeedbackKept"));
    }

    private static String word(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isTextual()) return value.asText();
        throw new Problem(Status.BAD_REQUEST_400, "'" + name + "' must be a string, got " + value.getNodeType());
    }

    private void say(ServerRequest request, ServerResponse response) {
        Form form = Form.posted(request);
        Said said = said(
                wiring,
                request,
                form.required("answer"),
                form.required("kind"),
                form.word("note"),
                form.word("citation"),
                form.word("log"));
        boolean part = Printer.wantsPart(request);
        printer.page(request, response, "", part ? "thanks.jte" : "thanking.jte", Map.of("said", said));
    }

    private static Said said(
            Wiring wiring,
            ServerRequest request,
            String answer,
            String kind,
            String note,
            String citation,
            String log) {
        Principal asker = Asker.of(request);
        wiring.door().refusal(asker, Act.FEEDBACK).ifPresent(why -> {
            throw new Problem(Status.FORBIDDEN_403, why);
        });
        Kind meant = Kind.of(kind)
                .orElseThrow(() -> new Problem(
                        Status.BAD_REQUEST_400,
                        "'kind' must be one of "
                                + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))
                                + ", got '" + kind + "'"));
        return switch (wiring.page().feedback().say(answer, meant, note, citation, log, asker)) {
            case Outcome.Kept(var said) -> said;
            case Outcome.NotPossible(var why) -> throw new Problem(Status.BAD_REQUEST_400, why);
        };
    }

    private void list(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.EVALUATE);
        List<Said> all = wiring.page().feedback().list(asker);
        printer.page(
                request,
                response,
                "/feedback",
                "feedback.jte",
                Map.of(
                        "counts",
                        FeedbackFlow.counts(all),
                        "latest",
                        all.reversed().stream().limit(SHOWN).toList()));
    }
}
