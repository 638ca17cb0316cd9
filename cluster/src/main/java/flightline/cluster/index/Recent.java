package flightline.cluster.index;

import flightline.search.Card;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was read of the cluster last and cannot have changed since. Safe for several threads. */
final class Recent {
    /** Of some kilobytes each. */
    private static final int CARDS = 8000;

    private static final int LABELS = 64;

    private final Map<String, Card> cards = recent(CARDS);
    private final Map<Field, Set<String>> labels = recent(LABELS);

    private record Field(long commit, String name) {}

    Optional<Card> card(String id) {
        return Optional.ofNullable(get(cards, id));
    }

    void keep(String id, Card card) {
        put(cards, id, card);
    }

    Set<String> labels(long commit, String name, Supplier<Set<String>> read) {
        var field = new Field(commit, name);
        Set<String> known = get(labels, field);
        if (known != null) return known;
        Set<String> values = read.get();
        put(labels, field, values);
        return values;
    }

    private static <K, V> @Nullable V get(Map<K, V> from, K key) {
        synchronized (from) {
            return from.get(key);
        }
    }

    private static <K, V> void put(Map<K, V> into, K key, V value) {
        synchronized (into) {
            into.put(key, value);
        }
    }

    private static <K, V> Map<K, V> recent(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
