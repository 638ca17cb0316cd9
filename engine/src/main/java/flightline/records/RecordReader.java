package flightline.records;

import flightline.records.RecordOutcome.Bad;
import flightline.records.RecordOutcome.Note;
import flightline.records.rows.RowSource;
import flightline.records.rows.SourceRow;
import flightline.terms.TermReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Opens record files of any layout: CSV, TSV, JSON lines, Excel workbooks, Parquet.
 *
 * <p>Holds no more of a file than a row and the ids seen. Safe to share; what it opens is not.
 */
public final class RecordReader {
    private final TermReader terms;
    private final NarrativeCutter cutter;

    public RecordReader(TermReader terms, NarrativeCutter cutter) {
        this.terms = terms;
        this.cutter = cutter;
    }

    /**
     * Opens a file. One that holds no records at all (a document, an empty file) opens too and has one outcome that
     * says so.
     *
     * @param today the day after which no record can be dated
     * @throws IOException where the file does not exist or the disk fails
     */
    public RecordFile open(Path path, RecordMapping mapping, LocalDate today) throws IOException {
        String file = String.valueOf(path.getFileName());
        RecordFormat format = RowFiles.format(path, mapping.format());
        var maker = new RecordMaker(file, mapping, terms, cutter, today, format);
        return switch (RowFiles.open(path, format, mapping)) {
            case RowFiles.Opened.Hopeless(var reason) ->
                new RecordFile(file, new NoRows(), maker, () -> 0, Optional.of(new Bad(file, 0, "", "", reason)));
            case RowFiles.Opened.Rows(var rows, var bytes, var note) ->
                new RecordFile(file, rows, maker, bytes, note.map(text -> new Note(file, text)));
        };
    }

    /**
     * How a database can read the file by itself, much faster; empty where only {@link #open} can.
     *
     * @throws IOException where the file does not exist or the disk fails
     */
    public Optional<ColumnPlan> plan(Path path, RecordMapping mapping, LocalDate today) throws IOException {
        return RowFiles.plan(path, mapping, today);
    }

    private static final class NoRows implements RowSource {
        @Override
        public Optional<SourceRow> next() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
