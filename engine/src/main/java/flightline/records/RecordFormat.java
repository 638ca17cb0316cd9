package flightline.records;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How rows stand in a file. */
public enum RecordFormat {
    /** Delimited by commas, semicolons or bars; quotes as in RFC 4180. */
    CSV,
    /** Delimited by tabs. */
    TSV,
    /** One JSON object a line. */
    JSONL,
    /** A sheet of an Excel workbook. */
    XLSX,
    /** Columns in Apache Parquet. */
    PARQUET;

    static Optional<RecordFormat> ofKey(String key) {
        return Arrays.stream(values())
                .filter(f -> f.name().equalsIgnoreCase(key))
                .findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values())
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Optional<RecordFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) return Optional.of(CSV);
        if (lower.endsWith(".tsv") || lower.endsWith(".tab")) return Optional.of(TSV);
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) return Optional.of(JSONL);
        if (lower.endsWith(".xlsx") || lower.endsWith(".xlsm")) return Optional.of(XLSX);
        if (lower.endsWith(".parquet")) return Optional.of(PARQUET);
        return Optional.empty();
    }
}
