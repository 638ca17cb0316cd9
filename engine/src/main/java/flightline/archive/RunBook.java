package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The manifests of all runs that took documents in, one JSON file each. They name files, hashes and identities, and never
 * quote a document that is held.
 */
public final class RunBook {
    private static final TypeReference<Run> RUN = new TypeReference<>() {};
    private static final String ENDING = ".json";
    private static final String GONE = "removed from the library since";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Vault vault;

    /** One in the clear. */
    public RunBook(Path root) {
        this(root, Vault.clear());
    }

    /** @param root the data folder */
    public RunBook(Path root, Vault vault) {
        this.folder = root.resolve("runs");
        this.vault = vault;
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
            List<TakenFile> files) {}

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
            vault.write(folder.resolve(run.id() + ENDING), json.writeValueAsBytes(run));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the manifest of run " + run.id() + ": " + e.getMessage(), e);
        }
    }

    /** The last runs, newest first. */
    public List<Run> latest(int count) {
        var runs = new ArrayList<Run>();
        for (Path file : files()) {
            if (runs.size() == count) break;
            runs.add(read(file));
        }
        return runs;
    }

    /** Whether there is a run of that id, so that two in one millisecond do not overwrite each other. */
    public boolean holds(String id) {
        return Files.exists(folder.resolve(id + ENDING));
    }

    /** Strikes out what the manifests say of these files besides their names: what a parser remarked may quote them. */
    public void strike(Collection<String> hashes) {
        for (Path file : files()) {
            Run run = read(file);
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

    private Run read(Path file) {
        try {
            return json.readValue(vault.read(file), RUN);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifest " + file + ": " + e.getMessage(), e);
        }
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    /** Newest first. */
    private List<Path> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(RunBook::id).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }
}
