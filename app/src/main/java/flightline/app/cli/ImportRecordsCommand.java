package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.corpus.Marking;
import flightline.flow.ImportRecordsFlow;
import flightline.policy.Act;
import flightline.records.MappingOutcome;
import flightline.records.RecordMapping;
import flightline.records.RecordMappings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import-records", description = "Takes maintenance records in: CSV, TSV, JSON lines.")
final class ImportRecordsCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Outside outside;
    private final CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            required = true,
            description = "sdr, faa-incidents, sample, or a YAML file (docs/record-mappings.md).")
    private String mapping = "";

    @Option(
            names = "--marking",
            paramLabel = "MARKING",
            description = "Marking for all of them, added to each one's own; never lowers one.")
    private @Nullable String marking;

    @Option(names = "--no-learning", description = "Does not learn from the records; 'model learn' does it later.")
    private boolean unlearned;

    ImportRecordsCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        RecordMapping chosen = mapping(mapping);
        // Closed last: until then a Ctrl-C waits for everything to be put down.
        try (var stop = StopSignal.listen();
                Wiring wiring = common.wire(outside, Act.IMPORT_RECORDS)) {
            var report = wiring.importRecords()
                    .run(
                            files,
                            chosen,
                            marking == null || marking.isBlank() ? Marking.UNMARKED : new Marking(marking),
                            common.asker(),
                            ProgressLine.of(outside, common, "bytes"),
                            stop);
            long taken = report.files().stream()
                    .mapToLong(ImportRecordsFlow.FileReport::taken)
                    .sum();
            boolean due = wiring.learn().isDue(taken) || report.marked() > 0;
            if (report.marked() > 0) {
                // What was learned while they were unmarked would go on telling of them.
                wiring.learn().forget();
                outside.err()
                        .println("flightline: " + report.marked()
                                + " records have a marking that had none; what was learned"
                                + " from records is thrown away" + (unlearned ? ", 'model learn' learns anew" : ""));
            }
            if (!unlearned && !stop.getAsBoolean() && due)
                wiring.learn().run(common.asker(), ProgressLine.of(outside, common, "records"), stop);
            // What is asked of all records is asked of a table made of them; made now, the first question need not
            // wait.
            if (!stop.getAsBoolean() && taken > 0) wiring.fleet().prepare();
            if (common.json()) outside.out().println(json(report).toPrettyString());
            else outside.out().print(page(report));
            return stop.code(report.bad() > 0 ? Exit.BAD_INPUT : Exit.DONE);
        }
    }

    static RecordMapping mapping(String name) {
        var mappings = new RecordMappings();
        Optional<RecordMapping> named = mappings.named(name);
        if (named.isPresent()) return named.get();
        Path file = Path.of(name);
        if (!Files.exists(file))
            throw new BadRequest("--mapping must be one of " + String.join(", ", mappings.builtIn())
                    + " or a YAML file; '" + name + "' is neither");
        return switch (mappings.read(file)) {
            case MappingOutcome.Loaded(var loaded) -> loaded;
            case MappingOutcome.Faulty(var problems) -> throw new BadRequest(String.join("\n  ", problems));
        };
    }

    private static ObjectNode json(ImportRecordsFlow.Report report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("files");
        for (var file : report.files()) {
            ObjectNode one = list.addObject();
            one.put("file", file.path().toString());
            one.put("taken", file.taken());
            one.put("unchanged", file.unchanged());
            one.put("marked", file.marked());
            one.put("badRows", file.bad());
            file.faults().forEach(one.putArray("bad")::add);
            file.notes().forEach(one.putArray("notes")::add);
        }
        return node.put("stopped", report.stopped()).put("millis", report.millis());
    }

    private String page(ImportRecordsFlow.Report report) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        for (var file : report.files()) {
            page.line(String.format(
                    Locale.ROOT,
                    "%s: %d taken, %d unchanged, %d bad",
                    file.path(),
                    file.taken(),
                    file.unchanged(),
                    file.bad()));
            for (String note : file.notes()) page.paragraph("  note: ", note, "");
            file.faults().stream().limit(SHOWN).forEach(b -> page.line("  ✗ " + b));
            if (file.bad() > SHOWN) page.line("  … and " + (file.bad() - SHOWN) + " more (--json has the first 10000)");
        }
        page.line(String.format(
                Locale.ROOT,
                "%.1f s%s",
                report.millis() / 1000.0,
                report.stopped() ? "; stopped, run it again to go on" : ""));
        return page.toString();
    }
}
