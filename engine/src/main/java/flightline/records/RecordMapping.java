package flightline.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which column of a file means what.
 *
 * @param name what people call it
 * @param format of a file whose ending does not tell; absent for CSV
 * @param delimiter between the fields of a delimited file; absent where the file itself tells
 * @param sheet of a workbook; absent where its rows decide
 * @param columns names of the columns of a file without a header row; empty where the file has one
 * @param fields never empty; names at least one of complaint, action, narrative
 * @param absent lower-case values that mean nothing is known
 * @param keepAll whether every further column is kept under its name
 * @param keep further columns that are kept, where not all are; {@code event.*} for those within {@code event}, under their short names
 * @param derive whether halves of a narrative, codes and references are read out of the text; else all stands as it is written
 */
public record RecordMapping(
        String name,
        Optional<RecordFormat> format,
        Optional<Character> delimiter,
        Optional<String> sheet,
        List<String> columns,
        Map<TargetField, FieldRule> fields,
        Set<String> absent,
        boolean keepAll,
        List<String> keep,
        boolean derive) {
    private static final String ALL_WITHIN = ".*";

    public RecordMapping {
        columns = List.copyOf(columns);
        fields = Map.copyOf(fields);
        absent = Set.copyOf(absent);
        keep = List.copyOf(keep);
        if (!fields.containsKey(TargetField.COMPLAINT)
                && !fields.containsKey(TargetField.ACTION)
                && !fields.containsKey(TargetField.NARRATIVE))
            throw new IllegalArgumentException(
                    "mapping '" + name + "' names no text: one of complaint, action, narrative is needed");
    }

    /** The same for mappings that read alike, another for every other. */
    public String print() {
        return String.join(
                "\n",
                name,
                format.toString(),
                delimiter.toString(),
                sheet.toString(),
                columns.toString(),
                new java.util.EnumMap<>(fields).toString(),
                new java.util.TreeSet<>(absent).toString(),
                keepAll + " " + keep + " " + derive);
    }

    /** Columns that are kept by their whole name. */
    List<String> keepNamed() {
        return keep.stream().filter(column -> !column.endsWith(ALL_WITHIN)).toList();
    }

    /** Beginnings of the names of columns that are kept under what follows. */
    List<String> keepWithin() {
        return keep.stream()
                .filter(column -> column.endsWith(ALL_WITHIN))
                .map(column -> column.substring(0, column.length() - 1))
                .toList();
    }

    Optional<FieldRule> rule(TargetField field) {
        return Optional.ofNullable(fields.get(field));
    }
}
