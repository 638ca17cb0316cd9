package flightline.audit;

import flightline.vault.LineKeys;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The log file. Several processes may append to one log: an entry is written under a file lock and forced to disk, and
 * the seal renewed, before {@link #append} returns. One object per process and folder, safe for several threads.
 *
 * <p>Where the log does not reach as far as its seal says, nothing more is appended: what cannot be accounted for is not
 * answered. {@link #reopen} begins anew, beside what is left.
 */
public final class AuditLog {
    /** What its lines are locked with, beneath the log's folder; kept by the vault. */
    public static final String LINE_KEYS = "lines.keys";

    private static final long LARGEST_PART = 64L << 20;
    /** Milliseconds, about. */
    private static final int TRIES = 60_000;

    /** A clock that is corrected by less is in order. */
    private static final Duration SET_BACK = Duration.ofSeconds(2);

    private static final String US = "flightline";
    private static final String SUBJECT = "audit log";

    private final Path folder;
    private final LogFiles files;
    private final Path lock;
    private final InstantSource clock;
    private final LineKeys lineKeys;
    private final LockedParts lockedParts;
    private final long largestPart;
    private Optional<Seal> trusted = Optional.empty();
    private boolean begun;

    /** One that is kept in the clear. Creates the folder where it is missing. */
    public AuditLog(Path folder, InstantSource clock) {
        this(folder, clock, LineKeys.clear());
    }

    /** One whose entries can be read by those alone to whom the vault opens; such as are there in the clear stay so until {@link #lockUp}. */
    public static AuditLog in(Path folder, InstantSource clock, Vault vault) {
        return new AuditLog(folder, clock, LineKeys.in(vault, folder.resolve(LINE_KEYS)));
    }

    private AuditLog(Path folder, InstantSource clock, LineKeys lineKeys) {
        this(folder, clock, lineKeys, LARGEST_PART);
    }

    /** One whose parts are closed at that many bytes. */
    AuditLog(Path folder, InstantSource clock, LineKeys lineKeys, long largestPart) {
        this.folder = folder;
        this.files = new LogFiles(folder);
        this.lock = folder.resolve("audit.lock");
        this.clock = clock;
        this.lineKeys = lineKeys;
        this.lockedParts = new LockedParts(files, lineKeys);
        this.largestPart = largestPart;
        try {
            Files.createDirectories(folder);
            this.begun = SealKeys.standIn(folder) || Files.exists(folder.resolve(Seal.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the audit folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T on(Tail tail, SealKeys keys) throws IOException;
    }

    /** Writes the event as the next entry and returns it; throws {@link UncheckedIOException} when it cannot be kept. */
    public synchronized AuditEntry append(AuditEvent event) {
        return locked((tail, keys) -> {
            tail.accountForStop();
            tail.closeIfLarge();
            tail.tellClock();
            return tail.write(event);
        });
    }

    /** Why nothing could be appended now; empty where it could. What a stop left behind is accounted for, else nothing is written. */
    public synchronized Optional<String> trouble() {
        try {
            locked((tail, keys) -> {
                tail.accountForStop();
                return tail;
            });
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Takes out all closed parts whose last entry is older than the limit, leaving a signed summary, and returns how many
     * entries went. The part that is written to stays.
     */
    public synchronized long retire(Instant limit, String who) {
        long gone = locked((tail, keys) -> {
            long retired = 0;
            for (Path part : files.closed()) {
                Retired summary = summary(part);
                if (!summary.to().isBefore(limit)) break;
                summary.signedWith(keys).writeTo(files.retiredAt(summary.last()));
                Files.delete(part);
                Files.deleteIfExists(files.coverAt(summary.last()));
                retired += summary.last() - summary.first() + 1;
            }
            return retired;
        });
        append(new AuditEvent("retire", who, SUBJECT, "done", Map.of("entries", Long.toString(gone))));
        return gone;
    }

    /**
     * Locks up what was written in the clear before there were keys, and returns how many entries that was. Their hashes stay as
     * they were; parts that are locked already stay as they are.
     */
    public synchronized long lockUp(String who) {
        long locked = locked((tail, keys) -> {
            tail.accountForStop();
            tail.closePart();
            long all = 0;
            for (Path part : files.closed()) if (!LogFiles.isLocked(part)) all += lockedParts.lockUp(part, keys);
            return all;
        });
        if (locked > 0) append(new AuditEvent("lock", who, SUBJECT, "done", Map.of("entries", Long.toString(locked))));
        return locked;
    }

    /**
     * Sets a log aside that can no longer be appended to, and begins anew with an entry that says so. Returns the folder
     * that holds what was set aside.
     */
    public synchronized Path reopen(String who, String why) {
        return Undisturbed.done(() -> begunAnew(who, why));
    }

    private Path begunAnew(String who, String why) {
        AuditVerdict verdict = verifiedOnThisThread(() -> AuditCheck.of(folder));
        String found = switch (verdict) {
            case AuditVerdict.Whole(var entries, var head, var sealed) ->
                "whole, " + entries + " entries, head " + head;
            case AuditVerdict.Broken(var file, var line, var reason) -> file + " line " + line + ": " + reason;
        };
        Path aside = folder.resolve(
                "set-aside-" + clock.instant().toString().replace(':', '-').replace('.', '-'));
        try (var guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = held(guard)) {
            if (!held.isValid()) throw new IOException("lost the lock on " + lock);
            Files.createDirectory(aside);
            var moved = new ArrayList<>(files.all());
            moved.addAll(files.retired());
            moved.addAll(files.covers());
            for (String name : List.of(Seal.FILE, SealKeys.PRIVATE_FILE, SealKeys.PUBLIC_FILE))
                if (Files.exists(folder.resolve(name))) moved.add(folder.resolve(name));
            for (Path file : moved) Files.move(file, aside.resolve(String.valueOf(file.getFileName())));
            begun = false;
            trusted = Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set the audit log aside: " + e.getMessage(), e);
        }
        onThisThread((tail, keys) -> tail.write(new AuditEvent(
                "reopen",
                who,
                SUBJECT,
                "begun anew",
                Map.of("found", found, "why", why, "set aside", aside.toString()))));
        return aside;
    }

    /** Hands every entry that is kept to the reader in order, without checking the chain. */
    public void read(Consumer<AuditEntry> reader) {
        try {
            for (Path file : files.all()) read(file, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Follows the chain from the first entry to the last. */
    public AuditVerdict verify() {
        return verified(() -> AuditCheck.of(folder));
    }

    /** The same by a public key that was kept elsewhere. */
    public AuditVerdict verify(PublicKey key) {
        return verified(() -> AuditCheck.of(folder, key));
    }

    /** While nobody appends, where that can be kept off. */
    private synchronized AuditVerdict verified(Supplier<AuditVerdict> check) {
        return Undisturbed.done(() -> verifiedOnThisThread(check));
    }

    private AuditVerdict verifiedOnThisThread(Supplier<AuditVerdict> check) {
        if (!Files.isWritable(folder)) return check.get();
        try (var guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = held(guard)) {
            if (!held.isValid()) throw new IOException("lost the lock on " + lock);
            return check.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Copies the log with its seal and keys into another folder, while nobody appends. */
    public synchronized void copyTo(Path into) {
        Undisturbed.done(() -> {
            copy(into);
            return into;
        });
    }

    private void copy(Path into) {
        try {
            Files.createDirectories(into);
            try (var guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = held(guard);
                    Stream<Path> all = Files.walk(folder)) {
                if (!held.isValid()) throw new IOException("lost the lock on " + lock);
                for (Path file : all.filter(f -> !f.equals(lock)).sorted().toList()) {
                    Path to = into.resolve(folder.relativize(file).toString());
                    if (Files.isDirectory(file)) Files.createDirectories(to);
                    else Files.copy(file, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The last entries, newest last. */
    public List<AuditEntry> latest(int count) {
        var window = new ArrayDeque<AuditEntry>();
        read(entry -> {
            window.addLast(entry);
            if (window.size() > count) window.removeFirst();
        });
        return List.copyOf(window);
    }

    private <T> T locked(Work<T> work) {
        return Undisturbed.done(() -> onThisThread(work));
    }

    private <T> T onThisThread(Work<T> work) {
        try (var guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = held(guard)) {
            if (!held.isValid()) throw new IOException("lost the lock on " + lock);
            SealKeys keys = keys();
            try (var tail = new Tail(keys)) {
                return work.on(tail, keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the audit log in " + folder + ": " + e.getMessage(), e);
        }
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

    private SealKeys keys() throws IOException {
        if (SealKeys.standIn(folder)) return SealKeys.read(folder);
        // A log that was there is not begun anew in silence: whoever took it away would go unnoticed.
        if (begun) throw new IOException("its keys were removed; run 'flightline audit verify'");
        SealKeys keys = SealKeys.make(folder);
        trusted = Optional.of(firstSeal(keys));
        begun = true;
        return keys;
    }

    /** A log that was never sealed, new or older than seals, gets a seal over what stands. */
    private Seal firstSeal(SealKeys keys) throws IOException {
        Tip last = Tip.NONE;
        if (Files.exists(files.active()))
            try (var log = new RandomAccessFile(files.active().toFile(), "r")) {
                last = last(log, LogEnd.whole(log));
            }
        Seal first = Seal.over(last.sequence(), last.hash(), keys);
        first.writeTo(folder, true);
        return first;
    }

    /** What this process wrote itself it need not check again. */
    private Seal seal(SealKeys keys) throws IOException {
        Path file = folder.resolve(Seal.FILE);
        Seal seal = Seal.in(folder)
                .orElseThrow(() -> new IOException("its seal " + file + " is missing; run 'flightline audit verify'"));
        if (seal.entries() < trusted.map(Seal::entries).orElse(0L))
            throw new IOException(
                    "it was put back to entry " + seal.entries() + ", behind what this process wrote (entry "
                            + trusted.map(Seal::entries).orElse(0L) + "); run 'flightline audit verify'");
        if (!trusted.equals(Optional.of(seal)) && !seal.isSignedBy(keys.publicKey()))
            throw new IOException(
                    "its seal " + file + " is not signed by the log's key; run 'flightline audit verify'");
        return seal;
    }

    /**
     * The last entry.
     *
     * @param time empty where the entry cannot be read, and where there is none
     */
    private record Tip(long sequence, String hash, Optional<Instant> time) {
        static final Tip NONE = new Tip(0, AuditCheck.GENESIS, Optional.empty());
    }

    private Tip last(RandomAccessFile log, long whole) throws IOException {
        if (whole > 0) return tip(LogEnd.last(log, whole));
        List<Path> closed = files.closed();
        if (closed.isEmpty()) return Tip.NONE;
        if (LogFiles.isLocked(closed.getLast())) {
            Cover cover = Cover.read(files.coverAt(LogFiles.lastOf(closed.getLast())));
            return new Tip(cover.last(), cover.head(), Optional.empty());
        }
        try (var part = new RandomAccessFile(closed.getLast().toFile(), "r")) {
            return part.length() == 0 ? Tip.NONE : tip(LogEnd.last(part, part.length()));
        }
    }

    /** An administrator's change of keys is told in a log that nobody can read at that moment. */
    private Tip tip(String line) throws IOException {
        AuditLine.Link link = AuditLine.follow(line);
        boolean readable = AuditLine.isClear(line) || !lineKeys.areClear();
        return new Tip(
                link.sequence(),
                link.hash(),
                readable ? Optional.of(AuditLine.read(line, lineKeys).time()) : Optional.empty());
    }

    private Retired summary(Path part) throws IOException {
        var counts = new TreeMap<String, Long>();
        var ends = new ArrayDeque<AuditEntry>();
        read(part, entry -> {
            counts.merge(entry.event().kind() + ": " + entry.event().outcome(), 1L, Long::sum);
            if (ends.size() > 1) ends.removeLast();
            ends.addLast(entry);
        });
        AuditEntry first = ends.getFirst();
        AuditEntry last = ends.getLast();
        return new Retired(
                first.sequence(),
                last.sequence(),
                first.time(),
                last.time(),
                first.previous(),
                last.hash(),
                counts,
                "");
    }

    private void read(Path file, Consumer<AuditEntry> reader) throws IOException {
        if (LogFiles.isLocked(file)) {
            lockedParts.read(file, line -> reader.accept(AuditLine.read(line, lineKeys)));
            return;
        }
        try (var lines = new LogLines(file)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next())
                reader.accept(AuditLine.read(line.get(), lineKeys));
        }
    }

    /** The end of the log, under the lock. */
    private final class Tail implements AutoCloseable {
        private final SealKeys keys;
        private RandomAccessFile log;
        private Seal seal;
        private Tip last;
        private final long torn;
        private final boolean stopped;

        /** Throws {@link IOException} where the log does not hold what its seal says. */
        Tail(SealKeys keys) throws IOException {
            this.keys = keys;
            this.seal = seal(keys);
            this.log = new RandomAccessFile(files.active().toFile(), "rw");
            try {
                long whole = LogEnd.whole(log);
                this.last = last(log, whole);
                long entries = last.sequence();
                String head = last.hash();
                if (!seal.fits(entries, head))
                    throw new IOException(
                            "it ends with entry " + entries + ", which is not where its seal says it does (entry "
                                    + seal.entries() + "); run 'flightline audit verify'");
                this.torn = log.length() - whole;
                this.stopped = entries > seal.entries();
                if (torn > 0) log.setLength(whole);
                if (stopped) seal = Seal.over(entries, head, keys);
            } catch (IOException e) {
                log.close();
                throw e;
            }
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

        void closeIfLarge() throws IOException {
            if (log.length() >= largestPart) closePart();
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
            seal.announcing(entry.hash(), keys).writeTo(folder, true);
            var channel = log.getChannel();
            channel.position(channel.size());
            var bytes = ByteBuffer.wrap((next.line() + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(false);
            seal = Seal.over(entry.sequence(), entry.hash(), keys);
            seal.writeTo(folder, false);
            trusted = Optional.of(seal);
            last = new Tip(entry.sequence(), entry.hash(), Optional.of(entry.time()));
            return entry;
        }

        private void note(String kind, String outcome, Map<String, String> details) throws IOException {
            write(new AuditEvent(kind, US, SUBJECT, outcome, details));
        }

        @Override
        public void close() throws IOException {
            log.close();
        }
    }
}
