package flightline.search;

import flightline.search.Census.WordIn;
import flightline.search.Depot.Commit;
import flightline.search.Depot.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was counted of a depot last, so that a word which is asked for again is not counted again. Safe for several threads. */
final class CensusBook {
    private static final int WORDS = 50_000;
    private static final int SUMS = 256;

    private final Latest<Key<WordIn>, Long> words = new Latest<>(WORDS);
    private final Latest<Key<Set<String>>, Map<String, Sum>> sums = new Latest<>(SUMS);
    private final Latest<Key<String>, Long> entries = new Latest<>(SUMS);

    private record Key<K>(long commit, Condition seen, K of) {}

    /** @param seen holds for every entry that somebody may see */
    Census of(Commit commit, Condition seen, Set<String> fields, Set<String> wanted) {
        var found = new HashMap<WordIn, Long>();
        var missing = new ArrayList<WordIn>();
        for (String word : wanted)
            for (String field : fields) {
                var in = new WordIn(field, word);
                words.get(new Key<>(commit.number(), seen, in))
                        .ifPresentOrElse(known -> found.put(in, known), () -> missing.add(in));
            }
        if (!missing.isEmpty()) {
            List<Condition> each = new ArrayList<>();
            for (WordIn in : missing) each.add(new Condition.Has(in.field(), in.word()));
            long[] counts = commit.count(seen, each);
            for (int i = 0; i < counts.length; i++) {
                found.put(missing.get(i), counts[i]);
                words.put(new Key<>(commit.number(), seen, missing.get(i)), counts[i]);
            }
        }
        return new Census(entries(commit, seen), found, sums(commit, seen, fields));
    }

    private long entries(Commit commit, Condition seen) {
        return entries.of(
                new Key<>(commit.number(), seen, ""),
                () -> commit.count(seen, List.of(new Condition.All(List.of())))[0]);
    }

    private Map<String, Sum> sums(Commit commit, Condition seen, Set<String> fields) {
        return sums.of(
                new Key<>(commit.number(), seen, Set.copyOf(fields)),
                () -> commit.sums(seen, fields.stream().map(Census::lengths).collect(Collectors.toSet())));
    }
}
