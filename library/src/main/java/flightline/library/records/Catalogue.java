package flightline.library.records;

import java.util.HashMap;
import java.util.Map;

/** Names of parts by part number, and days a deferred item may stay open by item of the minimum equipment list. */
final class Catalogue {
    private final Map<String, String> names = pairs("parts.csv");
    private final Map<String, String> days = pairs("mel.csv");

    /** The name as coded in the records, lower case. */
    String name(String partNumber) {
        String name = names.get(partNumber);
        if (name == null) {
            throw new IllegalStateException("part number " + partNumber + " is not in parts.csv");
        }
        return name;
    }

    boolean knowsPart(String partNumber) {
        return names.containsKey(partNumber);
    }

    /** Days after which the item must be repaired; 0 means before the next flight. */
    int daysOpen(String item) {
        String limit = days.get(item);
        if (limit == null) {
            throw new IllegalStateException("item " + item + " is not in mel.csv");
        }
        return Integer.parseInt(limit);
    }

    private static Map<String, String> pairs(String resource) {
        Map<String, String> pairs = new HashMap<>();
        for (String line : TextReader.lines(resource)) {
            String[] cells = line.split(",", 2);
            pairs.put(cells[0], cells[1]);
        }
        return pairs;
    }
}
