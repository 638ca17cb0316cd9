package flightline.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file whose rows a database can read by itself, and what the mapping says of its columns, as expressions over them. It is no second truth: it
 * covers only what is plain, and {@code plain} is false for every row about which there is any doubt. Those are read by {@link RecordFile}.
 *
 * @param rows what stands behind FROM: a table of texts, absent ones NULL or empty
 * @param place column of the place of a row in the file, from 0; empty where the rows come in the order of the file
 * @param fields by name: the text of the field, empty where the record does not have it. {@code code} is a first code, {@code 32-41} or
 *     {@code 32}; {@code day} a date or NULL
 * @param kept further columns by their name in the record
 * @param plain condition
 */
public record ColumnPlan(
        String rows, Optional<String> place, Map<String, String> fields, List<Kept> kept, String plain) {
    /** A column that is kept. */
    public record Kept(String name, String text) {}

    public ColumnPlan {
        fields = Map.copyOf(fields);
        kept = List.copyOf(kept);
    }
}
