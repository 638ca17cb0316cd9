package flightline.app.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what is about to be sent, beside what was received: no backup takes it along, and where a server dies the next
 * start clears it.
 */
record Staging(Path folder) implements AutoCloseable {
    static Staging in(Path data) throws IOException {
        Path all = Files.createDirectories(data.resolve(Upload.FOLDER));
        return new Staging(Files.createTempDirectory(all, "out-"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
