package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.MaintenanceRecord;
import flightline.policy.Principal;
import flightline.records.RecordFile;
import flightline.records.RecordMapping;
import flightline.records.RecordOutcome;
import flightline.records.RecordReader;
import flightline.search.RecordIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Takes maintenance records in: file, rows, records, one commit a batch, an audit entry. Running it again goes on. */
public final class ImportRecordsFlow {
    private static final int BATCH = 256;

    private final RecordReader reader;
    private final RecordIndex index;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LocalDate today;

    public ImportRecordsFlow(
            RecordReader reader, RecordIndex index, AuditLog audit, InstantSource clock, LocalDate today) {
        this.reader = reader;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
        this.today = today;
    }

    /**
     * What became of a file.
     *
     * @param taken records that are new or changed
     * @param unchanged records that were held like this already
     * @param bad one line for each row that could not be read
     * @param notes what to know about the file
     */
    public record FileReport(Path path, long taken, long unchanged, List<String> bad, List<String> notes) {
        public FileReport {
            bad = List.copyOf(bad);
            notes = List.copyOf(notes);
        }
    }

    public record Report(List<FileReport> files, boolean stopped, long millis) {
        public Report {
            files = List.copyOf(files);
        }

        public long bad() {
            return files.stream().mapToLong(f -> f.bad().size()).sum();
        }
    }

    public Report run(
            List<Path> files, RecordMapping mapping, Principal asker, Progress progress, BooleanSupplier stop) {
        Instant began = clock.instant();
        var reports = new ArrayList<FileReport>();
        for (Path file : files) {
            if (stop.getAsBoolean()) break;
            FileReport report = take(file, mapping, progress, stop);
            reports.add(report);
            audit.append(new AuditEvent(
                    "import-records",
                    asker.name(),
                    String.valueOf(file.getFileName()),
                    "taken",
                    Map.of(
                            "taken",
                            Long.toString(report.taken()),
                            "unchanged",
                            Long.toString(report.unchanged()),
                            "bad",
                            Integer.toString(report.bad().size()),
                            "mapping",
                            mapping.name())));
        }
        index.release();
        return new Report(
                reports,
                stop.getAsBoolean(),
                Duration.between(began, clock.instant()).toMillis());
    }

    private FileReport take(Path path, RecordMapping mapping, Progress progress, BooleanSupplier stop) {
        var bad = new ArrayList<String>();
        var notes = new ArrayList<String>();
        var batch = new ArrayList<MaintenanceRecord>();
        long taken = 0;
        long unchanged = 0;
        try (RecordFile file = reader.open(path, mapping, today)) {
            long size = Math.max(1, Files.size(path));
            for (RecordOutcome outcome : file) {
                if (stop.getAsBoolean()) break;
                switch (outcome) {
                    case RecordOutcome.Bad row -> bad.add(row.message());
                    case RecordOutcome.Note(var name, var text) -> notes.add(name + ": " + text);
                    case RecordOutcome.Read(var record) -> {
                        if (index.get(record.id()).filter(record::equals).isPresent()) unchanged++;
                        else {
                            batch.add(record);
                            taken++;
                        }
                    }
                }
                if (batch.size() >= BATCH) {
                    index.add(batch);
                    batch.clear();
                    progress.at(file.bytesRead(), size, taken + " records of " + path.getFileName());
                }
            }
            if (!batch.isEmpty()) index.add(batch);
            progress.at(size, size, "done");
        } catch (NoSuchFileException e) {
            bad.add(path + ": does not exist");
        } catch (IOException e) {
            bad.add(path + ": cannot be read: " + e.getMessage());
        }
        return new FileReport(path, taken, unchanged, bad, notes);
    }
}
