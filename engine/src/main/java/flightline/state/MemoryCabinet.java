package flightline.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of this process as a cabinet, for what shall not outlive it. Where it holds too much, the value that was written
 * longest ago is forgotten.
 */
public final class MemoryCabinet implements Cabinet {
    private final int most;
    private final InstantSource clock;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private long writings;

    /**
     * @param most values that it holds
     * @param clock tells when a lease ends
     */
    public MemoryCabinet(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    private static final class Value {
        final byte[] bytes;
        final long writing;

        Value(byte[] bytes, long writing) {
            this.bytes = bytes;
            this.writing = writing;
        }
    }

    @Override
    public synchronized Optional<byte[]> read(String key) {
        return Optional.ofNullable(values.get(Cabinet.checked(key))).map(value -> value.bytes.clone());
    }

    @Override
    public Optional<InputStream> open(String key) {
        return read(key).map(ByteArrayInputStream::new);
    }

    @Override
    public synchronized void write(String key, byte[] value) {
        // Out and in again, so that the one written longest ago stands first.
        values.remove(Cabinet.checked(key));
        values.put(key, new Value(value.clone(), ++writings));
        var oldest = values.keySet().iterator();
        while (values.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void write(String key, InputStream value) throws IOException {
        write(key, value.readAllBytes());
    }

    @Override
    public synchronized boolean replace(String key, Optional<byte[]> before, byte[] after) {
        @Nullable Value held = values.get(Cabinet.checked(key));
        boolean same = held == null
                ? before.isEmpty()
                : before.filter(was -> Arrays.equals(was, held.bytes)).isPresent();
        if (same) write(key, after);
        return same;
    }

    @Override
    public synchronized boolean delete(String key) {
        return values.remove(Cabinet.checked(key)) != null;
    }

    @Override
    public synchronized boolean holds(String key) {
        return values.containsKey(Cabinet.checked(key));
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    @Override
    public synchronized Optional<String> stamp(String key) {
        return Optional.ofNullable(values.get(Cabinet.checked(key))).map(value -> Long.toString(value.writing));
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return KeptLease.take(this, clock, "leases/" + name, length);
    }

    @Override
    public String place(String key) {
        return "memory#" + Cabinet.checked(key);
    }

    @Override
    public synchronized String condition() {
        return "in the memory of this process, " + values.size() + " values";
    }
}
