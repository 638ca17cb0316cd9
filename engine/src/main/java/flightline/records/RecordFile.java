package flightline.records;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.records.rows.RowSource;
import flightline.records.rows.Shown;
import flightline.records.rows.SourceRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;

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

    /**
     * Reads the rest of the file with several threads. An id that came before is not refused: whoever takes the rows looks to that, with
     * {@link #sameId}.
     *
     * @param work makes of each record what is taken; several threads at once
     * @param taker takes what became of rows, in the order of the file, on the calling thread
     */
    public <T> void inOrder(
            int threads, Function<MaintenanceRecord, T> work, Consumer<List<Done<T>>> taker, BooleanSupplier stop) {
        ManyHands.read(this::rows, row -> done(row, work), threads, taker, stop);
        remark().ifPresent(note -> taker.accept(List.of(new Done.Not<>(note))));
    }

    /**
     * Reads some rows of the file and passes over the others.
     *
     * @param places of the rows, from 0, those that are broken counted too; remarks on the file are none
     * @param taker takes what became of a row with its place, in the order of the file
     * @return how many rows the file has
     */
    public <T> long only(BitSet places, Function<MaintenanceRecord, T> work, ObjLongConsumer<Done<T>> taker) {
        try {
            long count = rows.only(places, (row, place) -> taker.accept(done(row, work), place));
            remark().ifPresent(note -> taker.accept(new Done.Not<>(note), count));
            return count;
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ": cannot be read on", broken);
        }
    }

    private Optional<RecordOutcome> remark() {
        return maker.remark().map(text -> new RecordOutcome.Note(name, text));
    }

    /** What became of a row. */
    public sealed interface Done<T> {
        /** @param line 1-based */
        record Made<T>(long line, T made) implements Done<T> {}

        record Not<T>(RecordOutcome outcome) implements Done<T> {}
    }

    /** That a row's id came before. */
    public RecordOutcome.Bad sameId(long line, RecordId id) {
        return maker.sameId(line, id, "further up");
    }

    private <T> Done<T> done(SourceRow row, Function<MaintenanceRecord, T> work) {
        if (!(row instanceof SourceRow.Fields fields)) return new Done.Not<>(outcome(row));
        RecordOutcome outcome = maker.read(fields);
        return outcome instanceof RecordOutcome.Read(var record)
                ? new Done.Made<>(fields.line(), work.apply(record))
                : new Done.Not<>(outcome);
    }

    /** The next rows, at most so many; what was to be told before the first comes with them. */
    private List<SourceRow> rows(int most) {
        var next = new ArrayList<SourceRow>(most);
        for (RecordOutcome told = pending.poll(); told != null; told = pending.poll())
            switch (told) {
                case RecordOutcome.Note(var file, var text) -> next.add(new SourceRow.Remark(text));
                case RecordOutcome.Bad bad -> next.add(new SourceRow.Hopeless(bad.reason()));
                case RecordOutcome.Read read -> throw new IllegalStateException(name + " is being read otherwise");
            }
        try {
            for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                next.add(row.get());
                if (next.size() >= most) break;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ": cannot be read on", broken);
        }
        return next;
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
        private boolean over;

        @Override
        public boolean hasNext() {
            if (!pending.isEmpty()) return true;
            try {
                Optional<SourceRow> row = rows.next();
                row.map(RecordFile.this::outcome).ifPresent(pending::add);
                if (row.isEmpty() && !over) {
                    over = true;
                    remark().ifPresent(pending::add);
                }
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
