package flightline.app.wiring;

import flightline.model.Embedder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Everything that comes from outside: where the data lies, what time it is.
 *
 * @param today in the time zone of the machine; the default day on which documents must be in force
 * @param nanos a clock for durations
 * @param threads how many threads may work at a time, at least 1
 * @param embedder stands in for the one that ships; whoever hands it in closes it
 */
public record Settings(
        Path data,
        InstantSource clock,
        LocalDate today,
        LongSupplier nanos,
        int threads,
        Optional<Embedder> embedder) {}
