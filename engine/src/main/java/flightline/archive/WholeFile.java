package flightline.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it appears whole or not at all: aside, forced to disk, then renamed. */
final class WholeFile {
    /** End of the name of a file that is being written; what a killed process left may be thrown away. */
    static final String PART = ".part";

    private WholeFile() {}

    /** Replaces what is there. */
    static void write(Path target, byte[] bytes) {
        Path aside = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + PART);
        try {
            Files.createDirectories(target.getParent());
            try (var channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) channel.write(buffer);
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }
}
