package flightline.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** A lease as a value of a cabinet: the number of who has it, and when it ends. */
final class KeptLease implements Lease {
    private static final String ROW = "leases/last-number";

    private final Cabinet cabinet;
    private final InstantSource clock;
    private final String key;
    private final Duration length;
    private final long holder;
    private byte[] written;

    private KeptLease(Cabinet cabinet, InstantSource clock, String key, Duration length, long holder, byte[] written) {
        this.cabinet = cabinet;
        this.clock = clock;
        this.key = key;
        this.length = length;
        this.holder = holder;
        this.written = written;
    }

    static Optional<Lease> take(Cabinet cabinet, InstantSource clock, String key, Duration length) {
        Optional<byte[]> before = cabinet.read(key);
        Instant now = clock.instant();
        if (before.map(KeptLease::end).filter(end -> end.isAfter(now)).isPresent()) return Optional.empty();
        long holder = cabinet.next(ROW);
        byte[] after = text(holder, now.plus(length));
        return cabinet.replace(key, before, after)
                ? Optional.of(new KeptLease(cabinet, clock, key, length, holder, after))
                : Optional.empty();
    }

    @Override
    public synchronized boolean renew() {
        if (!end(written).isAfter(clock.instant())) return false;
        byte[] after = text(holder, clock.instant().plus(length));
        if (!Arrays.equals(after, written) && !cabinet.replace(key, Optional.of(written), after)) return false;
        written = after;
        return true;
    }

    @Override
    public synchronized void close() {
        var ignored = cabinet.replace(key, Optional.of(written), text(holder, Instant.EPOCH));
    }

    private static byte[] text(long holder, Instant end) {
        return (holder + " " + end).getBytes(StandardCharsets.US_ASCII);
    }

    private static Instant end(byte[] text) {
        return Instant.parse(new String(text, StandardCharsets.US_ASCII).split(" ", 2)[1]);
    }
}
