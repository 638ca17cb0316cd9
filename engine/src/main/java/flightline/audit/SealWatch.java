package flightline.audit;

import flightline.vault.LineKeys;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The seal of a log and the keys it is signed with, and what this process knows of them. Used under the log's lock alone. */
final class SealWatch {
    private final Path folder;
    private final LogFiles files;
    private final LineKeys lineKeys;
    private Optional<Seal> trusted = Optional.empty();
    private boolean begun;

    SealWatch(Path folder, LogFiles files, LineKeys lineKeys) {
        this.folder = folder;
        this.files = files;
        this.lineKeys = lineKeys;
        this.begun = SealKeys.standIn(folder) || Files.exists(folder.resolve(Seal.FILE));
    }

    boolean isBegun() {
        return begun;
    }

    /** Keys and seal of a log without an entry; such as a process left that was killed here are made anew. */
    Seal begin() throws IOException {
        return begunWith(SealKeys.make(folder));
    }

    private Seal begunWith(SealKeys keys) throws IOException {
        Seal first = first(keys);
        trusted = Optional.of(first);
        begun = true;
        return first;
    }

    /** Those that stand, or new ones where the log was never begun. */
    SealKeys keys() throws IOException {
        if (SealKeys.standIn(folder)) return SealKeys.read(folder);
        // A log that was there is not begun anew in silence: whoever took it away would go unnoticed.
        if (begun) throw new IOException("its keys were removed; run 'flightline audit verify'");
        SealKeys keys = SealKeys.make(folder);
        var ignored = begunWith(keys);
        return keys;
    }

    /** A log that was never sealed, new or older than seals, gets a seal over what stands. */
    private Seal first(SealKeys keys) throws IOException {
        Tip last = Tip.NONE;
        if (Files.exists(files.active()))
            try (var log = new RandomAccessFile(files.active().toFile(), "r")) {
                last = Tip.of(log, LogEnd.whole(log), files, lineKeys);
            }
        Seal first = Seal.over(last.sequence(), last.hash(), keys);
        first.writeTo(folder, true);
        return first;
    }

    /** The seal as it stands. What this process wrote itself it need not check again. */
    Seal seal(SealKeys keys) throws IOException {
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

    /** Of an entry that is about to be written. */
    void announce(Seal seal, String hash, SealKeys keys) throws IOException {
        seal.announcing(hash, keys).writeTo(folder, true);
    }

    /** Over an entry that was written. */
    Seal renew(AuditEntry entry, SealKeys keys) throws IOException {
        Seal seal = Seal.over(entry.sequence(), entry.hash(), keys);
        seal.writeTo(folder, false);
        trusted = Optional.of(seal);
        return seal;
    }

    /** The log was set aside: the next one is new. */
    void forget() {
        begun = false;
        trusted = Optional.empty();
    }
}
