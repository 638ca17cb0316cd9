package flightline.audit;

import flightline.vault.LineKeys;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last entry of a log.
 *
 * @param sequence 0 where there is none
 * @param time empty where the entry cannot be read, and where there is none
 */
record Tip(long sequence, String hash, Optional<Instant> time) {
    static final Tip NONE = new Tip(0, AuditCheck.GENESIS, Optional.empty());

    /**
     * Where the log ends.
     *
     * @param log the part that is written to
     * @param whole its bytes up to the end of its last whole line
     */
    static Tip of(RandomAccessFile log, long whole, LogFiles files, LineKeys lineKeys) throws IOException {
        return whole > 0 ? of(LogEnd.last(log, whole), lineKeys) : ofClosed(files, lineKeys);
    }

    /** Where the parts end that are closed. */
    static Tip ofClosed(LogFiles files, LineKeys lineKeys) throws IOException {
        List<Path> closed = files.closed();
        if (closed.isEmpty()) return NONE;
        if (LogFiles.isLocked(closed.getLast())) {
            Cover cover = Cover.read(files.coverAt(LogFiles.lastOf(closed.getLast())));
            return new Tip(cover.last(), cover.head(), Optional.empty());
        }
        try (var part = new RandomAccessFile(closed.getLast().toFile(), "r")) {
            return part.length() == 0 ? NONE : of(LogEnd.last(part, part.length()), lineKeys);
        }
    }

    /** An administrator's change of keys is told in a log that nobody can read at that moment. */
    private static Tip of(String line, LineKeys lineKeys) throws IOException {
        AuditLine.Link link = AuditLine.follow(line);
        boolean readable = AuditLine.isClear(line) || !lineKeys.areClear();
        return new Tip(
                link.sequence(),
                link.hash(),
                readable ? Optional.of(AuditLine.read(line, lineKeys).time()) : Optional.empty());
    }
}
