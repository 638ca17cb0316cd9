package flightline.corpus;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of one aircraft: property to value, both lower case, for example {@code serialno=1012},
 * {@code model=lt-46-300}, {@code mod 32-0117=post}. Empty when no aircraft was named.
 */
public record Configuration(Map<String, String> properties) {
    public static final Configuration UNKNOWN = new Configuration(Map.of());
    public static final String SERIAL = "serialno";
    public static final String MODEL = "model";
    public static final String REGISTRATION = "registration";

    public Configuration {
        properties = Map.copyOf(properties);
    }

    public Optional<String> value(String property) {
        return Optional.ofNullable(properties.get(property)).or(() -> written(bare(property)));
    }

    /** {@code mod 32-0117} of a text is {@code mod320117} of a product table. */
    private Optional<String> written(String bare) {
        return properties.entrySet().stream()
                .filter(e -> bare(e.getKey()).equals(bare))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String bare(String property) {
        return property.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
