package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.FleetJson;
import flightline.app.wiring.Wiring;
import flightline.corpus.RecordId;
import flightline.fleet.FleetDesk;
import flightline.flow.FleetFlow.Outcome;
import flightline.flow.Request;
import flightline.policy.Act;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;

/** Questions over all records: as JSON, and as a page with the chart, the table and the records behind each figure. */
final class FleetPages {
    private static final int ROWS = 10;

    private final Wiring wiring;
    private final Verbs verbs;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    FleetPages(Wiring wiring, Verbs verbs) {
        this.wiring = wiring;
        this.verbs = verbs;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/fleet", "A question over all records", this::ask)
                .by(Act.FLEET)
                .reads(Endpoint.JSON, "Request")
                .gives(Endpoint.JSON, "Outcome"));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Request read = verbs.read(request, Body.json(request), ROWS, Act.FLEET);
        Reply.json(response, FleetJson.of(wiring.fleet().flow().ask(read)));
    }

    /** The question stands in the address, so that an answer can be kept as a bookmark and sent on. */
    void page(ServerRequest request, ServerResponse response) {
        String question = request.query().first("question").orElse("").strip();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        String problem = "";
        if (!question.isEmpty()) {
            try {
                ObjectNode asked = JsonNodeFactory.instance.objectNode().put("question", question);
                Outcome outcome = wiring.fleet().flow().ask(verbs.read(request, asked, ROWS, Act.FLEET));
                answer = FleetJson.of(outcome);
            } catch (BadRequest e) {
                response.status(Status.BAD_REQUEST_400);
                problem = String.valueOf(e.getMessage());
            }
        }
        var out = new StringOutput();
        templates.render(
                "fleet.jte",
                Map.of("question", question, "problem", problem, "answer", answer, "forms", FleetDesk.forms()),
                out);
        Reply.text(response, "text/html", out.toString());
    }

    /** A record behind a figure, for those who may see it. */
    void record(ServerRequest request, ServerResponse response) {
        String id = request.query().first("id").orElse("").strip();
        wiring.door().refusal(Asker.of(request), Act.SHOW).ifPresent(why -> {
            throw new Problem(Status.FORBIDDEN_403, why);
        });
        if (id.isEmpty()) throw new Problem(Status.BAD_REQUEST_400, "'id' is missing");
        var found = wiring.show()
                .record(new RecordId(id), Asker.of(request))
                .orElseThrow(
                        () -> new Problem(Status.NOT_FOUND_404, "nothing is held, or may be shown, at this place"));
        var out = new StringOutput();
        templates.render("record.jte", Map.of("record", found), out);
        Reply.text(response, "text/html", out.toString());
    }
}
