package flightline.audit;

import flightline.vault.LineKeys;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The end of a log, where it is written to; held under the log's lock. */
final class LogTail implements AutoCloseable {
    /** A clock that is corrected by less is in order. */
    private static final Duration SET_BACK = Duration.ofSeconds(2);

    private static final String US = "flightline";

    private final LogFiles files;
    private final LineKeys lineKeys;
    private final InstantSource clock;
    private final SealWatch seals;
    private final SealKeys keys;
    private RandomAccessFile log;
    private Seal seal;
    private Tip last;
    private final long torn;
    private final boolean stopped;

    /** Throws {@link IOException} where the log does not hold what its seal says. */
    LogTail(LogFiles files, LineKeys lineKeys, InstantSource clock, SealWatch seals, SealKeys keys) throws IOException {
        this.files = files;
        this.lineKeys = lineKeys;
        this.clock = clock;
        this.seals = seals;
        this.keys = keys;
        this.seal = seals.seal(keys);
        // Opening makes the file: in place of one that was taken away an empty one would stand.
        if (!Files.exists(files.active())) checkEnd(Tip.ofClosed(files, lineKeys), seal);
        this.log = new RandomAccessFile(files.active().toFile(), "rw");
        try {
            long whole = LogEnd.whole(log);
            this.last = Tip.of(log, whole, files, lineKeys);
            checkEnd(last, seal);
            long entries = last.sequence();
            String head = last.hash();
            this.torn = log.length() - whole;
            this.stopped = entries > seal.entries();
            if (torn > 0) log.setLength(whole);
            if (stopped) seal = Seal.over(entries, head, keys);
        } catch (IOException e) {
            log.close();
            throw e;
        }
    }

    private static void checkEnd(Tip last, Seal seal) throws IOException {
        if (!seal.fits(last.sequence(), last.hash()))
            throw new IOException("it ends with entry " + last.sequence()
                    + ", which is not where its seal says it does (entry " + seal.entries()
                    + "); run 'flightline audit verify'");
    }

    /** There was a log before this one. */
    void accountForLoss(String found) throws IOException {
        note("recovered", "begun anew", Map.of("found", found));
    }

    /** A process killed while writing leaves half a line, or an entry whose writing was announced only. */
    void accountForStop() throws IOException {
        if (torn > 0) note("recovered", "torn entry cut", Map.of("bytes", Long.toString(torn)));
        if (stopped) note("recovered", "stopped behind an entry", Map.of("entry", Long.toString(seal.entries())));
    }

    void tellClock() throws IOException {
        var now = clock.instant();
        Optional<Instant> before = last.time();
        if (before.isEmpty() || !now.isBefore(before.get().minus(SET_BACK))) return;
        long seconds = Duration.between(now, before.get()).toSeconds();
        note("clock", "set back", Map.of("seconds", Long.toString(seconds)));
    }

    /** @param largest bytes at which a part is closed */
    void closeIfLarge(long largest) throws IOException {
        if (log.length() >= largest) closePart();
    }

    void closePart() throws IOException {
        if (log.length() == 0) return;
        log.close();
        Files.move(files.active(), files.closedAt(seal.entries()));
        log = new RandomAccessFile(files.active().toFile(), "rw");
    }

    AuditEntry write(AuditEvent event) throws IOException {
        var next = AuditLine.chain(seal.entries() + 1, clock.instant(), event, seal.head(), lineKeys);
        AuditEntry entry = next.entry();
        seals.announce(seal, entry.hash(), keys);
        var channel = log.getChannel();
        channel.position(channel.size());
        var bytes = ByteBuffer.wrap((next.line() + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(false);
        seal = seals.renew(entry, keys);
        last = new Tip(entry.sequence(), entry.hash(), Optional.of(entry.time()));
        return entry;
    }

    private void note(String kind, String outcome, Map<String, String> details) throws IOException {
        write(new AuditEvent(kind, US, AuditLog.SUBJECT, outcome, details));
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
