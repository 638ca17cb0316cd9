package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.DataModuleJson;
import flightline.app.view.PlaceName;
import flightline.app.view.RequestJson;
import flightline.app.wiring.Wiring;
import flightline.drafting.datamodule.ModuleCode;
import flightline.flow.DataModuleFlow.Order;
import flightline.flow.DataModuleFlow.Outcome;
import flightline.policy.Act;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "s1000d",
        description = {
            "Makes an S1000D data module of a procedure that is held in another form (docs/data-modules.md).",
            "It is read back and compared with its source before it is written; what is not certain is marked in it."
        })
final class GenerateModuleCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "DOCUMENT", description = "As flightline library lists it.")
    private String document = "";

    @Option(
            names = "--task",
            paramLabel = "PART",
            description = "Words of the procedure's heading, or the number in it; for a document that holds several.")
    private String task = "";

    @Option(
            names = "--code",
            paramLabel = "DMC",
            description = "The data module code, as LT46-A-29-11-01-00A-520A-A (default: a marked placeholder).")
    private @Nullable String code;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day on which the document must be in force (default: today).")
    private @Nullable String on;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it is written, with its sources in a .json beside it (default: named by its code).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replaces files of those names.")
    private boolean force;

    GenerateModuleCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Optional<ModuleCode> given = Optional.ofNullable(code)
                .map(written -> ModuleCode.parse(written)
                        .orElseThrow(() -> new BadRequest("--code must be a data module code such as"
                                + " LT46-A-29-11-01-00A-520A-A, got '" + written + "'")));
        if (out != null) new NewFile(out, force).free();
        try (Wiring wiring = common.wireExisting(outside, Act.GENERATE)) {
            var day = on == null ? wiring.settings().today() : RequestJson.date(on);
            return told(wiring.factory()
                    .modules()
                    .make(new Order(PlaceName.document(document), task, given, day, common.asker())));
        }
    }

    private int told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made made -> {
                Path file = Optional.ofNullable(out).orElse(Path.of(made.name() + ".xml"));
                Path beside = file.resolveSibling(
                        String.valueOf(file.getFileName()).replaceFirst("(?i)\\.xml$", "") + ".json");
                new NewFile(beside, force).free();
                new NewFile(file, force).write(made.xml().getBytes(StandardCharsets.UTF_8));
                new NewFile(beside, force)
                        .write(DataModuleJson.companion(made)
                                .toPrettyString()
                                .concat("\n")
                                .getBytes(StandardCharsets.UTF_8));
                tell(made, file, beside);
                yield Exit.DONE;
            }
            case Outcome.NotPossible(var why, var audit) -> said("not-enough-evidence", why);
            case Outcome.Withheld(var why, var audit) -> said("withheld", why);
        };
    }

    private void tell(Outcome.Made made, Path file, Path beside) {
        if (common.json()) {
            var node = JsonNodeFactory.instance
                    .objectNode()
                    .put("outcome", "made")
                    .put("file", file.toString())
                    .put("sources", beside.toString())
                    .put("elements", made.traces().size())
                    .put("uncertain", made.doubts().size())
                    .put("marking", made.marking().label())
                    .put("audit", made.audit());
            outside.out().println(node.toPrettyString());
            return;
        }
        outside.out()
                .println(file + " is written: " + made.traces().size() + " elements, each with its source; "
                        + made.marking().label() + ". Audit " + made.audit());
        outside.out().println("For a person to decide:");
        made.doubts()
                .forEach(doubt -> outside.out()
                        .println("- " + doubt.why()
                                + doubt.citation()
                                        .map(c -> ": " + brief(c.quote()))
                                        .orElse("")));
    }

    private static String brief(String quote) {
        String line = quote.replaceAll("\\s+", " ").strip();
        return "'" + (line.length() > 70 ? line.substring(0, 70) + "…" : line) + "'";
    }

    private int said(String outcome, String why) {
        if (common.json())
            outside.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("outcome", outcome)
                            .put("why", why)
                            .toPrettyString());
        outside.err().println("flightline: " + outcome.replace('-', ' ') + ": " + why);
        return Exit.NOT_ENOUGH_EVIDENCE;
    }
}
