package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.SearchFilters;
import flightline.app.view.SearchJson;
import flightline.app.wiring.Wiring;
import flightline.corpus.ColumnNames;
import flightline.corpus.Marking;
import flightline.corpus.SafetyText;
import flightline.flow.Request;
import flightline.flow.SearchFlow;
import flightline.policy.Act;
import flightline.search.Hit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "search", description = "Finds passages, best first.")
final class SearchCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Mixin
    private final RequestOptions options = new RequestOptions();

    @Parameters(arity = "0..1", paramLabel = "QUERY")
    private @Nullable String query;

    @Option(
            names = "--filter",
            paramLabel = "K=V",
            description =
                    "document, ata, kind, format, status, library; several must all hold. In a batch for the lines"
                            + " whose filter does not name the same.")
    private List<String> filters = List.of();

    @Option(names = "--explain", description = "Shows why each passage was found.")
    private boolean explain;

    @Option(names = "--all-revisions", description = "Also superseded, proposed and withdrawn documents.")
    private boolean allRevisions;

    @Option(names = "--batch", paramLabel = "FILE", description = "JSON lines, one request each.")
    private @Nullable Path batch;

    SearchCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        SearchFilters narrowed = SearchFilters.of(filters, allRevisions);
        try (Wiring wiring = common.wireAnswering(outside, Act.SEARCH)) {
            SearchFlow flow = wiring.search();
            Request request = options.request(
                    query == null ? "" : query, 10, wiring.settings().today(), common.asker());
            if (batch != null)
                return Batch.run(
                        batch,
                        request,
                        asker -> wiring.door().refusal(asker, Act.SEARCH),
                        (row, each) -> SearchJson.of(found(flow, each, SearchFilters.read(row, narrowed))),
                        outside.out(),
                        ProgressLine.of(outside, common, "requests"));
            if (query == null || query.isBlank())
                throw new BadRequest("give a QUERY in quotation marks, or --batch FILE");
            SearchFlow.Outcome outcome = found(flow, request, narrowed);
            ObjectNode json = SearchJson.of(outcome);
            new LastAnswer(wiring.keepsakes(), request.asker()).keep(json);
            if (common.json()) outside.out().println(json.toPrettyString());
            else outside.out().print(page(outcome));
            return switch (outcome) {
                case SearchFlow.Outcome.Found found -> Exit.DONE;
                case SearchFlow.Outcome.Denied denied -> Exit.REFUSED;
            };
        }
    }

    private static SearchFlow.Outcome found(SearchFlow flow, Request request, SearchFilters filters) {
        return flow.search(request, filters.conditions(), filters.library(), filters.allRevisions());
    }

    private String page(SearchFlow.Outcome outcome) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        switch (outcome) {
            case SearchFlow.Outcome.Denied(var id, var word, var clause, var why, var audit) ->
                page.line(paint.red(word + (clause.isEmpty() ? "" : " under " + clause)))
                        .paragraph("  ", why, "");
            case SearchFlow.Outcome.Found(var result) -> {
                if (result.evidence().hits().isEmpty()) page.line("Nothing in scope fits.");
                Marking marking = result.evidence().hits().stream()
                        .map(hit -> hit.document().header().marking())
                        .reduce(Marking.UNMARKED, Marking::and);
                page.marking(marking);
                int number = 0;
                for (Hit hit : result.evidence().hits()) {
                    page.blank()
                            .line(paint.blue("c" + ++number) + "  "
                                    + paint.bold(AnswerPage.place(result.citation(hit))));
                    for (SafetyText safety : hit.passage().safety())
                        page.paragraph("    " + safety.kind() + ": ", safety.text(), "");
                    // A warning by itself was just written, with its label.
                    if (hit.passage().safety().stream()
                            .noneMatch(s -> s.text().equals(hit.passage().text())))
                        page.paragraph("    ", hit.passage().text(), "");
                    List<String> columns = ColumnNames.of(hit.passage());
                    if (!columns.isEmpty())
                        page.hanging("    ", "    ", "columns: " + String.join(" | ", columns), paint::faint);
                    if (hit.passage().reading().recognised())
                        page.hanging("    ", "    ", hit.passage().reading().note(), paint::amber);
                    if (explain)
                        page.paragraph(
                                "    ",
                                String.format(Locale.ROOT, "score %.4f: %s", hit.score(), String.join("; ", hit.why())),
                                "");
                }
                List<Hit> hits = result.evidence().hits();
                page.marking(marking)
                        .blank()
                        .line(paint.faint(
                                hits.size() + " of " + (result.evidence().exact() ? "" : "at least ")
                                        + result.evidence().total() + " passages · " + Math.round(result.millis())
                                        + " ms · audit " + result.audit()));
            }
        }
        return page.toString();
    }
}
