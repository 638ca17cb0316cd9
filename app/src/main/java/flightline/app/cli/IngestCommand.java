package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.IngestJson;
import flightline.app.wiring.Wiring;
import flightline.app.wiring.WritingTurn;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.flow.IngestReport;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import flightline.flow.IngestRequest;
import flightline.flow.Progress;
import flightline.flow.WatchFlow;
import flightline.policy.Act;
import flightline.search.IndexTrouble;
import flightline.state.StateTrouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        description =
                "Takes documents in: files or folders, PDF, S1000D, iSpec 2200, MIL-STD-40051, Office, HTML, plain text of several kinds, e-mail, archives of them.")
final class IngestCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    @Option(
            names = "--library",
            paramLabel = "NAME",
            defaultValue = "main",
            description = "Collection to put them into (default: main).")
    private String library = "main";

    @Option(
            names = "--marking",
            paramLabel = "M",
            description = "Protective marking of all of them, besides what each says of itself: the strictest wins.")
    private @Nullable String marking;

    @Option(
            names = "--lower-marking",
            description = "Lets --marking take the place of a stricter one that a document bears; noted for each.")
    private boolean lowering;

    @Option(
            names = "--watch",
            description = "Keeps running and takes in what is new or changed, until Ctrl-C. What vanishes stays held.")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "10s",
            description = "With --watch: how often to look, for example 30s, 15m, 12h (default: 10s).")
    private String every = "10s";

    @Option(names = "--dry-run", description = "Reads and reports, changes nothing.")
    private boolean dryRun;

    IngestCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        // Closed last: until then a Ctrl-C waits for everything to be put down.
        try (var stop = StopSignal.listen(outside, common, "the file in hand");
                Wiring wiring = common.wire(outside, Act.INGEST)) {
            var request = new IngestRequest(
                    paths,
                    library,
                    Optional.ofNullable(marking).filter(m -> !m.isBlank()).map(Marking::new),
                    lowering,
                    dryRun,
                    common.asker());
            if (lowering && marking == null) throw new BadRequest("--lower-marking needs --marking M to say to what");
            if (watch) return watch(wiring, request, stop);
            IngestReport report = report(wiring, request, stop);
            if (common.json()) outside.out().println(IngestJson.of(report).toPrettyString());
            else outside.out().print(page(report));
            int code = report.count(Fate.BAD) > 0 ? Exit.BAD_INPUT : Exit.DONE;
            // A stop that came when all was done has stopped nothing.
            return report.stopped() ? stop.code(code) : code;
        }
    }

    private IngestReport report(Wiring wiring, IngestRequest request, StopSignal stop) {
        Progress progress = ProgressLine.of(outside, common, "files");
        if (dryRun) return wiring.ingest(stop).run(request, progress, stop);
        try (WritingTurn turn = wiring.state().turn(outside.nanos())) {
            BooleanSupplier over = () -> stop.getAsBoolean() || turn.isLost();
            return wiring.ingest(over).run(request, progress, over);
        }
    }

    private int watch(Wiring wiring, IngestRequest request, StopSignal stop) {
        Duration pause = WatchPause.read(every);
        if (dryRun) throw new BadRequest("--watch takes documents in; it cannot go with --dry-run");
        WatchFlow flow = wiring.watch(stop);
        say("watching " + paths + ", looking every " + every + "; Ctrl-C ends it");
        while (!stop.getAsBoolean()) {
            int waiting = 1;
            try (WritingTurn turn = wiring.state().turn(outside.nanos())) {
                WatchFlow.Look look = flow.look(request, Progress.SILENT, () -> stop.getAsBoolean() || turn.isLost());
                waiting = look.waiting();
                look.refused().forEach(each -> say(each.path() + ": " + each.reason()));
                look.vanished().forEach(gone -> say(gone + " has vanished; what it brought is still held"));
                look.report().ifPresent(report -> {
                    if (common.json()) outside.out().println(IngestJson.of(report));
                    else outside.out().print(page(report));
                });
            } catch (IndexTrouble.InUse | StateTrouble busy) {
                say(busy.getMessage() + "; trying again");
            }
            stop.pause(waiting > 0 && pause.compareTo(WatchPause.SETTLING) > 0 ? WatchPause.SETTLING : pause);
        }
        say("stopped watching");
        return stop.code(Exit.DONE);
    }

    /** Besides the results, so that these stay one JSON document a line. */
    private void say(String what) {
        if (!common.quiet()) outside.err().println("flightline: " + what);
    }

    private String page(IngestReport report) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        var rows = new ArrayList<List<String>>();
        for (FileReport file : report.files()) rows.add(row(file));
        if (!rows.isEmpty()) page.table(List.of("File", "Outcome", "Passages", "What became of it"), rows);
        for (FileReport file : report.files()) {
            String name = String.valueOf(file.path().getFileName());
            if (file.fate() == Fate.BAD) page.line(paint.red("✗ ") + file.path() + ": " + file.reason());
            for (String note : file.notes()) page.paragraph("  note: ", name + ": " + note, "");
        }
        for (HeldDocument again : report.renewed())
            page.line("read again, for what it repeats of a repository has changed: " + again.key());
        for (String note : report.notes()) page.paragraph("  note: ", note, "");
        long passages = report.files().stream()
                .flatMap(f -> f.documents().stream())
                .mapToLong(HeldDocument::passages)
                .sum();
        page.blank()
                .line(String.format(
                        Locale.ROOT,
                        "%d files: %d taken, %d unchanged, %d duplicate, %d quarantined, %d skipped, %d bad; %d passages in %.1f s%s%s",
                        report.files().size(),
                        report.count(Fate.TAKEN),
                        report.count(Fate.UNCHANGED),
                        report.count(Fate.DUPLICATE),
                        report.count(Fate.QUARANTINED),
                        report.count(Fate.SKIPPED),
                        report.count(Fate.BAD),
                        passages,
                        report.millis() / 1000.0,
                        dryRun ? " (dry run: nothing was changed)" : "",
                        report.stopped() ? "; stopped, run it again to go on" : ""));
        return page.toString();
    }

    private static List<String> row(FileReport file) {
        String name = String.valueOf(file.path().getFileName());
        String outcome = file.fate().name().toLowerCase(Locale.ROOT);
        long passages =
                file.documents().stream().mapToLong(HeldDocument::passages).sum();
        String what = switch (file.fate()) {
            case BAD, SKIPPED, DUPLICATE -> file.reason();
            case QUARANTINED -> file.reason() + "; nothing of it is found until a second person approves it";
            case UNCHANGED -> "held already" + (file.reason().isEmpty() ? "" : ", " + file.reason());
            case TAKEN ->
                file.documents().size() == 1
                        ? about(file.documents().getFirst())
                                + (file.superseded().isEmpty()
                                        ? ""
                                        : "; supersedes " + String.join(", ", file.superseded()))
                        : file.documents().size() + " documents";
        };
        return List.of(Page.shorten(name, 58), outcome, passages == 0 ? "" : Long.toString(passages), what);
    }

    private static String about(HeldDocument held) {
        String revision = held.header().revision().display();
        String standing = held.doubt().isPresent() ? "IN FORCE, " : "NOT IN FORCE, ";
        return (held.why().isEmpty() ? "" : standing + held.why() + ": ") + revision + " "
                + held.header().title();
    }
}
