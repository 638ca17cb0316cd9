package flightline.llama.runtime;

import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * Tries files in a process of its own, which a crash of native code would end: checks each, opens what passes, has it write.
 * A line in the report before each step says what came of the one before.
 */
final class BadFileTrial {
    private final Path report;
    private final Workbench bench;

    private BadFileTrial(Path report, Workbench bench) {
        this.report = report;
        this.bench = bench;
    }

    /** Arguments: cache, report, folder of files. */
    public static void main(String[] args) throws IOException {
        var trial = new BadFileTrial(Path.of(args[1]), Workbench.in(Path.of(args[0])));
        List<Path> files;
        try (var listed = Files.list(Path.of(args[2]))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) trial.say(file.getFileName() + " " + trial.outcome(file));
        trial.say("done");
    }

    private String outcome(Path file) throws IOException {
        return switch (LlamaFile.check(file)) {
            case LlamaFile.Check.Unfit unfit -> "unfit: " + unfit.why();
            case LlamaFile.Check.Fit fit -> {
                say(file.getFileName() + " passes the check");
                var options = new InProcessLlama.Options("bad", "", 256, 1, 1, List.of(), 1L << 28);
                yield switch (InProcessLlama.open(bench.library(), fit.file(), options)) {
                    case InProcessLlama.Opening.Refused refused -> "refused: " + refused.why();
                    case InProcessLlama.Opening.Opened opened -> {
                        say(file.getFileName() + " is opened");
                        try (var model = opened.model()) {
                            yield "wrote: " + written(model);
                        }
                    }
                };
            }
        };
    }

    private static String written(LanguageModel model) {
        var prompt = new Prompt(
                List.of(new Turn(Role.USER, "why? ✈")),
                new Form.Schema("{\"type\": \"string\", \"maxLength\": 3}"),
                Sampling.greedy(1),
                8,
                List.of(),
                Duration.ofSeconds(60));
        return switch (model.generate(prompt, LanguageModel.Hearer.none())) {
            case Generation.Failed failed -> failed.why();
            case Generation.Finished finished -> finished.text();
            case Generation.CutOff cut -> cut.text();
            case Generation.Cancelled ignored -> "cancelled";
            case Generation.TimedOut ignored -> "too slow";
        };
    }

    private void say(String line) throws IOException {
        Files.writeString(report, line.replace('\n', ' ') + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
