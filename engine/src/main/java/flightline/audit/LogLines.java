package flightline.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines of one file of the log. Only a line feed ends a line, so that a carriage return slipped in is a change like
 * any other; bytes that are no UTF-8 become replacement characters, which no hash matches.
 */
final class LogLines implements AutoCloseable {
    private final InputStream in;
    private boolean torn;

    LogLines(Path file) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** The next line without its line feed; empty at the end. */
    Optional<String> next() throws IOException {
        var line = new ByteArrayOutputStream(512);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') return Optional.of(line.toString(StandardCharsets.UTF_8));
            line.write(b);
        }
        torn = line.size() > 0;
        return torn ? Optional.of(line.toString(StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Whether the line given last had no line feed. */
    boolean isTorn() {
        return torn;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
