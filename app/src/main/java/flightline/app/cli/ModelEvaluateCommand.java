package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import flightline.app.wiring.LlamaStand.State;
import flightline.app.wiring.Wiring;
import flightline.archive.ModelBook.Entry;
import flightline.corpus.ContentHash;
import flightline.evaluation.Cases;
import flightline.evaluation.Comparison;
import flightline.flow.ModelTrialFlow.Report;
import flightline.model.LanguageModel;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flightline model evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Has a model that is held answer fixed cases over the library, beside what answers now.",
            "Exit code 6 where it is worse; 'model promote' does not let it write then."
        })
final class ModelEvaluateCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            required = true,
            description = "JSON lines as of 'eval answers': your own questions over your own documents.")
    private @Nullable Path cases;

    ModelEvaluateCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Path file = cases == null ? Path.of("") : cases;
        Cases read = read(file);
        read.faults().forEach(fault -> outside.err().println("flightline: " + fault));
        if (read.cases().isEmpty()) throw new BadRequest(file + " holds no case");
        try (Wiring wiring = common.wire(outside, Act.EVALUATE)) {
            Entry entry = wiring.models()
                    .held()
                    .named(name)
                    .orElseThrow(() -> new BadRequest("no model '" + name + "' is held; see flightline model list"));
            return switch (wiring.llama().of(name)) {
                case State.None() -> throw new BadRequest("no model '" + name + "' is held; see flightline model list");
                case State.Unready(var why) -> {
                    outside.err().println("flightline: " + why);
                    yield Exit.BAD_INPUT;
                }
                case State.Ready(var model) -> evaluated(wiring, entry, model, read, file);
            };
        }
    }

    private int evaluated(Wiring wiring, Entry entry, LanguageModel model, Cases read, Path file) throws IOException {
        Report report;
        try (model) {
            report = wiring.trials()
                    .run(
                            entry,
                            model,
                            wiring.llama().writer(),
                            read.cases(),
                            ContentHash.of(Files.readAllBytes(file)).hex(),
                            common.asker(),
                            ProgressLine.of(outside, common, "cases"));
        }
        if (common.json()) outside.out().println(json(report).toPrettyString());
        else outside.out().print(page(report));
        if (!report.trial().passed()) return Exit.NOT_VERIFIED;
        return read.faults().isEmpty() ? Exit.DONE : Exit.BAD_INPUT;
    }

    private static Cases read(Path file) {
        try {
            return Cases.read(file);
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        }
    }

    private static ObjectNode json(Report report) {
        var trial = report.trial();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("model", trial.name())
                .put("beside", trial.beside())
                .put("cases", trial.cases())
                .put("casesSha256", trial.casesSha256())
                .put("at", trial.at())
                .put("policyVersion", trial.policyVersion())
                .put("passed", trial.passed());
        trial.faults().forEach(node.putArray("faults")::add);
        ObjectNode figures = node.putObject("figures");
        trial.figures().forEach(figures::put);
        ObjectNode beside = node.putObject("besideFigures");
        trial.besideFigures().forEach(beside::put);
        var comparisons = node.putArray("comparisons");
        for (Comparison one : report.comparisons())
            comparisons
                    .addObject()
                    .put("name", one.name())
                    .put("better", one.better())
                    .put("worse", one.worse())
                    .put("chance", one.chance());
        return node;
    }

    private String page(Report report) {
        var trial = report.trial();
        var rows = new ArrayList<List<String>>();
        for (String figure : figures(trial.figures(), trial.besideFigures()))
            rows.add(List.of(
                    figure,
                    figure(trial.besideFigures().get(figure)),
                    figure(trial.figures().get(figure))));
        String other = trial.beside().isEmpty() ? "no model" : trial.beside();
        var page = new Page(new Paint(outside.colour()), outside.width()).table(List.of("", other, trial.name()), rows);
        return page
                + (trial.passed()
                        ? trial.name() + " is no worse; flightline model promote " + trial.name() + " lets it write\n"
                        : String.join("\n", trial.faults()) + "\n" + trial.name() + " is worse and is not let write\n");
    }

    private static List<String> figures(Map<String, Double> one, Map<String, Double> other) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return List.copyOf(names);
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
    }
}
