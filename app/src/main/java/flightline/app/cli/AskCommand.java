package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ask", description = "Answers a question with what the library says, quoted and cited.")
final class AskCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Mixin
    private final RequestOptions request = new RequestOptions();

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "In your own words.")
    private @Nullable String question;

    @Option(names = "--batch", paramLabel = "FILE", description = "JSON lines, one request each.")
    private @Nullable Path batch;

    @Mixin
    private final DialogueOptions dialogue = new DialogueOptions();

    AskCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireAnswering(outside, Act.ASK)) {
            if (dialogue.given()) {
                if (batch != null)
                    throw new BadRequest("a dialogue is one person's, --batch has many: give one of the two");
                return new DialogueDesk(outside, common, dialogue, wiring)
                        .run(request.request(
                                question == null ? "" : question,
                                8,
                                wiring.settings().today(),
                                common.asker()));
            }
            var flow = wiring.ask();
            return DiagnoseCommand.Answering.run(
                    outside,
                    common,
                    request,
                    wiring,
                    question,
                    batch,
                    8,
                    "QUESTION",
                    Act.ASK,
                    (asked, early) -> flow.ask(asked, "", early));
        }
    }
}
