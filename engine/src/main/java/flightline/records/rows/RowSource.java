package flightline.records.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Hands out the rows of a file one by one. */
public interface RowSource extends Closeable {
    /** The next row; empty at the end of the file. */
    Optional<SourceRow> next() throws IOException;

    /** How much of the file has been taken in so far, 0 to 1; for progress. Negative where only its bytes tell. */
    default double progress() {
        return -1;
    }
}
