package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of text that are kept for convenience outside the archive: each asker's last answer, and originals opened with a viewer.
 * They can be thrown away at any time, and are whenever something is removed from the library.
 *
 * <p>An answer that is being found while something is removed may still quote it. So removals are counted, and a copy is kept
 * only where none was counted since the last copy, or since these keepsakes were made, which is before anything is read.
 * Several processes may keep and throw away at once; within one, what is kept was found after what it threw away.
 */
public final class Keepsakes {
    private static final int ATTEMPTS = 3;

    private final Path root;
    private final Vault vault;
    private String removals;

    /** @param root the data folder */
    public Keepsakes(Path root, Vault vault) {
        this.root = root;
        this.vault = vault;
        this.removals = removals();
    }

    /** Lays a copy where it is kept. */
    public interface Laying {
        void run() throws IOException;
    }

    /** Keeps a small file of its own beside the others; says whether it did, which it does not where removals went on. */
    public boolean keep(Path file, byte[] bytes) {
        try {
            return keep(file, () -> vault.write(file, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file + ": " + e.getMessage(), e);
        }
    }

    /** The same for a file that {@code laying} writes. */
    public synchronized boolean keep(Path file, Laying laying) throws IOException {
        String before = removals;
        for (int attempt = 1; ; attempt++) {
            try {
                laying.run();
                break;
            } catch (IOException | UncheckedIOException e) {
                if (!removals().equals(before)) break;
                // Its folder or the half of it that was written may be thrown away by a removal that was counted
                // before.
                if (attempt == ATTEMPTS) throw e;
            }
        }
        // Only now: whoever counts later throws this file away too.
        removals = removals();
        if (removals.equals(before)) return true;
        Files.deleteIfExists(file);
        return false;
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

    private Path counted() {
        return answers().resolve("removals");
    }

    private String removals() {
        try {
            return new String(vault.read(counted()), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    /** Throws all of them away; for one process at a time. What is asked through these keepsakes afterwards is kept again. */
    public synchronized void drop() {
        try {
            removals = next(removals());
            vault.write(counted(), removals.getBytes(StandardCharsets.UTF_8));
            // One for all, in data folders of before.
            Files.deleteIfExists(root.resolve("last-answer.json"));
            for (Path folder : List.of(answers(), opened()))
                if (Files.isDirectory(folder)) Files.walkFileTree(folder, new Emptying(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot throw away the last answers and opened files: " + e.getMessage(), e);
        }
    }

    private static String next(String count) {
        try {
            return Long.toString(Long.parseLong(count) + 1);
        } catch (NumberFormatException none) {
            return "1";
        }
    }

    /** Empties a folder into which others write meanwhile. */
    private final class Emptying extends SimpleFileVisitor<Path> {
        private final Path folder;

        Emptying(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.equals(counted())) Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw why;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException why) throws IOException {
            if (why != null && !(why instanceof NoSuchFileException)) throw why;
            if (visited.equals(folder)) return FileVisitResult.CONTINUE;
            try {
                Files.deleteIfExists(visited);
            } catch (DirectoryNotEmptyException written) {
                // By somebody who takes it away again.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
