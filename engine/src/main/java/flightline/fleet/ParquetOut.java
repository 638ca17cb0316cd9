package flightline.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.MaintenanceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes records into one Parquet file, whole: a column for each field, codes and references as lists, further fields as a map {@code other}.
 * The mapping {@code flightline} reads it back as it was.
 */
public final class ParquetOut {
    private static final int BATCH = 50_000;
    private static final String COLUMNS = """
            id VARCHAR, date DATE, aircraft VARCHAR, model VARCHAR, serial VARCHAR, complaint VARCHAR, action VARCHAR, narrative VARCHAR,
            part VARCHAR, part_number VARCHAR, condition VARCHAR, ata VARCHAR, refs VARCHAR, source VARCHAR, marking VARCHAR, other VARCHAR""";
    private static final String WRITTEN = """
            SELECT id, date, aircraft, model, serial, complaint, action, narrative, part, part_number, condition,
              from_json(ata, '["VARCHAR"]') AS ata, from_json(refs, '["VARCHAR"]') AS "references", source, marking,
              CAST(CAST(other AS JSON) AS MAP(VARCHAR, VARCHAR)) AS other FROM records""";

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Writes them; a file of that name is replaced once all is written.
     *
     * @param records closed afterwards
     * @return how many there were
     */
    public long write(Path target, Stream<MaintenanceRecord> records, Limits limits) {
        Path place = target.toAbsolutePath().normalize();
        Path aside = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try (records;
                DuckDBConnection connection = RecordTable.connect("", false);
                Statement statement = connection.createStatement()) {
            RecordTable.bounded(connection, limits);
            // Unlike a table that is counted, a file keeps its order.
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("CREATE TABLE records (" + COLUMNS + ")");
            long count = filled(connection, records.iterator());
            statement.execute("COPY (" + WRITTEN + ") TO '" + RecordTable.literal(aside) + "' (FORMAT parquet)");
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } catch (SQLException | IOException e) {
            throw new TableTrouble(
                    target + " cannot be written: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        } finally {
            aside.toFile().delete();
        }
    }

    private long filled(DuckDBConnection connection, Iterator<MaintenanceRecord> records) throws SQLException {
        long count = 0;
        try (DuckDBAppender to = connection.createAppender("main", "records")) {
            while (records.hasNext()) {
                append(to, records.next());
                if (++count % BATCH == 0) to.flush();
            }
        }
        return count;
    }

    private void append(DuckDBAppender to, MaintenanceRecord record) throws SQLException {
        to.beginRow();
        to.append(record.id().value());
        LocalDate day = record.date().orElse(null);
        if (day == null) to.appendNull();
        else to.append(day);
        for (String text : List.of(
                record.aircraft(),
                record.model(),
                record.serial(),
                record.complaint(),
                record.action(),
                record.narrative(),
                record.part(),
                record.partNumber(),
                record.condition())) {
            if (text.isEmpty()) to.appendNull();
            else to.append(text);
        }
        to.append(json(record.ata()));
        to.append(json(record.references()));
        to.append(record.source());
        to.append(record.marking().label());
        to.append(json(new TreeMap<>(record.other())));
        to.endRow();
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written as JSON", impossible);
        }
    }
}
