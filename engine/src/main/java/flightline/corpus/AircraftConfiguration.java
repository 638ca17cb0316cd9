package flightline.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a document says one aircraft is configured like.
 *
 * @param key what the aircraft is known by: its registration, else its serial number
 * @param properties property to value, both lower case
 */
public record AircraftConfiguration(String key, Map<String, String> properties) {
    /** Caption of the table whose rows tell each aircraft's configuration and whose header names the properties. */
    public static final String CAPTION = "Products";

    public AircraftConfiguration {
        properties = Map.copyOf(properties);
    }

    public Configuration configuration() {
        return new Configuration(properties);
    }

    /** The aircraft that a document's product tables tell of; rows without registration and serial number are left out. */
    public static List<AircraftConfiguration> in(StructuredDocument document) {
        var aircraft = new ArrayList<AircraftConfiguration>();
        for (PlacedBlock placed : document.blocks())
            if (placed.block() instanceof Block.Table table && table.caption().equals(CAPTION))
                for (Block.Row row : table.rows()) add(aircraft, table.header(), row.cells());
        return aircraft;
    }

    private static void add(List<AircraftConfiguration> aircraft, List<String> header, List<String> cells) {
        var properties = new LinkedHashMap<String, String>();
        for (int c = 0; c < Math.min(header.size(), cells.size()); c++)
            if (!cells.get(c).isBlank())
                properties.put(
                        header.get(c).strip().toLowerCase(Locale.ROOT),
                        cells.get(c).strip().toLowerCase(Locale.ROOT));
        var known = new Configuration(properties);
        known.value(Configuration.REGISTRATION)
                .or(() -> known.value(Configuration.SERIAL))
                .ifPresent(key -> aircraft.add(new AircraftConfiguration(key, properties)));
    }
}
