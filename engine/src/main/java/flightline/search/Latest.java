package flightline.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was asked for last, so that it is not fetched again. Safe for several threads. */
public final class Latest<K, V> {
    private final Map<K, V> held;

    /** Fetches what is not held. */
    public interface Fetching<V, E extends Exception> {
        V now() throws E;
    }

    /** @param most how many are held; the one asked for longest ago makes room */
    public Latest(int most) {
        this.held = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public Optional<V> get(K key) {
        synchronized (held) {
            return Optional.ofNullable(held.get(key));
        }
    }

    public void put(K key, V value) {
        synchronized (held) {
            held.put(key, value);
        }
    }

    /** Fetching goes on without the lock: two may fetch the same, nobody waits for another. */
    public <E extends Exception> V of(K key, Fetching<V, E> fetching) throws E {
        Optional<V> known = get(key);
        if (known.isPresent()) return known.get();
        V fetched = fetching.now();
        put(key, fetched);
        return fetched;
    }
}
