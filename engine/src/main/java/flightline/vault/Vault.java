package flightline.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
        Path aside = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + PART);
        byte[] kept = kept(target, bytes);
        try {
            Files.createDirectories(target.getParent());
            try (var channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                var buffer = ByteBuffer.wrap(kept);
                while (buffer.hasRemaining()) channel.write(buffer);
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    /** A copy in the clear, for use outside the data folder. Replaces what is there. */
    public final void copyOut(Path kept, Path target) throws IOException {
        try (InputStream in = open(kept)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What lies on the disk for these bytes of this file. */
    abstract byte[] kept(Path target, byte[] bytes);

    /** A file of an index, to be read at any place. Whoever asks closes it; for one thread at a time. */
    public abstract SeekableByteChannel reading(Path folder, String name) throws IOException;

    /** Takes a file of an index while it is written to {@code to}, which is closed with it. */
    public abstract OutputStream writing(Path folder, OutputStream to) throws IOException;
}
