package flightline.app.wiring;

import flightline.corpus.Marking;
import flightline.flow.AnalysisImportFlow;
import flightline.flow.ImportRecordsFlow;
import flightline.flow.LearnFlow;
import flightline.flow.Progress;
import flightline.policy.Principal;
import flightline.records.RecordFile;
import flightline.records.RecordMapping;
import flightline.records.RecordOutcome;
import flightline.records.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Maintenance records in, and what was learned from records brought up to date with them. */
public final class RecordsIn {
    private final ImportRecordsFlow flow;
    private final AnalysisImportFlow analysis;
    private final LearnFlow learn;
    private final RecordReader reader;
    private final FleetStand fleet;
    private final LocalDate today;

    RecordsIn(
            ImportRecordsFlow flow,
            AnalysisImportFlow analysis,
            LearnFlow learn,
            RecordReader reader,
            FleetStand fleet,
            LocalDate today) {
        this.flow = flow;
        this.analysis = analysis;
        this.learn = learn;
        this.reader = reader;
        this.fleet = fleet;
        this.today = today;
    }

    /** The first rows of a file as the mapping reads them, good and bad; nothing is taken in. */
    public List<RecordOutcome> first(Path path, RecordMapping mapping, int rows) {
        var read = new ArrayList<RecordOutcome>();
        try (RecordFile file = reader.open(path, mapping, today)) {
            for (RecordOutcome outcome : file) {
                read.add(outcome);
                if (read.size() >= rows) break;
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * What is to be taken in.
     *
     * @param marking added to each record's own; never lowers one
     * @param learning whether it is learned from afterwards, where enough is new
     * @param analysisOnly whether they are to be counted alone and not indexed
     */
    public record Order(
            List<Path> files,
            RecordMapping mapping,
            Marking marking,
            boolean learning,
            boolean analysisOnly,
            Principal asker) {
        public Order {
            files = List.copyOf(files);
        }
    }

    /** Takes away what was taken in to be counted alone; names of which nothing was held. */
    public List<String> remove(List<String> files, Principal asker) {
        return analysis.remove(files, asker);
    }

    /** @param learned is told how far the learning is */
    public ImportRecordsFlow.Report run(Order order, Progress taken, Progress learned, BooleanSupplier stop) {
        if (order.analysisOnly) {
            var counted = analysis.run(order.files, order.mapping, order.marking, order.asker, taken, stop);
            if (!stop.getAsBoolean()) fleet.prepare();
            return counted;
        }
        var report = flow.run(order.files, order.mapping, order.marking, order.asker, taken, stop);
        long count = report.files().stream()
                .mapToLong(ImportRecordsFlow.FileReport::taken)
                .sum();
        boolean due = learn.isDue(count) || report.marked() > 0;
        // What was learned while they were unmarked would go on telling of them.
        if (report.marked() > 0) learn.forget();
        if (order.learning && !stop.getAsBoolean() && due) learn.run(order.asker, learned, stop);
        // What is asked of all records is asked of a table made of them; made now, the first question need not wait.
        if (!stop.getAsBoolean() && count > 0) fleet.prepare();
        return report;
    }
}
