package flightline.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cedar's native library: loaded at first use, once for the whole process. */
final class CedarLibrary {
    private CedarLibrary() {}

    /**
     * Throws {@link PolicyFault} where the library cannot be loaded.
     *
     * @param folder into which it is unpacked, 12 MB, and found again at the next start; absent for the folder for temporary files
     */
    static synchronized BasicAuthorizationEngine load(Optional<Path> folder) {
        try {
            return folder.isPresent() ? unpackedInto(folder.get()) : new BasicAuthorizationEngine();
        } catch (IOException | LinkageError e) {
            String where = folder.map(Path::toString).orElse("the folder for temporary files");
            throw new PolicyFault(
                    "the library of the policy engine cannot be loaded from " + where + ": " + reason(e)
                            + "; programs must be allowed to run from there",
                    e);
        }
    }

    private static BasicAuthorizationEngine unpackedInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        // The only doors that the library's own loader has; it looks at them when its classes are first used.
        System.setProperty("jne.extract.dir", folder.toString());
        System.setProperty("jne.cleanup.extracted", "false");
        // Two processes that start together must not load what the other has half written.
        try (var channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()) throw new IOException("the lock in " + folder + " was lost");
            return new BasicAuthorizationEngine();
        }
    }

    private static @Nullable String reason(Throwable e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
