package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The manifests of all runs that took documents in, one JSON file each. They name files, hashes and identities, and never
 * quote a document that is held.
 */
public final class RunBook {
    private static final TypeReference<Run> RUN = new TypeReference<>() {};
    private static final String FOLDER = "runs/";
    private static final String ENDING = ".json";
    private static final String GONE = "removed from the library since";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;

    public RunBook(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * One run.
     *
     * @param id sorts by time, for example {@code 2026-11-25T02-30-11.125Z}
     * @param began ISO instant
     * @param state {@code running}, {@code done} or {@code stopped}; one that stays {@code running} was killed
     * @param counts of files by fate
     */
    public record Run(
            String id,
            String began,
            String who,
            List<String> paths,
            String library,
            String state,
            Map<String, Long> counts,
            long passages,
            long millis,
            List<TakenFile> files) {
        /** The state in words: of one that has not said that it ended, nobody knows whether it still goes on. */
        public String told() {
            return state.equals("running") ? "running or killed" : state;
        }
    }

    /**
     * What became of one file.
     *
     * @param hash of its bytes; empty where it could not be read
     * @param documents keys of what it brought
     */
    public record TakenFile(
            String path, String hash, String fate, List<String> documents, String reason, List<String> notes) {}

    /** Writes a run down, in place of what was written of it before. */
    public void write(Run run) {
        try {
            cabinet.write(key(run.id()), json.writeValueAsBytes(run));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the manifest of run " + run.id() + ": " + e.getMessage(), e);
        }
    }

    /** The last runs, newest first. */
    public List<Run> latest(int count) {
        var runs = new ArrayList<Run>();
        for (String key : keys()) {
            if (runs.size() == count) break;
            read(key).ifPresent(runs::add);
        }
        return runs;
    }

    /** Whether there is a run of that id, so that two in one millisecond do not overwrite each other. */
    public boolean holds(String id) {
        return cabinet.holds(key(id));
    }

    /** Strikes out what the manifests say of these files besides their names: what a parser remarked may quote them. */
    public void strike(Collection<String> hashes) {
        for (Run run : latest(Integer.MAX_VALUE)) {
            if (run.files().stream().noneMatch(f -> hashes.contains(f.hash()))) continue;
            var struck = run.files().stream()
                    .map(f -> hashes.contains(f.hash())
                            ? new TakenFile(f.path(), f.hash(), f.fate(), List.of(), GONE, List.of())
                            : f)
                    .toList();
            write(new Run(
                    run.id(),
                    run.began(),
                    run.who(),
                    run.paths(),
                    run.library(),
                    run.state(),
                    run.counts(),
                    run.passages(),
                    run.millis(),
                    struck));
        }
    }

    /** Absent where it went meanwhile. */
    private Optional<Run> read(String key) {
        return cabinet.read(key).map(bytes -> {
            try {
                return json.readValue(bytes, RUN);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot read the manifest " + cabinet.place(key) + ": " + e.getMessage(), e);
            }
        });
    }

    private static String key(String id) {
        return FOLDER + id + ENDING;
    }

    /** Newest first, by what they are called, for an id may be the beginning of another. */
    private List<String> keys() {
        return cabinet.keys(FOLDER).stream()
                .filter(key -> key.endsWith(ENDING))
                .map(key -> key.substring(FOLDER.length(), key.length() - ENDING.length()))
                .sorted(Comparator.reverseOrder())
                .map(RunBook::key)
                .toList();
    }
}
