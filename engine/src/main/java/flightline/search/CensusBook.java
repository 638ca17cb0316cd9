package flightline.search;

import flightline.search.Census.WordIn;
import flightline.search.Depot.Commit;
import flightline.search.Depot.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was counted of a depot last, so that a word which is asked for again is not counted again. Safe for several threads. */
final class CensusBook {
    private static final int WORDS = 50_000;
    private static final int SUMS = 256;

    private final Map<Key<WordIn>, Long> words = recent(WORDS);
    private final Map<Key<Set<String>>, Map<String, Sum>> sums = recent(SUMS);
    private final Map<Key<String>, Long> entries = recent(SUMS);

    private record Key<K>(long commit, Condition seen, K of) {}

    /** @param seen holds for every entry that somebody may see */
    Census of(Commit commit, Condition seen, Set<String> fields, Set<String> wanted) {
        var found = new HashMap<WordIn, Long>();
        var missing = new ArrayList<WordIn>();
        for (String word : wanted)
            for (String field : fields) {
                var in = new WordIn(field, word);
                Long known = get(words, new Key<>(commit.number(), seen, in));
                if (known == null) missing.add(in);
                else found.put(in, known);
            }
        if (!missing.isEmpty()) {
            List<Condition> each = new ArrayList<>();
            for (WordIn in : missing) each.add(new Condition.Has(in.field(), in.word()));
            long[] counts = commit.count(seen, each);
            for (int i = 0; i < counts.length; i++) {
                found.put(missing.get(i), counts[i]);
                put(words, new Key<>(commit.number(), seen, missing.get(i)), counts[i]);
            }
        }
        return new Census(entries(commit, seen), found, sums(commit, seen, fields));
    }

    private long entries(Commit commit, Condition seen) {
        var key = new Key<>(commit.number(), seen, "");
        Long known = get(entries, key);
        if (known != null) return known;
        long counted = commit.count(seen, List.of(new Condition.All(List.of())))[0];
        put(entries, key, counted);
        return counted;
    }

    private Map<String, Sum> sums(Commit commit, Condition seen, Set<String> fields) {
        var key = new Key<>(commit.number(), seen, Set.copyOf(fields));
        Map<String, Sum> known = get(sums, key);
        if (known != null) return known;
        Map<String, Sum> counted =
                commit.sums(seen, fields.stream().map(Census::lengths).collect(Collectors.toSet()));
        put(sums, key, counted);
        return counted;
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
