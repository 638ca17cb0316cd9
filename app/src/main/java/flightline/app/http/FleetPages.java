package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.FleetJson;
import flightline.app.wiring.Wiring;
import flightline.corpus.RecordId;
import flightline.fleet.FleetDesk;
import flightline.flow.FleetFlow.Outcome;
import flightline.policy.Act;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/** Questions over all records: as JSON, and as a page with the chart, the table and the records behind each figure. */
final class FleetPages implements PageRoutes {
    private static final int ROWS = 10;
    private static final String HERE = "/fleet";

    private final Wiring wiring;
    private final Verbs verbs;
    private final Printer printer;

    FleetPages(Wiring wiring, Verbs verbs, Printer printer) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.printer = printer;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get(HERE, wrapping.of(this::page))
                .get("/fleet/table", wrapping.of(this::table))
                .get("/record", wrapping.of(this::record));
    }

    /** The question stands in the address, so that an answer can be kept as a bookmark and sent on. */
    private void page(ServerRequest request, ServerResponse response) {
        String question = request.query().first("question").orElse("").strip();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        String problem = "";
        if (!question.isEmpty()) {
            try {
                answer = answer(request, question);
            } catch (BadRequest e) {
                response.status(Status.BAD_REQUEST_400);
                problem = String.valueOf(e.getMessage());
            }
        }
        printer.page(
                request,
                response,
                HERE,
                "fleet.jte",
                Map.of("question", question, "problem", problem, "answer", answer, "forms", FleetDesk.forms()));
    }

    private ObjectNode answer(ServerRequest request, String question) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("question", question);
        Outcome outcome = wiring.fleet().flow().ask(verbs.read(request, asked, ROWS, Act.FLEET));
        return FleetJson.of(outcome);
    }

    /** The rows of the page, to be taken away: asked again, so that it holds what the asker may see now. */
    private void table(ServerRequest request, ServerResponse response) {
        String question = request.query().first("question").orElse("").strip();
        ObjectNode answer = answer(request, question);
        if (!answer.has("rows"))
            throw new Problem(
                    Status.NOT_FOUND_404,
                    "there is no table: " + answer.path("why").asText("the question was not answered"));
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"fleet.csv\"");
        Reply.text(response, "text/csv", FleetShown.csv(answer));
    }

    /** A record behind a figure, for those who may see it. */
    private void record(ServerRequest request, ServerResponse response) {
        String id = request.query().first("id").orElse("").strip();
        var asker = printer.allowed(request, Act.SHOW);
        if (id.isEmpty()) throw new Problem(Status.BAD_REQUEST_400, "'id' is missing");
        var found = wiring.show()
                .record(new RecordId(id), asker)
                .orElseThrow(
                        () -> new Problem(Status.NOT_FOUND_404, "nothing is held, or may be shown, at this place"));
        printer.page(request, response, "", "record.jte", Map.of("record", found));
    }
}
