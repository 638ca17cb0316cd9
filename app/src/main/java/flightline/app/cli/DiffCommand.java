package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.view.BadRequest;
import flightline.app.view.DiffJson;
import flightline.app.view.ExactRevision;
import flightline.app.view.PlaceName;
import flightline.app.view.Unreadable;
import flightline.app.wiring.Wiring;
import flightline.flow.DiffFlow;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description =
                "What changed between two revisions: warnings first, then values, then steps. Revisions as 'library' shows them.")
final class DiffCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "REV", description = "The older; default: the last but one.")
    private @Nullable String from;

    @Parameters(index = "2", arity = "0..1", paramLabel = "REV", description = "The newer; default: the last.")
    private @Nullable String to;

    @Option(
            names = "--quoted",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description = "Also says which passages of an answer (its JSON; default: the last answer) changed.")
    private @Nullable String quoted;

    DiffCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            var document = PlaceName.document(id);
            if ((from == null) != (to == null))
                throw new BadRequest("give both revisions, or neither for the last two");
            List<String> revisions = from == null || to == null
                    ? wiring.diff()
                            .newest(document, common.asker())
                            .orElseThrow(() -> new BadRequest(
                                    "the library does not hold two revisions of '" + id + "' that you may see"))
                    : List.of(from, to);
            DiffFlow.Outcome outcome = wiring.diff()
                    .compare(document, revisions.getFirst(), revisions.getLast(), quotes(wiring), common.asker());
            switch (outcome) {
                case DiffFlow.Outcome.NotHeld(var revision, var held) ->
                    throw new BadRequest("no revision '" + revision + "' of '" + id + "' is held"
                            + (held.isEmpty() ? "" : "; held are " + String.join(", ", held)));
                case DiffFlow.Outcome.Compared compared -> {
                    if (common.json())
                        outside.out().println(DiffJson.of(compared).toPrettyString());
                    else
                        outside.out()
                                .print(new DiffPage(new Paint(outside.colour()), outside.width())
                                        .of(compared, quoted != null));
                }
            }
            return Exit.DONE;
        }
    }

    /** Citations of this document in the answer, whatever their revision. */
    private List<DiffFlow.Quote> quotes(Wiring wiring) {
        if (quoted == null) return List.of();
        boolean last = quoted.isEmpty();
        Path file = last ? wiring.keepsakes().lastAnswer(common.asker().name()) : Path.of(quoted);
        try {
            byte[] bytes = last ? wiring.keepsakes().read(file) : Files.readAllBytes(file);
            JsonNode answer = new ObjectMapper().readTree(bytes);
            var quotes = new ArrayList<DiffFlow.Quote>();
            answer.path("citations").forEach(c -> add(c, quotes));
            answer.path("hits").forEach(h -> add(h.path("citation"), quotes));
            return quotes;
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        }
    }

    private void add(JsonNode citation, List<DiffFlow.Quote> quotes) {
        if (citation.path("document").asText().equals(id))
            quotes.add(new DiffFlow.Quote(
                    citation.path("id").asText(),
                    ExactRevision.of(citation),
                    citation.path("start").asInt(),
                    citation.path("end").asInt(),
                    citation.path("quote").asText()));
    }
}
