package flightline.audit;

import flightline.corpus.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * Follows a log from its first entry to its last. Needs the files and the public key alone, so that a copy can be
 * checked on another machine.
 */
public final class AuditCheck {
    static final String GENESIS = "0".repeat(64);

    private final Path folder;
    private final LogFiles files;
    private final Optional<PublicKey> key;
    private Optional<Seal> seal = Optional.empty();
    private long entries;
    private String previous = GENESIS;

    private AuditCheck(Path folder, Optional<PublicKey> key) {
        this.folder = folder;
        this.files = new LogFiles(folder);
        this.key = key;
    }

    /** By the key that stands in the log's own folder. */
    public static AuditVerdict of(Path folder) {
        Path own = folder.resolve(SealKeys.PUBLIC_FILE);
        Optional<PublicKey> key = Files.exists(own) ? Optional.of(SealKeys.publicKey(own)) : Optional.empty();
        return new AuditCheck(folder, key).verdict();
    }

    /** By a key that was kept elsewhere: whoever changed the folder's own key is found too. */
    public static AuditVerdict of(Path folder, PublicKey key) {
        return new AuditCheck(folder, Optional.of(key)).verdict();
    }

    private AuditVerdict verdict() {
        try {
            seal = Seal.in(folder);
            Optional<AuditVerdict> broken = retired();
            if (broken.isEmpty()) broken = parts();
            if (broken.isEmpty()) broken = end();
            return broken.orElseGet(() -> new AuditVerdict.Whole(entries, previous, seal.isPresent()));
        } catch (IOException e) {
            throw new AuditTrouble("cannot read the audit log in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Optional<AuditVerdict> retired() throws IOException {
        for (Path file : files.retired()) {
            Retired gone;
            try {
                gone = Retired.read(file);
            } catch (IOException e) {
                return broken(file, 1, String.valueOf(e.getMessage()));
            }
            if (key.isEmpty() || !gone.isSignedBy(key.get()))
                return broken(file, 1, "the summary of retired entries is not signed by the log's key");
            if (gone.first() != entries + 1 || !gone.previous().equals(previous))
                return broken(file, 1, "the retired entries do not follow from those before");
            entries = gone.last();
            previous = gone.head();
        }
        return Optional.empty();
    }

    private Optional<AuditVerdict> parts() throws IOException {
        for (Path file : files.all()) {
            if (isRetired(file)) continue;
            Optional<AuditVerdict> broken = LogFiles.isLocked(file) ? locked(file) : part(file);
            if (broken.isPresent()) return broken;
        }
        return Optional.empty();
    }

    /** A part that stands still though its summary is written: the process was stopped before it could be deleted. */
    private boolean isRetired(Path file) {
        return !file.equals(files.active()) && LogFiles.lastOf(file) <= entries;
    }

    /** A part that cannot be followed line by line without a key: its cover says what it must be. */
    private Optional<AuditVerdict> locked(Path file) throws IOException {
        Cover cover;
        try {
            cover = Cover.read(files.coverAt(LogFiles.lastOf(file)));
        } catch (IOException e) {
            return broken(file, 1, String.valueOf(e.getMessage()));
        }
        if (key.isEmpty() || !cover.isSignedBy(key.get()))
            return broken(file, 1, "the cover of the locked part is not signed by the log's key");
        if (cover.first() != entries + 1 || !cover.previous().equals(previous))
            return broken(file, 1, "the locked part does not follow from what is before it");
        if (cover.last() != LogFiles.lastOf(file)
                || !cover.sha256()
                        .equals(ContentHash.of(Files.readAllBytes(file)).hex()))
            return broken(file, 1, "the locked part is not the one that was covered");
        entries = cover.last();
        previous = cover.head();
        return Optional.empty();
    }

    private Optional<AuditVerdict> part(Path file) throws IOException {
        long line = 0;
        try (var lines = new LogLines(file)) {
            for (var text = lines.next(); text.isPresent(); text = lines.next()) {
                line++;
                if (lines.isTorn() && isLeftByStop(file)) return Optional.empty();
                AuditLine.Link entry;
                try {
                    entry = AuditLine.follow(text.get());
                } catch (IllegalArgumentException e) {
                    return broken(file, line, String.valueOf(e.getMessage()));
                }
                Optional<String> wrong = wrong(entry);
                if (wrong.isPresent()) return broken(file, line, wrong.get());
                if (lines.isTorn()) return broken(file, line, "the entry does not end with its line feed");
                entries++;
                previous = entry.hash();
            }
        }
        return Optional.empty();
    }

    /** Half a line, of a process killed while it wrote what it had announced; the next entry takes its place. */
    private boolean isLeftByStop(Path file) {
        return file.equals(files.active())
                && seal.filter(s -> s.entries() == entries && !s.announced().isEmpty())
                        .isPresent();
    }

    private Optional<String> wrong(AuditLine.Link entry) {
        if (entry.sequence() != entries + 1)
            return Optional.of("entry " + entry.sequence() + " stands where entry " + (entries + 1) + " belongs");
        if (!entry.previous().equals(previous)) return Optional.of("the entry does not follow from the one before");
        return Optional.empty();
    }

    private Optional<AuditVerdict> end() throws IOException {
        Path file = folder.resolve(Seal.FILE);
        if (key.isEmpty() && seal.isEmpty()) return Optional.empty();
        if (seal.isEmpty()) return broken(file, 1, "the seal of the log is missing");
        if (key.isEmpty()) return broken(file, 1, "the key that the log was sealed with is missing");
        Seal stated = seal.get();
        if (!stated.isSignedBy(key.get())) return broken(file, 1, "the seal is not signed by the log's key");
        if (entries < stated.entries()) {
            Path last = lastFile();
            long lines = Files.exists(last) ? countLines(last) : 0;
            return broken(
                    last,
                    lines + 1,
                    "entry " + (entries + 1) + " and all after it, up to " + stated.entries() + ", are cut off");
        }
        if (stated.fits(entries, previous)) return Optional.empty();
        if (entries == stated.entries())
            return broken(lastFile(), countLines(lastFile()), "entry " + entries + " is not the one that was sealed");
        return foreign(stated);
    }

    /** Entries that follow from one another, and yet nobody announced them. */
    private Optional<AuditVerdict> foreign(Seal stated) throws IOException {
        Path last = lastFile();
        long line = countLines(last) - (entries - stated.entries()) + 1;
        return broken(last, line, "entry " + (stated.entries() + 1) + " was never announced by the seal");
    }

    private Path lastFile() throws IOException {
        List<Path> all = files.all();
        return all.isEmpty() ? files.active() : all.getLast();
    }

    private static long countLines(Path file) throws IOException {
        long count = 0;
        try (var lines = new LogLines(file)) {
            while (lines.next().isPresent()) count++;
        }
        return count;
    }

    private static Optional<AuditVerdict> broken(Path file, long line, String reason) {
        return Optional.of(new AuditVerdict.Broken(file.toString(), line, reason));
    }
}
