package flightline.audit;

import flightline.corpus.ContentHash;
import flightline.vault.LineKeys;
import flightline.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Closed parts that were written in the clear: each line is locked as it stands, and a {@link Cover} says what it was. */
final class LockedParts {
    private final LogFiles files;
    private final LineKeys keys;

    LockedParts(LogFiles files, LineKeys keys) {
        this.files = files;
        this.keys = keys;
    }

    /** Takes a line as it was written. */
    interface Lines {
        void take(String line) throws IOException;
    }

    /** Locks a part up and returns how many entries it has; 0 where none of them is in the clear. */
    long lockUp(Path part, SealKeys seals) throws IOException {
        var lines = new ArrayList<String>();
        try (var all = new LogLines(part)) {
            for (var line = all.next(); line.isPresent(); line = all.next()) lines.add(line.get());
        }
        if (lines.stream().noneMatch(AuditLine::isClear)) return 0;
        AuditLine.Link first = AuditLine.follow(lines.getFirst());
        AuditLine.Link last = AuditLine.follow(lines.getLast());
        var locked = new StringBuilder();
        for (int i = 0; i < lines.size(); i++)
            locked.append(keys.lock(lines.get(i), place(first.sequence() + i))).append('\n');
        byte[] bytes = locked.toString().getBytes(StandardCharsets.UTF_8);
        Cover cover = new Cover(
                        first.sequence(),
                        last.sequence(),
                        first.previous(),
                        last.hash(),
                        ContentHash.of(bytes).hex(),
                        "")
                .signedWith(seals);
        Vault.clear().write(files.lockedAt(last.sequence()), bytes);
        Vault.clear().write(files.coverAt(last.sequence()), cover.json().getBytes(StandardCharsets.UTF_8));
        // Until it is gone it is what counts, so that a stop in between costs nothing.
        Files.delete(part);
        return lines.size();
    }

    void read(Path part, Lines reader) throws IOException {
        long number = Cover.read(files.coverAt(LogFiles.lastOf(part))).first();
        try (var lines = new LogLines(part)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next())
                reader.take(keys.unlock(line.get(), place(number++)));
        }
    }

    private static String place(long sequence) {
        return "flightline audit line " + sequence;
    }
}
