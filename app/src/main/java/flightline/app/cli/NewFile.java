package flightline.app.cli;

import flightline.app.view.BadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a verb writes for the one who asked.
 *
 * @param force whether one of that name is replaced
 */
record NewFile(Path file, boolean force) {
    /** Says early that it cannot be written, before the work is done. */
    void free() {
        if (!force && Files.exists(file)) throw new BadRequest("'" + file + "' is there already; --force replaces it");
    }

    void write(byte[] bytes) {
        free();
        OpenOption[] ways = force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Files.write(file, bytes, ways);
        } catch (FileAlreadyExistsException e) {
            throw new BadRequest("'" + file + "' is there already; --force replaces it");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write '" + file + "': " + e.getMessage(), e);
        }
    }
}
