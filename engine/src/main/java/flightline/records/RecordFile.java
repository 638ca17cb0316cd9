package flightline.records;

import flightline.records.rows.RowSource;
import flightline.records.rows.Shown;
import flightline.records.rows.SourceRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A record file that is open for reading; its outcomes come in the order of its lines, once. To be closed, and for one
 * thread only. Reading throws {@link UncheckedIOException} where the disk fails, for nothing else.
 */
public final class RecordFile implements AutoCloseable, Iterable<RecordOutcome> {
    private final String name;
    private final RowSource rows;
    private final RecordMaker maker;
    private final LongSupplier bytesRead;
    private final ArrayDeque<RecordOutcome> pending = new ArrayDeque<>();
    private final Walk walk = new Walk();

    RecordFile(String name, RowSource rows, RecordMaker maker, LongSupplier bytesRead, Optional<RecordOutcome> first) {
        this.name = name;
        this.rows = rows;
        this.maker = maker;
        this.bytesRead = bytesRead;
        first.ifPresent(pending::add);
    }

    /** How many bytes of the file have been taken in so far; for progress. */
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    /** The one walk through the file; asking again goes on where the first stands. */
    @Override
    public Iterator<RecordOutcome> iterator() {
        return walk;
    }

    private RecordOutcome outcome(SourceRow row) {
        return switch (row) {
            case SourceRow.Fields fields -> maker.make(fields);
            case SourceRow.Broken(long line, String value, String reason) ->
                new RecordOutcome.Bad(name, line, "", Shown.briefly(value), reason);
            case SourceRow.Remark(String text) -> new RecordOutcome.Note(name, text);
            case SourceRow.Hopeless(String reason) -> new RecordOutcome.Bad(name, 0, "", "", reason);
        };
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ": cannot be closed", broken);
        }
    }

    private final class Walk implements Iterator<RecordOutcome> {
        @Override
        public boolean hasNext() {
            if (!pending.isEmpty()) return true;
            try {
                rows.next().map(RecordFile.this::outcome).ifPresent(pending::add);
            } catch (IOException broken) {
                throw new UncheckedIOException(name + ": cannot be read on", broken);
            }
            return !pending.isEmpty();
        }

        @Override
        public RecordOutcome next() {
            if (!hasNext()) throw new NoSuchElementException(name + " is read to its end");
            return pending.removeFirst();
        }
    }
}
