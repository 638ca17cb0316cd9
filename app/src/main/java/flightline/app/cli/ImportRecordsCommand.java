package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.ImportJson;
import flightline.app.wiring.RecordsIn;
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

@Command(name = "import-records", description = "Takes maintenance records in: CSV, TSV, JSON lines, XLSX, Parquet.")
final class ImportRecordsCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Outside outside;
    private final CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description = "sdr, faa-incidents, sample, flightline, or a YAML file (docs/record-mappings.md).")
    private String mapping = "";

    @Option(
            names = "--guess",
            description = "Proposes a mapping for the file from its columns and first rows; takes nothing in.")
    private boolean guess;

    @Option(
            names = "--marking",
            paramLabel = "MARKING",
            description = "Marking for all of them, added to each one's own; never lowers one.")
    private @Nullable String marking;

    @Option(names = "--no-learning", description = "Does not learn from the records; 'model learn' does it later.")
    private boolean unlearned;

    @Option(
            names = "--analysis-only",
            description = "Takes them in for fleet alone, many a second: diagnose, search and show do not know them.")
    private boolean analysisOnly;

    @Option(
            names = "--remove",
            description = "With --analysis-only: takes away what was taken in of files of these names.")
    private boolean remove;

    ImportRecordsCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (guess) return guessed();
        if (remove) return removed();
        if (mapping.isEmpty())
            throw new BadRequest(
                    "say how the file is to be read: --mapping NAME|FILE, or --guess to have one proposed");
        RecordMapping chosen = mapping(mapping);
        // Closed last: until then a Ctrl-C waits for everything to be put down.
        try (var stop = StopSignal.listen();
                Wiring wiring = common.wire(outside, Act.IMPORT_RECORDS)) {
            var order = new RecordsIn.Order(
                    files,
                    chosen,
                    marking == null || marking.isBlank() ? Marking.UNMARKED : new Marking(marking),
                    !unlearned,
                    analysisOnly,
                    common.asker());
            var report = wiring.recordsIn()
                    .run(
                            order,
                            ProgressLine.of(outside, common, "bytes"),
                            ProgressLine.of(outside, common, "records"),
                            stop);
            if (report.marked() > 0)
                outside.err()
                        .println("flightline: " + report.marked()
                                + " records have a marking that had none; what was learned"
                                + " from records is thrown away" + (unlearned ? ", 'model learn' learns anew" : ""));
            if (common.json()) outside.out().println(ImportJson.of(report).toPrettyString());
            else outside.out().print(page(report));
            return stop.code(report.bad() > 0 ? Exit.BAD_INPUT : Exit.DONE);
        }
    }

    private int removed() throws Exception {
        if (!analysisOnly) throw new BadRequest("--remove goes with --analysis-only; other records are not removed");
        try (Wiring wiring = common.wireExisting(outside, Act.IMPORT_RECORDS)) {
            List<String> unknown = wiring.recordsIn()
                    .remove(
                            files.stream()
                                    .map(f -> String.valueOf(f.getFileName()))
                                    .toList(),
                            common.asker());
            for (String name : unknown)
                outside.err().println("flightline: nothing of a file named " + name + " is held for analysis alone");
            return unknown.isEmpty() ? Exit.DONE : Exit.BAD_INPUT;
        }
    }

    private int guessed() throws Exception {
        if (files.size() != 1) throw new BadRequest("--guess looks at one file, got " + files.size());
        if (!mapping.isEmpty()) throw new BadRequest("--guess proposes a mapping; it cannot go with --mapping");
        try (Wiring wiring = common.wire(outside, Act.IMPORT_RECORDS)) {
            return new MappingPage(outside, common).of(files.getFirst(), wiring);
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
