package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flightline.corpus.MaintenanceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Reads the real records beside the repository; skipped where {@code ../shared/data} is absent. */
final class RealRecordsTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void sdr_isReadWhole() throws IOException {
        RecordFiles read = read("sdr/records.jsonl", "sdr");
        assertThat(read.bad()).isEmpty();
        assertThat(read.records()).hasSizeGreaterThan(2_000);
        assertThat(read.records()).allSatisfy(record -> {
            assertThat(record.narrative()).contains(record.action());
            assertThat(record.narrative()).contains(record.complaint());
        });
        assertThat(share(read, record -> !record.action().isEmpty())).isGreaterThan(0.8);
        assertThat(share(read, record -> !record.ata().isEmpty())).isGreaterThan(0.5);
    }

    @Test
    void faaIncidents_areReadWithTheirDay() throws IOException {
        RecordFiles read = read("faa-incidents/records.jsonl", "faa-incidents");
        assertThat(read.bad()).allSatisfy(bad -> assertThat(bad.reason()).contains("no text"));
        assertThat(read.records())
                .hasSizeGreaterThan(1_000)
                .allSatisfy(record -> assertThat(record.date()).isPresent());
    }

    /** The figure for the cut: how often it falls where the published cases were cut. */
    @Test
    void cut_agreesWithThePublishedCases() throws IOException {
        RecordFiles read = read("sdr/records.jsonl", "sdr");
        var byId = new HashMap<String, MaintenanceRecord>();
        for (MaintenanceRecord record : read.records()) byId.put(record.id().value(), record);
        var json = JsonMapper.builder().build();
        int cases = 0;
        int agree = 0;
        for (String line : Files.readAllLines(DATA.resolve("sdr/cases.jsonl"))) {
            JsonNode node = json.readTree(line);
            MaintenanceRecord record = byId.get(node.path("id").asText());
            if (record == null) continue;
            cases++;
            if (loose(record.complaint()).equals(loose(node.path("symptom").asText()))) agree++;
        }
        System.out.printf(Locale.ROOT, "narrative cut agrees in %d of %d cases%n", agree, cases);
        assertThat(agree).isGreaterThan(cases * 8 / 10);
    }

    private static String loose(String text) {
        return text.strip().replaceAll("[\\s.,;:-]+$", "").replaceAll("(?i)(\\s+(?:and|was|were|the))+$", "");
    }

    private static double share(RecordFiles read, java.util.function.Predicate<MaintenanceRecord> test) {
        return read.records().stream().filter(test).count()
                / (double) read.records().size();
    }

    private static RecordFiles read(String file, String mapping) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "skipped: " + path + " is not here");
        return RecordFiles.read(path, new RecordMappings().named(mapping).orElseThrow());
    }
}
