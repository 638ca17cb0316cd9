package flightline.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files under a data folder as others see them: whoever reads and writes through it never sees whether they are encrypted. */
public abstract sealed class Vault permits ClearVault, LockedVault {
    /** End of the name of a file that is being written; what a killed process left may be thrown away. */
    public static final String PART = ".part";

    /** Keeps everything as it is. */
    public static Vault clear() {
        return ClearVault.THE_ONE;
    }

    /** Whether what lies on the disk can be read without a key. */
    public abstract boolean isClear();

    /** The content of a whole file; throws {@link java.nio.file.NoSuchFileException} where there is none. */
    public final byte[] read(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    /** The same as a stream. */
    public abstract InputStream open(Path file) throws IOException;

    /** Writes a file so that it appears whole or not at all: aside, forced to disk, then renamed. Replaces what is there. */
    public final void write(Path target, byte[] bytes) {
        try {
            put(aside(target, Long.toString(ProcessHandle.current().pid()), new ByteArrayInputStream(bytes)), target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes what is to become the file beside it, forced to disk; makes the folder where it is missing. Nothing is left of it
     * where that fails.
     *
     * @param mark tells those apart who write the same file at once
     */
    public final Path aside(Path target, String mark, InputStream from) throws IOException {
        Path aside = target.resolveSibling(target.getFileName() + "." + mark + PART);
        Files.createDirectories(target.getParent());
        boolean whole = false;
        try {
            try (OutputStream out = sealing(target, Files.newOutputStream(aside))) {
                from.transferTo(out);
            }
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            whole = true;
            return aside;
        } finally {
            if (!whole) Files.deleteIfExists(aside);
        }
    }

    /** Gives what was written aside its name. */
    public static void put(Path aside, Path target) throws IOException {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes this file while it is written to {@code to}, which is closed with it. */
    abstract OutputStream sealing(Path target, OutputStream to) throws IOException;

    /** A file of an index, to be read at any place. Whoever asks closes it; for one thread at a time. */
    public abstract SeekableByteChannel reading(Path folder, String name) throws IOException;

    /** Takes a file of an index while it is written to {@code to}, which is closed with it. */
    public abstract OutputStream writing(Path folder, OutputStream to) throws IOException;
}
