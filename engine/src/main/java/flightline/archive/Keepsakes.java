package flightline.archive;

import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Copies of text that are kept for convenience outside the archive: the last answer, and originals opened with a viewer.
 * They can be thrown away at any time, and are whenever something is removed from the library.
 */
public final class Keepsakes {
    private final Path root;
    private final Vault vault;

    /** One in the clear. */
    public Keepsakes(Path root) {
        this(root, Vault.clear());
    }

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

    /** Copies what is kept, here or in the archive, to where a viewer can read it. Replaces what is there. */
    public void copyOut(Path kept, Path target) throws IOException {
        vault.copyOut(kept, target);
    }

    /** Where the last answer is kept; the file need not exist. */
    public Path lastAnswer() {
        return root.resolve("last-answer.json");
    }

    /** Where originals are copied to when a viewer is to open them; the folder need not exist. */
    public Path opened() {
        return root.resolve("opened");
    }

    /** Throws all of them away. */
    public void drop() {
        try {
            Files.deleteIfExists(lastAnswer());
            Files.deleteIfExists(lastAnswer().resolveSibling("last-answer.json.part"));
            if (!Files.isDirectory(opened())) return;
            try (Stream<Path> walk = Files.walk(opened())) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot throw away the last answer and opened files: " + e.getMessage(), e);
        }
    }
}
