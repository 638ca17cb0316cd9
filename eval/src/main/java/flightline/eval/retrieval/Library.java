package flightline.eval.retrieval;

import flightline.app.wiring.DataFolder;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.eval.KeptVectors;
import flightline.flow.IngestRequest;
import flightline.flow.Progress;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A data folder of the product with the model's vectors kept beside it, so that it can be filled anew within seconds. */
record Library(Path data, KeptVectors vectors) implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    static Library at(Path data, Path vectors) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        Path natives = Files.createDirectories(vectors.resolveSibling("native"));
        return new Library(data, new KeptVectors(new BgeSmallEmbedder(natives, threads), vectors));
    }

    private Wiring wiring() throws DataFolder.UnusableDataFolder {
        return new Wiring(new Settings(
                data,
                InstantSource.system(),
                TODAY,
                System::nanoTime,
                Runtime.getRuntime().availableProcessors(),
                Optional.of(vectors),
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                LlamaSettings.STANDARD));
    }

    void fill(List<Path> from) throws DataFolder.UnusableDataFolder {
        try (var wiring = wiring()) {
            wiring.ingest()
                    .run(
                            new IngestRequest(from, "main", Optional.empty(), false, false, Principal.localUser()),
                            Progress.SILENT,
                            () -> false);
        }
    }

    @Override
    public void close() {
        vectors.close();
    }
}
