package flightline.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removals that were begun and not yet finished, one small file each, so that a killed one is finished by whoever writes
 * next. Call it only while holding the index's write lock.
 */
public final class RemovalJournal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";

    private final Path folder;
    private final Vault vault;

    /** One in the clear. */
    public RemovalJournal(Path archive) {
        this(archive, Vault.clear());
    }

    /** @param archive the archive's folder */
    public RemovalJournal(Path archive, Vault vault) {
        this.folder = archive.resolve("removals");
        this.vault = vault;
    }

    /**
     * What is to go.
     *
     * @param document identity of a document that goes with all its revisions; empty where only files are to be forgotten
     * @param sources hashes of the files that it came from
     * @param graphics that it shows; those that nobody else shows go with it
     */
    public record Intent(String document, List<String> sources, List<String> graphics) {
        public Intent {
            sources = List.copyOf(sources);
            graphics = List.copyOf(graphics);
        }

        /** One that shows no graphic. */
        public Intent(String document, List<String> sources) {
            this(document, sources, List.of());
        }
    }

    /** Writes down what is to go; from now on it will, whatever happens. */
    public void begin(Intent intent) {
        try {
            vault.write(file(intent), JSON.writeValueAsBytes(intent));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the removal journal: " + e.getMessage(), e);
        }
    }

    public void end(Intent intent) {
        try {
            Files.deleteIfExists(file(intent));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end a removal in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Every removal begun and not ended. */
    public List<Intent> unfinished() {
        var open = new ArrayList<Intent>();
        if (!Files.isDirectory(folder)) return open;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList())
                open.add(JSON.readValue(vault.read(file), Intent.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the removal journal in " + folder + ": " + e.getMessage(), e);
        }
        return open;
    }

    private Path file(Intent intent) {
        String name = ContentHash.of(intent.document() + "\n" + String.join("\n", intent.sources()))
                .hex();
        return folder.resolve(name + ENDING);
    }
}
