package flightline.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The log file. Several processes may append to one log: an entry is written under a file lock and forced to disk
 * before {@link #append} returns. One object per process and folder, safe for several threads.
 */
public final class AuditLog {
    private static final String GENESIS = "0".repeat(64);
    private static final int TAIL = 1 << 16;

    private final Path file;
    private final Path lock;
    private final InstantSource clock;

    /** Creates the folder where it is missing. */
    public AuditLog(Path folder, InstantSource clock) {
        this.file = folder.resolve("audit.jsonl");
        this.lock = folder.resolve("audit.lock");
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the audit folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Writes the event as the next entry and returns it; throws {@link UncheckedIOException} when it cannot be kept. */
    public synchronized AuditEntry append(AuditEvent event) {
        try (var guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = guard.lock();
                var log = new RandomAccessFile(file.toFile(), "rw")) {
            if (!held.isValid()) throw new IOException("lost the lock on " + lock);
            long torn = cutTornTail(log);
            Optional<AuditEntry> last = last(log);
            if (torn > 0) {
                var notice = new AuditEvent(
                        "recovered", "flightline", "audit log", "torn entry cut", Map.of("bytes", Long.toString(torn)));
                last = Optional.of(write(log, notice, last));
            }
            return write(log, event, last);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the audit log " + file + ": " + e.getMessage(), e);
        }
    }

    /** Hands every entry to the reader in order, without checking the chain. */
    public void read(Consumer<AuditEntry> reader) {
        if (!Files.exists(file)) return;
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(AuditLine::read).forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the audit log " + file + ": " + e.getMessage(), e);
        }
    }

    /** Follows the chain from the first entry to the last. */
    public AuditVerdict verify() {
        if (!Files.exists(file)) return new AuditVerdict.Whole(0, GENESIS);
        try (Stream<String> lines = Files.lines(file)) {
            long line = 0;
            String previous = GENESIS;
            for (String text : (Iterable<String>) lines::iterator) {
                line++;
                AuditEntry entry;
                try {
                    entry = AuditLine.read(text);
                } catch (IllegalArgumentException e) {
                    return new AuditVerdict.Broken(file.toString(), line, String.valueOf(e.getMessage()));
                }
                if (entry.sequence() != line)
                    return new AuditVerdict.Broken(
                            file.toString(),
                            line,
                            "entry " + entry.sequence() + " stands where entry " + line + " belongs");
                if (!entry.previous().equals(previous))
                    return new AuditVerdict.Broken(
                            file.toString(), line, "the entry does not follow from the one before");
                previous = entry.hash();
            }
            return new AuditVerdict.Whole(line, previous);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the audit log " + file + ": " + e.getMessage(), e);
        }
    }

    private AuditEntry write(RandomAccessFile log, AuditEvent event, Optional<AuditEntry> last) throws IOException {
        var entry = AuditLine.chain(
                last.map(AuditEntry::sequence).orElse(0L) + 1,
                clock.instant(),
                event,
                last.map(AuditEntry::hash).orElse(GENESIS));
        var channel = log.getChannel();
        channel.position(channel.size());
        var bytes = ByteBuffer.wrap((AuditLine.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(false);
        return entry;
    }

    /** A process killed while writing leaves half a line; it was never answered for, so it is cut. Returns the bytes cut. */
    private static long cutTornTail(RandomAccessFile log) throws IOException {
        long size = log.length();
        if (size == 0) return 0;
        long keep = lastLineFeed(log, size) + 1;
        if (keep < size) log.setLength(keep);
        return size - keep;
    }

    private static Optional<AuditEntry> last(RandomAccessFile log) throws IOException {
        long size = log.length();
        if (size == 0) return Optional.empty();
        long start = lastLineFeed(log, size - 1) + 1;
        byte[] line = new byte[(int) (size - 1 - start)];
        log.seek(start);
        log.readFully(line);
        try {
            return Optional.of(AuditLine.read(new String(line, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "its last entry was altered (" + e.getMessage() + "); run 'flightline audit verify'", e);
        }
    }

    /** Offset of the last line feed before {@code end}, or -1. */
    private static long lastLineFeed(RandomAccessFile log, long end) throws IOException {
        for (long to = end; to > 0; to -= TAIL) {
            long from = Math.max(0, to - TAIL);
            byte[] piece = new byte[(int) (to - from)];
            log.seek(from);
            log.readFully(piece);
            for (int i = piece.length - 1; i >= 0; i--) if (piece[i] == '\n') return from + i;
        }
        return -1;
    }

    /** The last entries, newest last. */
    public List<AuditEntry> latest(int count) {
        var window = new java.util.ArrayDeque<AuditEntry>();
        read(entry -> {
            window.addLast(entry);
            if (window.size() > count) window.removeFirst();
        });
        return List.copyOf(window);
    }
}
