package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop that is asked for while documents are taken in. */
final class IngestStopTest {
    @TempDir
    private Path temp;

    private final List<String> told = new ArrayList<>();

    @Test
    void stopInTheMiddle_tellsHowManyWereTaken() throws IOException {
        var asked = new AtomicInteger();
        IngestReport report = run(() -> asked.incrementAndGet() > 2);
        assertThat(report.stopped()).isTrue();
        assertThat(report.files()).hasSize(2);
        assertThat(told.getLast()).isEqualTo("2 of 4 stopped");
    }

    @Test
    void stopBehindTheLastFile_hasStoppedNothing() throws IOException {
        var asked = new AtomicInteger();
        IngestReport report = run(() -> asked.incrementAndGet() > 4);
        assertThat(report.stopped()).isFalse();
        assertThat(report.files()).hasSize(4);
        assertThat(told.getLast()).isEqualTo("4 of 4 done");
    }

    private IngestReport run(BooleanSupplier stop) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        for (int i = 1; i <= 4; i++)
            Files.writeString(folder.resolve("note-" + i + ".md"), "# Valve " + i + "\n\nUse tool A" + i + ".\n");
        try (var hangar = new Hangar(temp.resolve("data"))) {
            return hangar.ingest()
                    .run(
                            new IngestRequest(List.of(folder), "main", Optional.empty(), false, Hangar.ANYBODY),
                            (done, total, doing) -> told.add(done + " of " + total + " " + doing),
                            stop);
        }
    }
}
