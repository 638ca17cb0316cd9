package flightline.library.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the form {@code name=value} that stand at the head of a text; a word alone counts as a mark.
 *
 * @param values by name; a mark has an empty value
 */
record Attributes(Map<String, String> values) {
    Attributes {
        values = Map.copyOf(values);
    }

    /** Reads the words of one line. */
    static Attributes of(String line) {
        Map<String, String> found = new HashMap<>();
        for (String word : line.strip().split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            int equals = word.indexOf('=');
            found.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        return new Attributes(found);
    }

    /** These words, with the other's wherever both have one. */
    Attributes overlaidWith(Attributes other) {
        Map<String, String> both = new HashMap<>(values);
        both.putAll(other.values);
        return new Attributes(both);
    }

    boolean marks(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Values between commas, empty where the name is absent. */
    List<String> list(String name) {
        return text(name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }
}
