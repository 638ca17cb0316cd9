package flightline.audit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps everybody else off a log, in this process and in others. */
final class LogLock {
    /** Milliseconds, about. */
    private static final int TRIES = 60_000;

    private final Path folder;
    private final Path file;

    /** @param folder of the log; must be there when the lock is taken */
    LogLock(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("audit.lock");
    }

    interface Work<T> {
        T done() throws IOException;
    }

    /** Does the work while nobody else writes. */
    <T> T during(Work<T> work) throws IOException {
        if (!Files.isDirectory(folder)) throw new IOException("the folder is gone; run 'flightline audit verify'");
        try (var guard = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = held(guard)) {
            if (!held.isValid()) throw new IOException("lost the lock on " + file);
            return work.done();
        }
    }

    /** Whether a file of the folder is the lock itself and nothing of the log. */
    boolean is(Path other) {
        return other.equals(file);
    }

    /** Waits also for another log of this process over the same folder, from which the system's locks do not keep one apart. */
    private static FileLock held(FileChannel guard) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return guard.lock();
            } catch (OverlappingFileLockException own) {
                if (tries == TRIES) throw new IOException("another log of this process holds it for too long", own);
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
