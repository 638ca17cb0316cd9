package flightline.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of the records that somebody may see: aircraft, models, stations, parts, conditions, each with how many records have it.
 *
 * @param byKind kind to word to records
 * @param records all of them
 */
record Words(Map<String, Map<String, Long>> byKind, long records) {
    static final List<String> KINDS = List.of("tail", "model", "station", "part", "condition", "part_number");

    Words {
        var copy = new HashMap<String, Map<String, Long>>();
        byKind.forEach((kind, words) -> copy.put(kind, Map.copyOf(words)));
        byKind = Map.copyOf(copy);
    }

    Set<String> of(String kind) {
        return byKind.getOrDefault(kind, Map.of()).keySet();
    }

    boolean has(String kind, String word) {
        return of(kind).contains(word);
    }
}
