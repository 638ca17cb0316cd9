package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.policy.Principal;
import flightline.records.RecordFile;
import flightline.records.RecordMapping;
import flightline.records.RecordOutcome;
import flightline.records.RecordReader;
import flightline.search.IndexTrouble;
import flightline.search.RecordIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

/**
 * Takes maintenance records in: file, rows, records, one commit a batch, an audit entry. Running it again goes on. A marking is
 * only ever added to: a record that comes again keeps what it was marked with, whatever the file says of it now.
 */
public final class ImportRecordsFlow {
    private static final int BATCH = 256;
    /** A file that is no records at all may be millions of lines long; nobody reads that many faults. */
    private static final int MOST_FAULTS = 10_000;

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
     * @param marked records that were held unmarked and have a marking now
     * @param bad count of the rows that could not be read
     * @param faults one line for each of them; of very many only the first ten thousand
     * @param notes what to know about the file
     */
    public record FileReport(
            Path path, long taken, long unchanged, long marked, long bad, List<String> faults, List<String> notes) {
        public FileReport {
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }
    }

    public record Report(List<FileReport> files, boolean stopped, long millis) {
        public Report {
            files = List.copyOf(files);
        }

        public long marked() {
            return files.stream().mapToLong(FileReport::marked).sum();
        }

        public long bad() {
            return files.stream().mapToLong(FileReport::bad).sum();
        }
    }

    /** @param marking added to each record's own */
    public Report run(
            List<Path> files,
            RecordMapping mapping,
            Marking marking,
            Principal asker,
            Progress progress,
            BooleanSupplier stop) {
        Instant began = clock.instant();
        var reports = new ArrayList<FileReport>();
        try {
            index.reserve();
            for (Path file : files) {
                if (stop.getAsBoolean()) break;
                reports.add(logged(take(file, mapping, marking, progress, stop), mapping, asker));
            }
        } finally {
            index.release();
        }
        return new Report(
                reports,
                stop.getAsBoolean(),
                Duration.between(began, clock.instant()).toMillis());
    }

    private FileReport logged(FileReport report, RecordMapping mapping, Principal asker) {
        try {
            audit.append(new AuditEvent(
                    "import-records",
                    asker.name(),
                    String.valueOf(report.path().getFileName()),
                    "taken",
                    Map.of(
                            "taken",
                            Long.toString(report.taken()),
                            "unchanged",
                            Long.toString(report.unchanged()),
                            "bad",
                            Long.toString(report.bad()),
                            "marked",
                            Long.toString(report.marked()),
                            "mapping",
                            mapping.name())));
            return report;
        } catch (UncheckedIOException full) {
            var more = new ArrayList<>(report.faults());
            more.add(report.path() + ": " + full.getMessage());
            return new FileReport(
                    report.path(),
                    report.taken(),
                    report.unchanged(),
                    report.marked(),
                    report.bad() + 1,
                    more,
                    report.notes());
        }
    }

    /** Takes one file; what an earlier commit of it kept stays when the disk fails later. */
    private FileReport take(
            Path path, RecordMapping mapping, Marking marking, Progress progress, BooleanSupplier stop) {
        var work = new Work(path, marking);
        try (RecordFile file = reader.open(path, mapping, today)) {
            long size = Math.max(1, Files.size(path));
            for (RecordOutcome outcome : file) {
                if (stop.getAsBoolean()) break;
                work.meet(outcome);
                if (work.read.size() >= BATCH) {
                    work.commit();
                    progress.at(file.bytesRead(), size, work.taken + " records of " + path.getFileName());
                }
            }
            work.commit();
            progress.at(size, size, "done");
        } catch (NoSuchFileException e) {
            work.fault(path + ": does not exist");
        } catch (IOException e) {
            work.fault(path + ": cannot be read: " + reason(e));
        } catch (UncheckedIOException e) {
            work.fault(path + ": " + e.getMessage() + (e.getCause() == null ? "" : ": " + reason(e.getCause())));
        } catch (IndexTrouble.Unusable e) {
            work.fault(path + ": " + e.getMessage());
        }
        return work.report();
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null ? name : name.equals("IOException") ? message : name + " " + message;
    }

    /** What has become of a file so far. */
    private final class Work {
        private final Path path;
        private final List<String> faults = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<MaintenanceRecord> read = new ArrayList<>();
        private long taken;
        private final Marking marking;
        private long unchanged;
        private long marked;
        private long bad;

        Work(Path path, Marking marking) {
            this.path = path;
            this.marking = marking;
        }

        void meet(RecordOutcome outcome) {
            switch (outcome) {
                case RecordOutcome.Bad row -> fault(row.message());
                case RecordOutcome.Note(var name, var text) -> notes.add(name + ": " + text);
                case RecordOutcome.Read(var record) -> read.add(record);
            }
        }

        /** Those that are held are looked up together: to look for the last commit for each took longer than all the rest. */
        void commit() {
            var held = index.get(read.stream().map(MaintenanceRecord::id).toList());
            var fresh = read.stream()
                    .map(record -> kept(record.marked(marking), held.get(record.id())))
                    .filter(record -> !record.equals(held.get(record.id())))
                    .toList();
            index.add(fresh);
            marked += fresh.stream()
                    .filter(record -> becameMarked(record, held.get(record.id())))
                    .count();
            unchanged += read.size() - fresh.size();
            taken += fresh.size();
            read.clear();
        }

        private static MaintenanceRecord kept(MaintenanceRecord record, @Nullable MaintenanceRecord held) {
            return held == null ? record : record.marked(held.marking());
        }

        private static boolean becameMarked(MaintenanceRecord record, @Nullable MaintenanceRecord held) {
            return held != null
                    && held.marking().equals(Marking.UNMARKED)
                    && !record.marking().equals(Marking.UNMARKED);
        }

        void fault(String message) {
            bad++;
            if (faults.size() < MOST_FAULTS) faults.add(message);
        }

        FileReport report() {
            return new FileReport(path, taken, unchanged, marked, bad, faults, notes);
        }
    }
}
