package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.records.RecordOutcome.Bad;
import flightline.records.RecordOutcome.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance logs that come out of an analytics system. */
final class ParquetRecordsTest {
    private static final RecordMapping LOG = RecordFiles.mapping("""
            fields:
              id: wo
              date: {from: closed, formats: [dd/MM/yyyy]}
              aircraft: tail
              complaint: defect
              ata: codes
            keep: [hours, more.*, ok]
            """);

    @TempDir
    Path folder;

    private Path parquet(String name, String select) {
        Path file = folder.resolve(name);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            Path aside = folder.resolve("made.parquet");
            statement.execute("COPY (" + select + ") TO '" + aside + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
            return Files.move(aside, file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void types_areReadAsWhatTheyMean() throws IOException {
        Path file = parquet("log.parquet", """
                SELECT 'W1' AS "WO", DATE '2025-03-05' AS closed, 'QQ-KAA' AS "Tail", 'brake soft' AS defect, ['32-42', '29-10'] AS codes,
                  1234.5::DOUBLE AS hours, {station: 'BASE', 'inner': {shift: 2}} AS more, true AS ok, 'x'::BLOB AS picture
                UNION ALL SELECT 'W2', NULL, NULL, 'pump leaks', NULL, NULL, NULL, NULL, NULL""");
        RecordFiles read = RecordFiles.read(file, LOG);
        assertThat(read.bad()).isEmpty();
        MaintenanceRecord first = read.records().getFirst();
        assertThat(first.id().value()).isEqualTo("W1");
        assertThat(first.date()).hasValue(LocalDate.of(2025, 3, 5));
        assertThat(first.aircraft()).isEqualTo("QQ-KAA");
        assertThat(first.ata()).containsExactly("32-42", "29-10");
        assertThat(first.other())
                .containsOnly(
                        java.util.Map.entry("hours", "1234.5"),
                        java.util.Map.entry("ok", "true"),
                        java.util.Map.entry("station", "BASE"),
                        java.util.Map.entry("inner.shift", "2"));
        assertThat(first.source()).isEqualTo("log.parquet:1");
        assertThat(read.records().get(1).other()).isEmpty();
        assertThat(read.notes()).extracting(Note::text).contains("columns of bytes are passed over: picture");
    }

    @Test
    void badRow_isNamed_byItsRow() throws IOException {
        Path file = parquet("log.parquet", """
                SELECT 'W' || i AS wo, TIMESTAMP '2025-03-05 07:30:00' + INTERVAL (i * 300) DAY AS closed, 'QQ-KAA' AS tail, 'brake soft' AS defect
                FROM range(3) t(i)""");
        RecordFiles read = RecordFiles.read(file, LOG);
        assertThat(read.records()).hasSize(1);
        assertThat(read.bad())
                .extracting(Bad::message)
                .containsExactly(
                        "log.parquet line 2, closed '2025-12-30 07:30:00': lies after today, 2025-06-30",
                        "log.parquet line 3, closed '2026-10-26 07:30:00': lies after today, 2025-06-30");
        assertThat(read.notes())
                .extracting(Note::text)
                .contains("has no column codes, hours, ok, which the mapping names");
    }

    @Test
    void name_isOneFile_neverAPattern() throws IOException {
        parquet("log1.parquet", "SELECT 'W1' AS wo, 'other file' AS defect");
        Path file = parquet("log[1]*?.parquet", "SELECT 'W2' AS wo, 'this file' AS defect");
        assertThat(RecordFiles.read(file, LOG).records())
                .singleElement()
                .satisfies(record -> assertThat(record.complaint()).isEqualTo("this file"));
        assertThat(RecordFiles.read(parquet("it's.parquet", "SELECT 'W3' AS wo, 'quoted' AS defect"), LOG)
                        .records())
                .hasSize(1);
    }

    @Test
    void fileThatIsCutOrBroken_isAClearLine() throws IOException {
        byte[] sound = Files.readAllBytes(parquet(
                "sound.parquet", "SELECT 'W' || i AS wo, 'brake soft ' || hash(i) AS defect FROM range(5000) t(i)"));
        byte[] cut = Arrays.copyOf(sound, sound.length / 2);
        assertThat(RecordFiles.read(Files.write(folder.resolve("cut.parquet"), cut), LOG)
                        .bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.message())
                        .startsWith("cut.parquet: is not a sound Parquet file: ")
                        .doesNotContain("\n", folder.toString()));
        byte[] torn = sound.clone();
        Arrays.fill(torn, torn.length / 2, torn.length / 2 + 4000, (byte) 0x55);
        RecordFiles read = RecordFiles.read(Files.write(folder.resolve("torn.parquet"), torn), LOG);
        assertThat(read.bad()).isNotEmpty().allMatch(bad -> bad.message().startsWith("torn.parquet"));
        assertThat(RecordFiles.read(Files.writeString(folder.resolve("none.parquet"), "plain"), LOG)
                        .bad())
                .extracting(Bad::reason)
                .singleElement()
                .asString()
                .startsWith("is named like a Parquet file and is none");
    }

    @Test
    void noRows_areNoRecords() throws IOException {
        RecordFiles read =
                RecordFiles.read(parquet("none.parquet", "SELECT 'W' AS wo, 'x' AS defect WHERE false"), LOG);
        assertThat(read.records()).isEmpty();
        assertThat(read.bad()).isEmpty();
    }
}
