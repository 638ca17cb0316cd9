package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.SearchJson;
import flightline.app.wiring.Wiring;
import flightline.flow.IngestRequest;
import flightline.flow.Progress;
import flightline.flow.Request;
import flightline.flow.SearchFlow;
import flightline.policy.Principal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Walks once through everything in a scratch folder, so that the launcher can record which classes a start needs. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final String TEXT = """
            # Hydraulic power

            ## Fault isolation

            The HYD 1 LO PRESS message comes on when the pressure is less than 1800 psi.

            WARNING: Release the pressure before you open a line.

            1. Examine the pump for leaks.
            2. Replace the engine driven pump.
            """;

    private final Outside outside;
    private final CommonOptions common;

    WarmUpCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wire(outside)) {
            Path file = wiring.folder().root().resolve("warm-up.md");
            Files.writeString(file, TEXT);
            wiring.ingest()
                    .run(
                            new IngestRequest(List.of(file), "main", Optional.empty(), false, Principal.localUser()),
                            Progress.SILENT,
                            () -> false);
            var request = new Request(
                    "1",
                    "hyd pump lo press light on",
                    Optional.of("QQ-KAA"),
                    Optional.empty(),
                    Optional.empty(),
                    wiring.settings().today(),
                    5,
                    Set.of(),
                    Principal.localUser());
            var diagnosis = wiring.diagnose().diagnose(request);
            ObjectNode json = AnswerJson.of(diagnosis);
            new LastAnswer(wiring.keepsakes(), Principal.localUser()).keep(json);
            outside.out().println(json.toPrettyString());
            outside.out().print(new AnswerPage(new Paint(true), 100).of(diagnosis));
            outside.out()
                    .print(new AnswerPage(new Paint(true), 100).of(wiring.ask().ask(request)));
            if (wiring.search().search(request, Map.of(), Optional.empty(), false)
                    instanceof SearchFlow.Outcome.Found(var result))
                outside.out().println(SearchJson.of(result));
            outside.out().println(wiring.library().list(Principal.localUser()).size());
            return Exit.DONE;
        }
    }
}
