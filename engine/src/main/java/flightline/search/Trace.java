package flightline.search;

import flightline.corpus.MaintenanceRecord;
import java.util.Map;

/**
 * A record with its words.
 *
 * @param complaint the stemmed words of the complaint, each with its rarity in the index, greater than 0
 * @param text the same of all that the record says
 */
public record Trace(MaintenanceRecord record, Map<String, Double> complaint, Map<String, Double> text) {
    public Trace {
        complaint = Map.copyOf(complaint);
        text = Map.copyOf(text);
    }
}
