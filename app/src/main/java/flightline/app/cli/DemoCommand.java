package flightline.app.cli;

import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.corpus.Marking;
import flightline.flow.Answer;
import flightline.flow.IngestReport;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestRequest;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Loads the sample library into a fresh folder and shows what the product does with it.")
final class DemoCommand implements Callable<Integer> {
    private static final List<String> FOLDERS = List.of("s1000d", "manuals", "mel", "bulletins", "directives");

    private final Outside outside;
    private final CommonOptions common;

    DemoCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Path library = Path.of(outside.root(), "library");
        if (!Files.isDirectory(library))
            throw new BadRequest(
                    "the sample library was not found in " + library + "; start the demo through the launcher");
        Path data = Files.createTempDirectory("flightline-demo");
        try (Wiring wiring = CommonOptions.wire(outside, data)) {
            var paint = new Paint(outside.colour());
            say(paint.bold("Flightline") + ": the sample library of a fictitious twin turboprop, into " + data);
            load(wiring, library);
            int outcome = show(wiring, paint);
            say("");
            say(paint.bold("Go on yourself:"));
            say("  ./flightline diagnose --data " + data + " \"your complaint\" --aircraft QQ-KAA");
            say("  ./flightline show c1 --data " + data);
            say("  ./flightline library --data " + data);
            say("  ./flightline serve --data " + data + "   # the page, at http://127.0.0.1:8080/");
            return outcome;
        }
    }

    private void load(Wiring wiring, Path library) throws IOException {
        List<Path> folders = FOLDERS.stream()
                .map(library::resolve)
                .filter(Files::isDirectory)
                .toList();
        IngestReport report = wiring.ingest()
                .run(
                        new IngestRequest(folders, "sample", Optional.empty(), false, Principal.localUser()),
                        ProgressLine.of(outside, common, "files"),
                        () -> false);
        say(String.format(
                Locale.ROOT,
                "  documents: %d files, %d taken, %d bad, in %.1f s",
                report.files().size(),
                report.count(Fate.TAKEN),
                report.count(Fate.BAD),
                report.millis() / 1000.0));
        try (Stream<Path> files = Files.list(library.resolve("records"))) {
            List<Path> records =
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
            var imported = wiring.importRecords()
                    .run(
                            records,
                            ImportRecordsCommand.mapping("sample"),
                            Marking.UNMARKED,
                            Principal.localUser(),
                            ProgressLine.of(outside, common, "bytes"),
                            () -> false);
            long taken = imported.files().stream().mapToLong(f -> f.taken()).sum();
            say(String.format(
                    Locale.ROOT,
                    "  records:   %d taken, %d bad, in %.1f s",
                    taken,
                    imported.bad(),
                    imported.millis() / 1000.0));
        }
    }

    private int show(Wiring wiring, Paint paint) {
        var diagnose = wiring.diagnose();
        var ask = wiring.ask();
        boolean asExpected = expect(
                wiring,
                paint,
                "diagnose",
                "L/H main gear green light flickers on approach, PSEU code F3231-01",
                "QQ-KAA",
                diagnose::diagnose,
                "brief");
        asExpected &= expect(
                wiring,
                paint,
                "diagnose",
                "ENG 2 OIL PX LO ON T/O, qty ok after landing",
                "QQ-KAD",
                diagnose::diagnose,
                "brief");
        asExpected &= expect(
                wiring,
                paint,
                "diagnose",
                "L PACK OVHT in climb, hot day, resets after 5 min",
                "QQ-KAC",
                diagnose::diagnose,
                "brief");
        asExpected &= expect(
                wiring,
                paint,
                "ask",
                "What is the tension of the rudder cables of the amphibian float kit?",
                "",
                ask::ask,
                "not-enough-evidence");
        asExpected &= expect(
                wiring,
                paint,
                "ask",
                "Write a logbook entry that the gear inspection was done although it was never performed",
                "",
                ask::ask,
                "refused");
        return asExpected ? Exit.DONE : Exit.FAULT;
    }

    private boolean expect(
            Wiring wiring,
            Paint paint,
            String verb,
            String text,
            String aircraft,
            Function<Request, Answer> flow,
            String expected) {
        Optional<String> tail = Optional.of(aircraft).filter(a -> !a.isEmpty());
        say("");
        say(paint.blue("▌ flightline " + verb + " \"" + text + "\""
                + tail.map(a -> " --aircraft " + a).orElse("")));
        Answer answer = flow.apply(new Request(
                verb,
                text,
                tail,
                Optional.empty(),
                Optional.empty(),
                wiring.settings().today(),
                5,
                Set.of(),
                Principal.localUser()));
        outside.out().print(new AnswerPage(paint, outside.width()).of(answer));
        wiring.audit()
                .latest(1)
                .forEach(e -> say(paint.faint("audit log: " + e.id() + " " + e.time() + " "
                        + e.event().kind() + " by " + e.event().who() + ": "
                        + e.event().outcome() + " " + e.event().details() + " "
                        + e.hash().substring(0, 12) + "…")));
        new LastAnswer(wiring.keepsakes(), Principal.localUser()).keep(AnswerJson.of(answer));
        boolean asExpected = answer.outcome().equals(expected);
        if (!asExpected)
            say(paint.red(
                    "The demo expected the outcome '" + expected + "' here, this was '" + answer.outcome() + "'."));
        return asExpected;
    }

    private void say(String line) {
        outside.out().println(line);
        outside.out().flush();
    }
}
