package flightline.corpus;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the further fields of records. Remembers what the names of columns mean, nothing of a record; safe to share. */
public final class FurtherFields {
    /** Names of columns are few; those of a file of odd ones are not remembered. */
    private static final int MOST_NAMES = 10_000;

    private final Map<String, FurtherField.Meaning> meanings = new ConcurrentHashMap<>();

    /** Of each field the value under its likeliest name, without outer blanks; absent where there is none. */
    public Map<FurtherField, String> of(MaintenanceRecord record) {
        var values = new EnumMap<FurtherField, String>(FurtherField.class);
        var ranks = new EnumMap<FurtherField, Integer>(FurtherField.class);
        record.other().forEach((name, value) -> {
            FurtherField.Meaning meaning = meaning(name);
            FurtherField field = meaning.field();
            if (field == null || value.isBlank() || meaning.rank() >= ranks.getOrDefault(field, Integer.MAX_VALUE))
                return;
            ranks.put(field, meaning.rank());
            values.put(field, value.strip());
        });
        return values;
    }

    private FurtherField.Meaning meaning(String name) {
        FurtherField.Meaning known = meanings.get(name);
        if (known != null) return known;
        FurtherField.Meaning found = FurtherField.of(name);
        if (meanings.size() < MOST_NAMES) meanings.put(name, found);
        return found;
    }
}
