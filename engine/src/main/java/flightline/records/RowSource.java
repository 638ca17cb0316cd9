package flightline.records;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Hands out the rows of a file one by one. */
interface RowSource extends Closeable {
    /** The next row; empty at the end of the file. */
    Optional<SourceRow> next() throws IOException;
}
