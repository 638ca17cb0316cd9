package flightline.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import flightline.vault.UnpackedFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cedar's native library: loaded at first use, once for the whole process. */
final class CedarLibrary {
    private static final String NAME = "cedar_java_ffi";

    private static final long UNPACKED = 12L << 20;

    private CedarLibrary() {}

    /**
     * Throws {@link PolicyFault} where the library cannot be loaded.
     *
     * @param folder into which it is unpacked, 12 MB, and found again at the next start; absent for the folder for temporary files
     */
    static synchronized BasicAuthorizationEngine load(Optional<Path> folder) {
        String where = folder.map(Path::toString).orElse("the folder for temporary files");
        try {
            return folder.isPresent() ? unpackedInto(folder.get()) : new BasicAuthorizationEngine();
        } catch (FileSystemException e) {
            throw new PolicyFault(
                    "the library of the policy engine cannot be unpacked: the folder " + where + " cannot be written"
                            + (e.getReason() == null ? "" : " (" + e.getReason() + ")"),
                    e);
        } catch (IOException | LinkageError e) {
            throw new PolicyFault(
                    "the library of the policy engine cannot be loaded from " + where + ": " + reason(e)
                            + (full(folder)
                                    ? "; the disk is full there"
                                    : "; programs must be allowed to run from there"),
                    e);
        }
    }

    private static boolean full(Optional<Path> folder) {
        try {
            return folder.isPresent() && Files.getFileStore(folder.get()).getUsableSpace() < UNPACKED;
        } catch (IOException unknown) {
            return false;
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
            var unpacked = new UnpackedFiles(folder);
            if (!unpacked.fit()) clear(folder);
            var engine = new BasicAuthorizationEngine();
            // Its own loader compares where it came from, not what it is, and replaces it with another version of
            // itself.
            List<String> names = names(folder);
            if (!names.isEmpty() && !unpacked.fit()) unpacked.note(names);
            return engine;
        } catch (FileSystemException unwritable) {
            // On a disk that went read-only what lies there still serves, where it is what was unpacked, and nobody
            // else writes.
            if (new UnpackedFiles(folder).fit()) return new BasicAuthorizationEngine();
            throw unwritable;
        }
    }

    private static void clear(Path folder) throws IOException {
        for (String name : names(folder)) Files.deleteIfExists(folder.resolve(name));
    }

    /** The library and what its loader noted of it. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains(NAME))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable String reason(Throwable e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
