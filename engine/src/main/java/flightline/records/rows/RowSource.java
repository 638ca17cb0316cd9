package flightline.records.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Hands out the rows of a file one by one. */
public interface RowSource extends Closeable {
    /** The next row; empty at the end of the file. */
    Optional<SourceRow> next() throws IOException;

    /** Passes over the next row, without a look at what stands in it; false at the end of the file. */
    default boolean skip() throws IOException {
        return next().isPresent();
    }

    /** How much of the file has been taken in so far, 0 to 1; for progress. Negative where only its bytes tell. */
    default double progress() {
        return -1;
    }
}
