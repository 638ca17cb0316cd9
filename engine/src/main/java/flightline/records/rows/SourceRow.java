package flightline.records.rows;

import java.util.List;
import java.util.Map;

/** A row as it stands in its file, before it is known what it means. */
public sealed interface SourceRow {
    /**
     * @param line 1-based line on which it begins; of a workbook the row of the sheet, of a Parquet file the row
     * @param fields by column, in the order of the file; a list where the source has one
     */
    record Fields(long line, Map<String, List<String>> fields) implements SourceRow {}

    record Broken(long line, String value, String reason) implements SourceRow {}

    record Remark(String text) implements SourceRow {}

    /** Nothing in the file can be read. */
    record Hopeless(String reason) implements SourceRow {}
}
