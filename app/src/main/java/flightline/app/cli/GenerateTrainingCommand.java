package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.corpus.Marking;
import flightline.flow.TrainingFlow.Made;
import flightline.flow.TrainingFlow.Order;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "training",
        description = {
            "Writes examples to fine-tune a model with, of sessions that were closed with their cause (docs/llama.md).",
            "JSON lines in the common chat format, without names, in three parts, with a manifest."
        })
final class GenerateTrainingCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "An empty folder, or a new one.")
    private @Nullable Path out;

    @Option(
            names = "--up-to",
            paramLabel = "MARKING",
            description = "Also what bears this marking, which you must be cleared for; may be given several times"
                    + " (default: unmarked material alone).")
    private List<String> upTo = List.of();

    @Option(
            names = "--with-records",
            description = "Also records of repairs after which the fault did not come back in 45 days.")
    private boolean withRecords;

    GenerateTrainingCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = out == null ? Path.of("") : out;
        if (Files.exists(folder) && !isEmpty(folder))
            throw new BadRequest("--out " + folder + " is not an empty folder");
        Set<Marking> markings = new LinkedHashSet<>();
        for (String label : upTo) {
            if (label.isBlank()) throw new BadRequest("--up-to must name a marking");
            markings.add(new Marking(label));
        }
        try (Wiring wiring = common.wireExisting(outside, Act.GENERATE)) {
            // What is written leaves the library, so both acts are asked for.
            Optional<String> why = wiring.door().refusal(common.asker(), Act.EXPORT);
            if (why.isPresent()) throw new NotPermitted(why.get());
            Made made = wiring.modelStand()
                    .training(wiring.repeats(), wiring.gate())
                    .write(
                            folder,
                            new Order(markings, withRecords, common.asker()),
                            ProgressLine.of(outside, common, "records"));
            if (common.json()) outside.out().println(made.manifest().toPrettyString());
            else outside.out().print(page(made));
            return made.examples() == 0 ? Exit.NOT_ENOUGH_EVIDENCE : Exit.DONE;
        }
    }

    private String page(Made made) {
        var rows = new ArrayList<List<String>>();
        made.manifest()
                .path("files")
                .properties()
                .forEach(file -> rows.add(
                        List.of(file.getKey(), file.getValue().path("examples").asText() + " examples")));
        made.manifest()
                .path("leftOut")
                .properties()
                .forEach(one -> rows.add(List.of("left out", one.getValue().asText() + ": " + one.getKey())));
        made.manifest()
                .path("replaced")
                .properties()
                .forEach(one -> rows.add(List.of("replaced", one.getValue().asText() + " " + one.getKey())));
        return new Page(new Paint(outside.colour()), outside.width())
                .line("Read a sample before you hand them on: what no rule knows for a name stays.")
                .table(List.of("", ""), rows)
                .toString();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
