package flightline.app.wiring;

import flightline.archive.RemovalJournal;
import flightline.flow.DiffFlow;
import flightline.flow.Erasure;
import flightline.flow.IngestFlow;
import flightline.flow.LibraryFlow;
import flightline.flow.QuarantineFlow;
import flightline.flow.ReferencesFlow;
import flightline.flow.RunsFlow;
import flightline.flow.ShowFlow;
import flightline.flow.WatchFlow;
import flightline.ingest.Intake;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.ingest.ocr.Tesseract;
import flightline.policy.Gate;
import flightline.policy.Rulebook;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Documents in and out, and shown, put together. */
final class LibraryStand {
    /** For recognising a page: the slowest seen take some seconds, the rest is for machines that are busy. */
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

    private final Ground ground;
    private final Gate gate;
    private final Rulebook rules;

    LibraryStand(Ground ground, Gate gate, Rulebook rules) {
        this.ground = ground;
        this.gate = gate;
        this.rules = rules;
    }

    /** @param stop ends what a parser waits for, as it ends the run */
    IngestFlow ingest(BooleanSupplier stop) {
        Settings settings = ground.settings();
        var recognition = new Tesseract(settings.tesseract(), settings.languages(), LONGEST_PAGE, stop);
        return new IngestFlow(
                new Intake(Intake.Limits.standard()),
                new Reader(Parsers.all(recognition, settings.threads())),
                new PassageCutter(),
                ground.archive(),
                ground.passages(),
                erasure(),
                ground.runs(),
                ground.audit(),
                settings.clock(),
                gate);
    }

    /** @param stop ends the watch */
    WatchFlow watch(BooleanSupplier stop) {
        return new WatchFlow(ingest(stop), new Intake(Intake.Limits.standard()));
    }

    Erasure erasure() {
        return new Erasure(
                ground.passages(),
                ground.archive(),
                new RemovalJournal(ground.cabinet()),
                ground.keepsakes(),
                ground.runs(),
                ground.sessions(),
                ground.audit());
    }

    /** What the last runs did. */
    RunsFlow runs() {
        return new RunsFlow(gate, ground.passages(), ground.runs());
    }

    LibraryFlow library() {
        return new LibraryFlow(
                gate,
                ground.passages(),
                ground.archive(),
                erasure(),
                ground.audit(),
                new Reader(Parsers.structured()),
                new PassageCutter(),
                ground.settings().clock());
    }

    QuarantineFlow quarantine() {
        return new QuarantineFlow(
                library(),
                ground.passages(),
                ground.archive(),
                new PassageCutter(),
                erasure(),
                ground.audit(),
                rules.access(),
                ground.settings().clock());
    }

    ShowFlow show() {
        return new ShowFlow(
                gate,
                ground.passages(),
                ground.records(),
                ground.archive(),
                ground.audit(),
                ground.settings().nanos());
    }

    ReferencesFlow references() {
        return new ReferencesFlow(gate, ground.passages(), ground.archive(), ground.audit());
    }

    DiffFlow diff() {
        return new DiffFlow(gate, ground.passages(), ground.archive(), ground.audit());
    }
}
