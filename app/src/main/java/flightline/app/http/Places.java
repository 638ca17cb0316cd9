package flightline.app.http;

import flightline.policy.Act;
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
                        // Before those whose path takes any word in the same place.
                        new ExportPlaces(desk).endpoints(),
                        new LibraryPlaces(desk).endpoints(),
                        new IngestPlaces(desk, jobs).endpoints(),
                        new SessionPlaces(desk, verbs::complaint).endpoints(),
                        new DialoguePlaces(desk).endpoints(),
                        policy.endpoints(),
                        new RulePlaces(desk, jobs).endpoints(),
                        new ModelPlaces(desk, jobs).endpoints(),
                        new BackupPlaces(desk, jobs).endpoints(),
                        new AuditPlaces(desk).endpoints(),
                        new PeoplePlaces(desk).endpoints(),
                        jobs.endpoints(),
                        FeedbackPages.endpoints(desk.wiring()),
                        new Chat(desk.wiring(), verbs, desk.clock()).endpoints(),
                        new Embeddings(desk).endpoints())
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
}
