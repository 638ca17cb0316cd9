package flightline.library.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code @key value} lines of an edition, in the order written; a key may stand more than once. */
public record Settings(String file, Map<String, List<String>> values) {

    /** The one value of {@code key}; fails with the file's name if it is absent. */
    public String one(String key) {
        return optional(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        file + ": setting @" + key + " is missing; each edition needs it"));
    }

    /** The first value of {@code key}, or empty. */
    public Optional<String> optional(String key) {
        return all(key).stream().findFirst();
    }

    /** All values of {@code key}; empty if it is absent. */
    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }
}
