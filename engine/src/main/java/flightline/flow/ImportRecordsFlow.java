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

    private final RecordReader reader;
    private final RecordIndex index;
    private final AnalysisShelf shelf;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LocalDate today;

    /** @param shelf tells what records that are counted alone are marked with */
    public ImportRecordsFlow(
            RecordReader reader,
            RecordIndex index,
            AnalysisShelf shelf,
            AuditLog audit,
            InstantSource clock,
            LocalDate today) {
        this.reader = reader;
        this.index = index;
        this.shelf = shelf;
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
        } catch (IOException e) {
            work.faults.add(ImportFaults.reason(path, e));
        } catch (UncheckedIOException e) {
            work.faults.add(ImportFaults.reason(path, e));
        } catch (IndexTrouble.Unusable e) {
            work.faults.add(path + ": " + e.getMessage());
        }
        return work.report();
    }

    /** What has become of a file so far. */
    private final class Work {
        private final Path path;
        private final ImportFaults faults = new ImportFaults();
        private final List<MaintenanceRecord> read = new ArrayList<>();
        private long taken;
        private final Marking marking;
        private long unchanged;
        private long marked;

        Work(Path path, Marking marking) {
            this.path = path;
            this.marking = marking;
        }

        void meet(RecordOutcome outcome) {
            if (outcome instanceof RecordOutcome.Read(var record)) read.add(record);
            else faults.meet(outcome);
        }

        /** Those that are held are looked up together: to look for the last commit for each took longer than all the rest. */
        void commit() {
            var ids = read.stream().map(MaintenanceRecord::id).toList();
            var held = index.get(ids);
            var aside = shelf.markings(ids);
            var fresh = read.stream()
                    .map(record -> record.marked(marking).marked(aside.getOrDefault(record.id(), Marking.UNMARKED)))
                    .map(record -> kept(record, held.get(record.id())))
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

        FileReport report() {
            return new FileReport(
                    path, taken, unchanged, marked, faults.count(), faults.first(), faults.notes(taken + unchanged));
        }
    }
}
