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

    /**
     * What the aircraft has for this property, under whatever name it is known: {@code msn} where the serial number was
     * given, {@code mod320117} where it is {@code mod 32-0117}.
     */
    public Optional<String> value(String property) {
        return Optional.ofNullable(properties.get(property))
                .or(() -> written(AircraftName.bare(property)))
                .or(() -> AircraftName.meant(property).flatMap(this::called));
    }

    /** Whether it is known by this value of its registration or serial number, whichever name that has here. */
    public boolean isCalled(String property, String value) {
        return properties.entrySet().stream()
                .anyMatch(e -> e.getValue().equals(value)
                        && AircraftName.meant(e.getKey())
                                .filter(property::equals)
                                .isPresent());
    }

    /** {@code mod 32-0117} of a text is {@code mod320117} of a product table. */
    private Optional<String> written(String bare) {
        return properties.entrySet().stream()
                .filter(e -> AircraftName.bare(e.getKey()).equals(bare))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Where several names stand for it, the plain one, else the first in the alphabet. */
    private Optional<String> called(String property) {
        return Optional.ofNullable(properties.get(property))
                .or(() -> properties.entrySet().stream()
                        .filter(e -> AircraftName.meant(e.getKey())
                                .filter(property::equals)
                                .isPresent())
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue));
    }
}
