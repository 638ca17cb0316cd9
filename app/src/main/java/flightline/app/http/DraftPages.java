package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Wiring;
import flightline.drafting.PaperKind;
import flightline.drafting.print.PaperFormat;
import flightline.flow.DraftOutcome;
import flightline.flow.Request;
import flightline.policy.Act;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A work card, or other paper, from the diagnosis on the page. */
final class DraftPages implements PageRoutes {
    private static final int CAUSES = 5;

    private final PaperDesk desk;
    private final Verbs verbs;

    DraftPages(Wiring wiring, Verbs verbs) {
        this.desk = new PaperDesk(wiring);
        this.verbs = verbs;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.post("/draft", wrapping.of(this::draft));
    }

    private void draft(ServerRequest request, ServerResponse response) {
        Form form = Form.posted(request);
        PaperKind kind = PaperDesk.kind(form.required("kind"));
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("text", form.required("text"));
        if (!form.word("aircraft").isEmpty()) asked.put("aircraft", form.word("aircraft"));
        Request read = verbs.read(request, asked, CAUSES, Act.DRAFT);
        switch (desk.draft(kind, PaperFormat.PDF, read, form.word("session"))) {
            case DraftOutcome.Drafted drafted -> PaperDesk.send(drafted, PaperFormat.PDF, response);
            case DraftOutcome.Refused(var clause, var why, var audit) -> throw new Problem(Status.FORBIDDEN_403, why);
            case DraftOutcome.OutOfScope(var why, var audit) -> throw new Problem(Status.FORBIDDEN_403, why);
            case DraftOutcome.NotPossible(var why) -> throw new Problem(Status.NOT_FOUND_404, why);
            case DraftOutcome.Withheld(var why, var audit) -> throw new Problem(Status.CONFLICT_409, why);
        }
    }
}
