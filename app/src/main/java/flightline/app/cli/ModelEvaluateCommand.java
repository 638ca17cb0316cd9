package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.TrialJson;
import flightline.app.view.Unreadable;
import flightline.app.wiring.ModelEvaluation;
import flightline.app.wiring.ModelEvaluation.Outcome;
import flightline.app.wiring.ModelEvaluation.Questions;
import flightline.app.wiring.Wiring;
import flightline.corpus.ContentHash;
import flightline.evaluation.Cases;
import flightline.flow.ModelTrialFlow.Report;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            "Exit code 6 where it is worse. 'model promote' lets none write that was not found to be no worse."
        })
final class ModelEvaluateCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description =
                    "JSON lines as of 'eval answers': your own questions over your own documents. Without it some are drawn"
                            + " from the headings of what is held.")
    private @Nullable Path cases;

    ModelEvaluateCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Optional<Cases> read = cases == null ? Optional.empty() : Optional.of(read(cases));
        read.ifPresent(given -> given.faults().forEach(fault -> outside.err().println("flightline: " + fault)));
        if (read.filter(given -> given.cases().isEmpty()).isPresent()) throw new BadRequest(cases + " holds no case");
        try (Wiring wiring = common.wireExisting(outside, Act.EVALUATE)) {
            // Before questions are looked for, or a name that is misspelt would read as a library without headings.
            if (wiring.models().held().named(name).isEmpty()) throw unknown(name);
            ModelEvaluation evaluation = wiring.evaluation();
            return switch (evaluation.run(
                    name, questions(evaluation, read), common.asker(), ProgressLine.of(outside, common, "cases"))) {
                case Outcome.Unknown(var unknown) -> throw unknown(unknown);
                case Outcome.Unready(var why) -> {
                    outside.err().println("flightline: " + why);
                    yield Exit.BAD_INPUT;
                }
                case Outcome.Done(var report, var drawn) -> told(report, drawn, read);
            };
        }
    }

    private static BadRequest unknown(String name) {
        return new BadRequest("no model '" + name + "' is held; see flightline model list");
    }

    private Questions questions(ModelEvaluation evaluation, Optional<Cases> read) throws IOException {
        if (read.isPresent() && cases != null)
            return new Questions(
                    read.get().cases(),
                    false,
                    ContentHash.of(Files.readAllBytes(cases)).hex());
        return evaluation
                .drawn()
                .orElseThrow(() -> new BadRequest(
                        "the library holds no heading to ask about: take documents in, or name your own --cases FILE"));
    }

    private int told(Report report, boolean drawn, Optional<Cases> read) {
        if (common.json()) outside.out().println(TrialJson.of(report, drawn).toPrettyString());
        else outside.out().print(page(report, drawn));
        if (!report.trial().passed()) return Exit.NOT_VERIFIED;
        return read.filter(given -> !given.faults().isEmpty()).isPresent() ? Exit.BAD_INPUT : Exit.DONE;
    }

    private static Cases read(Path file) {
        try {
            return Cases.read(file);
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        }
    }

    private String page(Report report, boolean drawn) {
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
                + (drawn
                        ? trial.cases()
                                + " questions drawn from the headings of what is held; your own, with --cases, tell more\n"
                        : "")
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
