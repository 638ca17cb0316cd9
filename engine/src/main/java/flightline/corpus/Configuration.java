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
        return Optional.ofNullable(properties.get(property));
    }
}
