package flightline.archive;

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

    /** @param root the data folder */
    public Keepsakes(Path root) {
        this.root = root;
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
