package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.FleetJson;
import flightline.app.view.RequestJson;
import flightline.app.view.Unreadable;
import flightline.app.wiring.Wiring;
import flightline.fleet.Figure;
import flightline.fleet.Finding;
import flightline.fleet.SvgChart;
import flightline.fleet.TableTrouble;
import flightline.flow.FleetFlow;
import flightline.flow.FleetFlow.Outcome;
import flightline.flow.Request;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fleet",
        description =
                "Answers questions over all records: what recurs, what is removed most, rates, trends (docs/fleet-questions.md).")
final class FleetCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "QUESTION")
    private List<String> question = List.of();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day that 'last year' is reckoned from (default: today).")
    private @Nullable String on;

    @Option(names = "--plot", paramLabel = "FILE.svg", description = "Writes the chart there.")
    private @Nullable Path plot;

    @Option(
            names = "--records",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "1",
            description = "Lists the records behind the N-th figure (default: the first).")
    private @Nullable Integer figure;

    @Option(
            names = "--sql",
            paramLabel = "SELECT",
            description = "Runs one SELECT over the view records instead; reads only.")
    private @Nullable String sql;

    @Option(names = "--batch", paramLabel = "FILE", description = "JSON lines, one question each.")
    private @Nullable Path batch;

    @Option(
            names = "--export",
            paramLabel = "FILE.parquet",
            description =
                    "Writes all records that you may see there; import-records --mapping flightline takes them in again.")
    private @Nullable Path export;

    FleetCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (export != null) return exported(export);
        if (plot != null && !String.valueOf(plot.getFileName()).endsWith(".svg"))
            throw new BadRequest("--plot writes SVG; name a FILE.svg, got " + plot);
        try (Wiring wiring = common.wireHeld(outside, sql == null ? Act.FLEET : Act.GENERATE)) {
            FleetFlow flow = wiring.fleet().flow();
            Request request = request(wiring);
            if (batch != null)
                return Batch.run(
                        batch,
                        request,
                        asker -> wiring.door().refusal(asker, Act.FLEET),
                        (row, each) -> FleetJson.of(flow.ask(each)),
                        outside.out(),
                        ProgressLine.of(outside, common, "questions"));
            if (sql == null && request.text().isBlank())
                throw new BadRequest("give a QUESTION, or --sql SELECT, or --batch FILE (see docs/fleet-questions.md)");
            Outcome outcome = sql == null ? flow.ask(request) : flow.sql(request, sql);
            if (common.json()) outside.out().println(FleetJson.of(outcome).toPrettyString());
            else outside.out().print(new FleetPage(new Paint(outside.colour()), outside.width()).of(outcome));
            if (outcome instanceof Outcome.Answered answered) more(answered.finding(), flow);
            return exit(outcome);
        }
    }

    private int exported(Path file) throws Exception {
        if (sql != null || batch != null || figure != null || plot != null || !question.isEmpty())
            throw new BadRequest(
                    "--export writes all records; it cannot go with a question, --sql, --batch, --records or --plot");
        if (!String.valueOf(file.getFileName()).endsWith(".parquet"))
            throw new BadRequest("--export writes Parquet; name a FILE.parquet, got " + file);
        try (Wiring wiring = common.wireHeld(outside, Act.EXPORT)) {
            FleetFlow.Export done = wiring.fleet().flow().export(file, common.asker());
            if (common.json())
                outside.out()
                        .println(JsonNodeFactory.instance
                                .objectNode()
                                .put("file", file.toString())
                                .put("records", done.records())
                                .put("marking", done.marking().label())
                                .put("audit", done.audit())
                                .toPrettyString());
            else
                outside.out()
                        .println(done.records() + " records written to " + file + ", marked "
                                + done.marking().label());
            return Exit.DONE;
        } catch (TableTrouble full) {
            throw new BadRequest(String.valueOf(full.getMessage()));
        }
    }

    private Request request(Wiring wiring) {
        return new Request(
                "1",
                sql == null ? String.join(" ", question) : sql,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                on == null ? wiring.settings().today() : RequestJson.date(on),
                10,
                Set.of(),
                common.asker());
    }

    private void more(Finding finding, FleetFlow flow) {
        if (figure != null && !common.json()) {
            if (figure < 1 || figure > finding.figures().size())
                throw new BadRequest("--records must be 1.." + finding.figures().size() + ", got " + figure);
            Figure chosen = finding.figures().get(figure - 1);
            outside.out()
                    .print(new FleetPage(new Paint(outside.colour()), outside.width())
                            .of(chosen, flow.records(chosen.records(), common.asker())));
        }
        if (plot == null) return;
        if (finding.chart().isEmpty()) {
            outside.err().println("flightline: this answer has no chart, " + plot + " is not written");
            return;
        }
        try {
            Files.writeString(plot, SvgChart.of(finding.chart().get(), finding.marking()));
        } catch (IOException e) {
            throw new BadRequest("--plot " + plot + ": cannot be written: " + Unreadable.why(e));
        }
    }

    static int exit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> Exit.DONE;
            case Outcome.Ran ran -> Exit.DONE;
            case Outcome.NotEnough none -> Exit.NOT_ENOUGH_EVIDENCE;
            case Outcome.Denied denied -> Exit.REFUSED;
            case Outcome.NotRun not -> Exit.USAGE;
        };
    }
}
