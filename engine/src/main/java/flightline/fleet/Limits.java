package flightline.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a question may cost.
 *
 * @param megabytes of memory for all questions together
 * @param threads at least 1
 * @param longest for one query
 * @param rows most that a query gives
 * @param spill folder for what does not fit into memory; absent where nothing may be written, as in an encrypted data folder
 */
public record Limits(int megabytes, int threads, Duration longest, int rows, Optional<Path> spill) {
    public Limits {
        if (megabytes < 64) throw new IllegalArgumentException("memory must be at least 64 MB, got " + megabytes);
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        if (rows < 1) throw new IllegalArgumentException("rows must be at least 1, got " + rows);
    }

    public static Limits standard(int threads, Optional<Path> spill) {
        return new Limits(2048, Math.max(1, threads), Duration.ofSeconds(20), 10_000, spill);
    }

    /** Makes the folder that the one to spill into is made in: DuckDB makes the last folder of a path alone. */
    void makeRoom() throws IOException {
        if (spill.isEmpty()) return;
        Path folder = spill.get().getParent();
        if (folder != null) Files.createDirectories(folder);
    }
}
