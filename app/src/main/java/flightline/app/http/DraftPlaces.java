package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.drafting.PaperKind;
import flightline.drafting.print.PaperFormat;
import flightline.flow.DraftOutcome;
import flightline.flow.Request;
import flightline.policy.Act;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** The paper that follows a diagnosis, over HTTP: the file itself, or why there is none. */
final class DraftPlaces {
    private static final int CAUSES = 5;

    private final PaperDesk desk;
    private final Verbs verbs;

    DraftPlaces(Wiring wiring, Verbs verbs) {
        this.desk = new PaperDesk(wiring);
        this.verbs = verbs;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post(
                        "/api/v1/draft/{kind}",
                        "Paper from a complaint or a session, every word compared with its source",
                        this::draft)
                .by(Act.DRAFT)
                .with(Parameter.path("kind", "workcard, discrepancy, difficulty-report, handover or open-items"))
                .reads(Endpoint.JSON, "DraftRequest")
                .gives(Endpoint.JSON, "object")
                .gives("application/pdf", "bytes"));
    }

    private void draft(ServerRequest request, ServerResponse response) {
        PaperKind kind = PaperDesk.kind(Query.of(request).part("kind"));
        JsonNode body = Body.json(request);
        String wanted = Body.word(body, "format");
        PaperFormat format = PaperDesk.format(wanted.isEmpty() ? "json" : wanted);
        String session = Body.word(body, "session");
        ObjectNode asked = ((ObjectNode) body.deepCopy());
        asked.remove(List.of("format", "session"));
        // A session, or a tail, has no complaint of its own here; what reads requests wants words in it.
        boolean wordless = !asked.hasNonNull("complaint") && !asked.hasNonNull("text");
        if (wordless) asked.put("text", kind.word());
        Request read = verbs.read(request, asked, CAUSES, Act.DRAFT);
        if (wordless && session.isEmpty() && PaperDesk.needsDiagnosis(kind))
            throw new BadRequest("give 'complaint' or 'session'");
        switch (desk.draft(kind, format, read, session)) {
            case DraftOutcome.Drafted drafted -> PaperDesk.send(drafted, format, response);
            case DraftOutcome.Refused(var clause, var why, var audit) ->
                Reply.json(response, none("refused", why).put("clause", clause).put("audit", audit));
            case DraftOutcome.OutOfScope(var why, var audit) ->
                Reply.json(response, none("out-of-scope", why).put("audit", audit));
            case DraftOutcome.NotPossible(var why) -> Reply.json(response, none("not-enough-evidence", why));
            case DraftOutcome.Withheld(var why, var audit) ->
                Reply.json(response, none("withheld", why).put("audit", audit));
        }
    }

    private static ObjectNode none(String outcome, String why) {
        return JsonNodeFactory.instance.objectNode().put("outcome", outcome).put("why", why);
    }
}
