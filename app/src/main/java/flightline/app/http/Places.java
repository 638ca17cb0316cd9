package flightline.app.http;

import flightline.app.view.ModelJson;
import flightline.policy.Act;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.stream.Stream;

/** Every endpoint there is, besides the page. */
final class Places {
    private final Desk desk;

    private Places(Desk desk) {
        this.desk = desk;
    }

    static List<Endpoint> of(Desk desk, Verbs verbs) {
        var own = new Places(desk);
        var jobs = new JobPlaces(desk);
        var policy = new PolicyPlaces(desk, jobs, verbs::toJudge);
        return Stream.of(
                        verbs.endpoints(),
                        new FleetPlaces(desk.wiring(), verbs).endpoints(),
                        new DraftPlaces(desk.wiring(), verbs).endpoints(),
                        new GeneratePlaces(desk.wiring(), verbs, desk.today()).endpoints(),
                        own.batches(verbs, policy),
                        new LibraryPlaces(desk).endpoints(),
                        new IngestPlaces(desk, jobs).endpoints(),
                        new SessionPlaces(desk, verbs::complaint).endpoints(),
                        new DialoguePlaces(desk).endpoints(),
                        policy.endpoints(),
                        new AuditPlaces(desk).endpoints(),
                        new PeoplePlaces(desk).endpoints(),
                        jobs.endpoints(),
                        FeedbackPages.endpoints(desk.wiring()),
                        new Chat(desk.wiring(), verbs, desk.clock()).endpoints(),
                        new Embeddings(desk).endpoints(),
                        own.others())
                .flatMap(List::stream)
                .toList();
    }

    private List<Endpoint> batches(Verbs verbs, PolicyPlaces policy) {
        var batch = new BatchPlaces(desk);
        return List.of(
                batch.endpoint("diagnose", Act.DIAGNOSE, "AnswerLine", verbs::diagnosed),
                batch.endpoint("ask", Act.ASK, "AnswerLine", verbs::asked),
                batch.endpoint("search", Act.SEARCH, "FoundLine", verbs::found),
                batch.endpoint(
                        "policy/check",
                        Act.ASK,
                        "DecisionLine",
                        (request, line) -> policy.judged(verbs.toJudge(request, line))));
    }

    private List<Endpoint> others() {
        return List.of(
                Endpoint.get("/api/v1/models", "The language models that are held, and which one writes", this::models)
                        .by(Act.SHOW)
                        .gives(Endpoint.JSON, "Models"));
    }

    private void models(ServerRequest request, ServerResponse response) {
        Reply.json(response, ModelJson.of(desk.wiring().models().held()));
    }
}
