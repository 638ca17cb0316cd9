package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.ContentHash;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.fleet.RecordPart;
import flightline.fleet.RecordRow;
import flightline.fleet.RowMaker;
import flightline.fleet.TableTrouble;
import flightline.flow.ImportRecordsFlow.FileReport;
import flightline.policy.Principal;
import flightline.records.RecordFile;
import flightline.records.RecordFile.Done;
import flightline.records.RecordMapping;
import flightline.records.RecordOutcome;
import flightline.records.RecordReader;
import flightline.search.RecordIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes maintenance records in to be counted alone, many a second: file, rows, a part of the shelf, an audit entry. They are not indexed, so
 * neither a diagnosis nor a search knows them. A file comes in whole or not at all; one that was taken in like this before changes nothing.
 */
public final class AnalysisImportFlow {
    private static final int MARKED_AT_A_TIME = 256;

    private final RecordReader reader;
    private final AnalysisShelf shelf;
    private final FleetShelf tables;
    private final RecordIndex index;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LocalDate today;
    private final boolean clear;
    private final int threads;

    public AnalysisImportFlow(
            RecordReader reader,
            AnalysisShelf shelf,
            FleetShelf tables,
            RecordIndex index,
            AuditLog audit,
            InstantSource clock,
            LocalDate today,
            boolean clear,
            int threads) {
        this.reader = reader;
        this.shelf = shelf;
        this.tables = tables;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
        this.today = today;
        this.clear = clear;
        this.threads = threads;
    }

    /** @param marking added to each record's own */
    public ImportRecordsFlow.Report run(
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
                FileReport report = take(file, mapping, marking, progress, stop);
                log(report, mapping, asker);
                reports.add(report);
            }
            addMarkings();
        } finally {
            index.release();
        }
        return new ImportRecordsFlow.Report(
                reports,
                stop.getAsBoolean(),
                Duration.between(began, clock.instant()).toMillis());
    }

    /**
     * Takes away what was taken in of files of these names to be counted alone.
     *
     * @return names of which nothing was held
     */
    public List<String> remove(List<String> names, Principal asker) {
        var unknown = new ArrayList<String>();
        try {
            index.reserve();
            for (String name : names) {
                long rows = shelf.remove(name);
                if (rows == 0) unknown.add(name);
                else
                    audit.append(new AuditEvent(
                            "import-records",
                            asker.name(),
                            name,
                            "removed",
                            Map.of("rows", Long.toString(rows), "for", "analysis")));
            }
        } finally {
            index.release();
        }
        return unknown;
    }

    private FileReport take(
            Path path, RecordMapping mapping, Marking marking, Progress progress, BooleanSupplier stop) {
        var faults = new ImportFaults();
        if (!clear) {
            faults.add(
                    path
                            + ": an encrypted data folder holds no records for analysis alone; import them without --analysis-only");
            return new FileReport(path, 0, 0, 0, faults.count(), faults.first(), faults.notes(0));
        }
        long rows = 0;
        long unchanged = 0;
        try {
            String print = print(path, mapping, marking);
            var same = shelf.madeOf(print).flatMap(RecordPart::look);
            if (same.isPresent()) unchanged = same.get().rows();
            else rows = taken(path, mapping, marking, print, faults, progress, stop);
        } catch (IOException e) {
            faults.add(ImportFaults.reason(path, e));
        } catch (UncheckedIOException e) {
            faults.add(ImportFaults.reason(path, e));
        } catch (TableTrouble e) {
            faults.add(path + ": " + e.getMessage());
        }
        return new FileReport(path, rows, unchanged, 0, faults.count(), faults.first(), faults.notes(rows + unchanged));
    }

    private long taken(
            Path path,
            RecordMapping mapping,
            Marking marking,
            String print,
            ImportFaults faults,
            Progress progress,
            BooleanSupplier stop)
            throws IOException {
        var plain = new PlainImport(reader, path, mapping, marking, today);
        Optional<RecordPart> loaded =
                plain.rows().flatMap(rows -> shelf.load(String.valueOf(path.getFileName()), rows, plain));
        if (loaded.isPresent()) {
            try (RecordPart part = loaded.get()) {
                plain.told().forEach(faults::meet);
                progress.at(1, 1, part.rows() + " records of " + path.getFileName());
                if (stop.getAsBoolean() || part.rows() == 0) return 0;
                shelf.put(part, print);
                return part.rows();
            }
        }
        return takenSlowly(path, mapping, marking, print, faults, progress, stop);
    }

    /** Row by row, for files that a database reads otherwise than we do. */
    private long takenSlowly(
            Path path,
            RecordMapping mapping,
            Marking marking,
            String print,
            ImportFaults faults,
            Progress progress,
            BooleanSupplier stop)
            throws IOException {
        var maker = new RowMaker();
        boolean marks = !marking.equals(Marking.UNMARKED);
        long size = Math.max(1, Files.size(path));
        try (RecordFile file = reader.open(path, mapping, today);
                RecordPart part = shelf.begin(String.valueOf(path.getFileName()))) {
            file.<RecordRow>inOrder(
                    threads,
                    (MaintenanceRecord record) -> maker.of(marks ? record.marked(marking) : record),
                    done -> {
                        for (Done<RecordRow> one : done) meet(one, file, part, faults);
                        progress.at(file.bytesRead(), size, part.rows() + " records of " + path.getFileName());
                    },
                    stop);
            if (stop.getAsBoolean() || part.rows() == 0) return 0;
            shelf.put(part, print);
            return part.rows();
        }
    }

    private static void meet(Done<RecordRow> one, RecordFile file, RecordPart part, ImportFaults faults) {
        switch (one) {
            case Done.Made<RecordRow>(long line, RecordRow row) -> {
                if (!part.add(row)) faults.meet(file.sameId(line, new RecordId(row.id())));
            }
            case Done.Not<RecordRow>(RecordOutcome outcome) -> faults.meet(outcome);
        }
    }

    /** What tells the same file, read in the same way, from every other. */
    private static String print(Path path, RecordMapping mapping, Marking marking) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.of(ContentHash.of(digest).hex() + "\n" + path.getFileName() + "\n" + mapping.print() + "\n"
                        + marking.label() + "\n" + RowMaker.READING)
                .brief();
    }

    /** Records that are indexed too keep what they are marked with and get what they are marked with here. */
    private void addMarkings() {
        Map<String, Marking> stricter = tables.current().stricter();
        if (stricter.isEmpty()) return;
        List<RecordId> ids = stricter.keySet().stream().map(RecordId::new).toList();
        for (int from = 0; from < ids.size(); from += MARKED_AT_A_TIME)
            index.add(index.get(ids.subList(from, Math.min(ids.size(), from + MARKED_AT_A_TIME))).values().stream()
                    .map(record ->
                            record.marked(stricter.getOrDefault(record.id().value(), Marking.UNMARKED)))
                    .toList());
        tables.current();
    }

    private void log(FileReport report, RecordMapping mapping, Principal asker) {
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
                        "for",
                        "analysis",
                        "mapping",
                        mapping.name())));
    }
}
