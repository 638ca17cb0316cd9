package flightline.app.cli;

import flightline.app.view.FleetJson;
import flightline.app.view.RequestJson;
import flightline.app.wiring.Wiring;
import flightline.flow.FleetFlow.Outcome;
import flightline.flow.Request;
import flightline.policy.Act;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description =
                "The SQL behind a question over the records; it was run as it is shown (docs/fleet-questions.md).")
final class GenerateQueryCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "QUESTION")
    private List<String> question = List.of();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day that 'last year' is reckoned from (default: today).")
    private @Nullable String on;

    GenerateQueryCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.GENERATE)) {
            var request = new Request(
                    "1",
                    String.join(" ", question),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    on == null ? wiring.settings().today() : RequestJson.date(on),
                    10,
                    Set.of(),
                    common.asker());
            Outcome outcome = wiring.fleet().flow().query(request);
            if (common.json()) outside.out().println(FleetJson.of(outcome).toPrettyString());
            else outside.out().print(new FleetPage(new Paint(outside.colour()), outside.width()).of(outcome));
            return FleetCommand.exit(outcome);
        }
    }
}
