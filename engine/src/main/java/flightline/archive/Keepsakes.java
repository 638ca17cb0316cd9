package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of text that are kept for convenience outside the archive: each asker's last answer, and originals opened with a viewer.
 * They can be thrown away at any time, and are whenever something is removed from the library.
 */
public final class Keepsakes {
    private final Path root;
    private final Vault vault;

    /** @param root the data folder */
    public Keepsakes(Path root, Vault vault) {
        this.root = root;
        this.vault = vault;
    }

    /** Keeps a small file of its own beside the others. */
    public void keep(Path file, byte[] bytes) {
        vault.write(file, bytes);
    }

    /** What was kept; throws {@link java.nio.file.NoSuchFileException} where nothing was. */
    public byte[] read(Path file) throws IOException {
        return vault.read(file);
    }

    /** Where the last answer to somebody is kept; neither file nor folder need exist. */
    public Path lastAnswer(String who) {
        // A name may hold anything, a file's name may not.
        return answers().resolve(ContentHash.of(who).brief() + ".json");
    }

    private Path answers() {
        return root.resolve("last-answers");
    }

    /** Where originals are copied to when a viewer is to open them; the folder need not exist. */
    public Path opened() {
        return root.resolve("opened");
    }

    /** Throws all of them away. */
    public void drop() {
        try {
            // One for all, in data folders of before.
            Files.deleteIfExists(root.resolve("last-answer.json"));
            for (Path folder : List.of(answers(), opened())) {
                if (!Files.isDirectory(folder)) continue;
                try (Stream<Path> walk = Files.walk(folder)) {
                    for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot throw away the last answers and opened files: " + e.getMessage(), e);
        }
    }
}
