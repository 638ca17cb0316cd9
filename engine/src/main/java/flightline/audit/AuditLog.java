package flightline.audit;

import flightline.corpus.ContentHash;
import flightline.vault.LineKeys;
import flightline.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
    /** Bytes on the disk that an entry with its seal may need. */
    private static final long ENTRY = 64L << 10;

    static final String SUBJECT = "audit log";

    private final Path folder;
    private final LogFiles files;
    private final LogLock lock;
    private final SealWatch seals;
    private final InstantSource clock;
    private final LineKeys lineKeys;
    private final LockedParts lockedParts;
    private final long largestPart;
    private final Accountable accountable;

    /** One that is kept in the clear. Creates the folder where it is missing. */
    public AuditLog(Path folder, InstantSource clock) {
        this(folder, clock, LineKeys.clear());
    }

    /** One whose entries can be read by those alone to whom the vault opens; such as are there in the clear stay so until {@link #lockUp}. */
    public static AuditLog in(Path folder, InstantSource clock, Vault vault) {
        return new AuditLog(folder, clock, LineKeys.in(vault, folder.resolve(LINE_KEYS)));
    }

    /** That of a data folder, which is missed where the folder holds what must have entries. */
    public static AuditLog ofDataFolder(Path root, InstantSource clock, Vault vault) {
        Path folder = root.resolve("audit");
        return new AuditLog(
                folder, clock, LineKeys.in(vault, folder.resolve(LINE_KEYS)), LARGEST_PART, Accountable.beneath(root));
    }

    private AuditLog(Path folder, InstantSource clock, LineKeys lineKeys) {
        this(folder, clock, lineKeys, LARGEST_PART);
    }

    /** One whose parts are closed at that many bytes. */
    AuditLog(Path folder, InstantSource clock, LineKeys lineKeys, long largestPart) {
        this(folder, clock, lineKeys, largestPart, Accountable.nothing());
    }

    private AuditLog(Path folder, InstantSource clock, LineKeys lineKeys, long largestPart, Accountable accountable) {
        this.folder = folder;
        this.files = new LogFiles(folder);
        this.lock = new LogLock(folder);
        this.clock = clock;
        this.lineKeys = lineKeys;
        this.lockedParts = new LockedParts(files, lineKeys);
        this.seals = new SealWatch(folder, files, lineKeys);
        this.largestPart = largestPart;
        this.accountable = accountable;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AuditTrouble("cannot make the audit folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T on(LogTail tail, SealKeys keys) throws IOException;
    }

    /**
     * Seals a log that was never begun, so that from now on it is missed where it is gone. Where it is missing already that is
     * told, and the next entry is preceded by one that says so.
     *
     * @return what is missing, in words; empty where all is well
     */
    public synchronized Optional<String> begin() {
        Optional<String> gone = missing();
        if (gone.isPresent() || !isEmpty() || accountable.found().isPresent()) return gone;
        Undisturbed.done(() -> {
            try {
                // Another process may have begun it meanwhile.
                return lock.during(() -> isEmpty() ? Optional.of(seals.begin()) : Optional.<Seal>empty());
            } catch (IOException e) {
                throw new AuditTrouble("cannot begin the audit log in " + folder + ": " + e.getMessage(), e);
            }
        });
        return Optional.empty();
    }

    /** That the log is gone, in words; empty where it is there, and where there is nothing that it would have to tell of. */
    public Optional<String> missing() {
        if (!isEmpty() || SealKeys.standIn(folder)) return Optional.empty();
        return accountable
                .found()
                .map(held -> "the log is missing, though the data folder holds what it must tell of: " + held);
    }

    private boolean isEmpty() {
        try {
            return files.all().isEmpty() && files.retired().isEmpty() && !Files.exists(folder.resolve(Seal.FILE));
        } catch (IOException e) {
            throw new AuditTrouble("cannot read the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Writes the event as the next entry and returns it; throws {@link AuditTrouble} when it cannot be kept. */
    public synchronized AuditEntry append(AuditEvent event) {
        return locked((tail, keys) -> {
            tail.accountForStop();
            tail.closeIfLarge(largestPart);
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
            // A log that is in order takes no entry either while the disk is full.
            long room = Files.getFileStore(folder).getUsableSpace();
            return room >= ENTRY
                    ? Optional.empty()
                    : Optional.of(
                            "no entry can be written: " + (room >> 10) + " KiB are free on the disk of " + folder);
        } catch (IOException e) {
            return Optional.of("cannot tell the free space of " + folder + ": " + e.getMessage());
        } catch (AuditTrouble e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Takes out all closed parts whose latest entry is older than the limit, leaving a signed summary, and returns how many
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
        AuditVerdict verdict = verifiedOnThisThread(() -> missed().orElseGet(() -> AuditCheck.of(folder)));
        String found = switch (verdict) {
            case AuditVerdict.Whole(var entries, var head, var sealed) ->
                "whole, " + entries + " entries, head " + head;
            case AuditVerdict.Broken(var file, var line, var reason) -> file + " line " + line + ": " + reason;
        };
        Path aside = folder.resolve(
                "set-aside-" + clock.instant().toString().replace(':', '-').replace('.', '-'));
        try {
            lock.during(() -> setAside(aside));
        } catch (IOException e) {
            throw new AuditTrouble("cannot set the audit log aside: " + e.getMessage(), e);
        }
        onThisThread(
                Optional::empty,
                (tail, keys) -> tail.write(new AuditEvent(
                        "reopen",
                        who,
                        SUBJECT,
                        "begun anew",
                        Map.of("found", found, "why", why, "set aside", aside.toString()))));
        return aside;
    }

    private Path setAside(Path aside) throws IOException {
        Files.createDirectory(aside);
        var moved = new ArrayList<>(files.all());
        moved.addAll(files.retired());
        moved.addAll(files.covers());
        for (String name : List.of(Seal.FILE, SealKeys.PRIVATE_FILE, SealKeys.PUBLIC_FILE))
            if (Files.exists(folder.resolve(name))) moved.add(folder.resolve(name));
        for (Path file : moved) Files.move(file, aside.resolve(String.valueOf(file.getFileName())));
        seals.forget();
        return aside;
    }

    /**
     * Which log this is, for numbers of entries are the same in all: the first twelve digits of the SHA-256 of its file {@code audit.pub}.
     * Empty before its first entry.
     */
    public String name() {
        Path key = folder.resolve(SealKeys.PUBLIC_FILE);
        try {
            return Files.exists(key) ? ContentHash.of(Files.readAllBytes(key)).brief() : "";
        } catch (IOException e) {
            throw new AuditTrouble("cannot read " + key + ": " + e.getMessage(), e);
        }
    }

    /** Hands every entry that is kept to the reader in order, without checking the chain. */
    public void read(Consumer<AuditEntry> reader) {
        try {
            for (Path file : files.all()) read(file, reader);
        } catch (IOException e) {
            throw new AuditTrouble("cannot read the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Follows the chain from the first entry to the last. */
    public AuditVerdict verify() {
        return verified(() -> missed().orElseGet(() -> AuditCheck.of(folder)));
    }

    /** The same by a public key that was kept elsewhere. */
    public AuditVerdict verify(PublicKey key) {
        return verified(() -> missed().orElseGet(() -> AuditCheck.of(folder, key)));
    }

    private Optional<AuditVerdict> missed() {
        return missing().map(why -> new AuditVerdict.Broken(files.active().toString(), 1, why));
    }

    /** While nobody appends, where that can be kept off. */
    private synchronized AuditVerdict verified(Supplier<AuditVerdict> check) {
        return Undisturbed.done(() -> verifiedOnThisThread(check));
    }

    private AuditVerdict verifiedOnThisThread(Supplier<AuditVerdict> check) {
        if (!Files.isWritable(folder)) return check.get();
        try {
            return lock.during(check::get);
        } catch (IOException e) {
            throw new AuditTrouble("cannot read the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Copies the log with its seal and keys into another folder, while nobody appends. */
    public synchronized void copyTo(Path into) {
        Undisturbed.done(() -> {
            try {
                Files.createDirectories(into);
                return lock.during(() -> copied(into));
            } catch (IOException e) {
                throw new AuditTrouble("cannot copy the audit log in " + folder + ": " + e.getMessage(), e);
            }
        });
    }

    private Path copied(Path into) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(f -> !lock.is(f)).sorted().toList()) {
                Path to = into.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
        return into;
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
        return Undisturbed.done(() -> onThisThread(this::missing, work));
    }

    /** @param missing asked for what must be accounted for before the first entry */
    private <T> T onThisThread(Supplier<Optional<String>> missing, Work<T> work) {
        try {
            return lock.during(() -> {
                Optional<String> gone = seals.isBegun() ? Optional.empty() : missing.get();
                SealKeys keys = seals.keys();
                try (var tail = new LogTail(files, lineKeys, clock, seals, keys)) {
                    if (gone.isPresent()) tail.accountForLoss(gone.get());
                    return work.on(tail, keys);
                }
            });
        } catch (IOException e) {
            throw new AuditTrouble("cannot write the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Retired summary(Path part) throws IOException {
        var counts = new TreeMap<String, Long>();
        var ends = new ArrayDeque<AuditEntry>();
        // The last entry is not the latest where the clock was set back.
        var times = new TreeSet<Instant>();
        read(part, entry -> {
            times.add(entry.time());
            if (times.size() > 2) times.remove(times.higher(times.first()));
            counts.merge(entry.event().kind() + ": " + entry.event().outcome(), 1L, Long::sum);
            if (ends.size() > 1) ends.removeLast();
            ends.addLast(entry);
        });
        AuditEntry first = ends.getFirst();
        AuditEntry last = ends.getLast();
        return new Retired(
                first.sequence(),
                last.sequence(),
                times.first(),
                times.last(),
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
}
