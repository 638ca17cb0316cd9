package flightline.app.wiring;

import flightline.flow.IngestReport;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestRequest;
import flightline.flow.InjectionExam;
import flightline.flow.Progress;
import flightline.flow.Request;
import flightline.model.Embedder;
import flightline.policy.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole product over a data folder of its own, which holds one attacked file and is gone afterwards. */
final class AttackedLibrary implements InjectionExam.Trial {
    private final Settings settings;
    private final Embedder embedder;

    AttackedLibrary(Settings settings, Embedder embedder) {
        this.settings = settings;
        this.embedder = embedder;
    }

    @Override
    public InjectionExam.Tried run(String passages, Request request) {
        try {
            Path own = Files.createTempDirectory("flightline-attack");
            try (var library = new Wiring(settings.at(own.resolve("data"), embedder))) {
                Path file = Files.writeString(own.resolve("attacked.jsonl"), passages);
                var ingest =
                        new IngestRequest(List.of(file), "attacked", Optional.empty(), false, Principal.localUser());
                IngestReport report = library.ingest().run(ingest, Progress.SILENT, () -> false);
                // What waits in quarantine has a fate of its own, so what is taken is in force.
                boolean taken = report.count(Fate.TAKEN) == 1;
                return new InjectionExam.Tried(taken, library.ask().ask(request));
            } finally {
                remove(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an attack could not be tried: " + e.getMessage(), e);
        } catch (DataFolder.UnusableDataFolder e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
