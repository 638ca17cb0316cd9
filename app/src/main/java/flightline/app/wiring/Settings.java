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
 * @param tesseract the program for text recognition: a path, or a name looked for on the PATH
 * @param languages that scanned pages may be in, as that program calls them, for example {@code eng+deu}
 * @param key file of the administrator's key, where the data folder is encrypted
 * @param llama how the model that writes is run
 * @param embedder stands in for the one that ships; whoever hands it in closes it
 * @param state the database that state is kept in; absent where it is kept in the data folder
 * @param index the cluster that passages and records are kept in; absent where they are kept in the data folder
 * @param looks models that look again at what was found or written
 */
public record Settings(
        Path data,
        InstantSource clock,
        LocalDate today,
        LongSupplier nanos,
        int threads,
        Optional<Embedder> embedder,
        String tesseract,
        String languages,
        Optional<Path> key,
        LlamaSettings llama,
        Optional<StateSettings> state,
        Optional<IndexSettings> index,
        SecondLooks looks) {
    /** The program for text recognition where nobody names another, looked for on the PATH when it is needed. */
    public static final String TESSERACT = "tesseract";

    /** The language of scanned pages where nobody names others. */
    public static final String LANGUAGES = "eng";

    /** All in one data folder. */
    public Settings(
            Path data,
            InstantSource clock,
            LocalDate today,
            LongSupplier nanos,
            int threads,
            Optional<Embedder> embedder,
            String tesseract,
            String languages,
            Optional<Path> key,
            LlamaSettings llama) {
        this(
                data,
                clock,
                today,
                nanos,
                threads,
                embedder,
                tesseract,
                languages,
                key,
                llama,
                Optional.empty(),
                Optional.empty(),
                SecondLooks.NONE);
    }

    /** The same over another data folder and nothing besides, with an embedder that is loaded already. */
    Settings at(Path other, Embedder loaded) {
        return new Settings(other, clock, today, nanos, threads, Optional.of(loaded), tesseract, languages, key, llama)
                .looking(looks);
    }

    /** The same with its state in a database, where one is named. */
    public Settings with(Optional<StateSettings> shared) {
        return new Settings(
                data, clock, today, nanos, threads, embedder, tesseract, languages, key, llama, shared, index, looks);
    }

    /** The same with its index in a cluster, where one is named. */
    public Settings indexed(Optional<IndexSettings> shared) {
        return new Settings(
                data, clock, today, nanos, threads, embedder, tesseract, languages, key, llama, state, shared, looks);
    }

    /** The same with models that look again, where any are named. */
    public Settings looking(SecondLooks others) {
        return new Settings(
                data, clock, today, nanos, threads, embedder, tesseract, languages, key, llama, state, index, others);
    }
}
