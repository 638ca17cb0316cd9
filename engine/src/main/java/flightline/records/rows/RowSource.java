package flightline.records.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** Hands out the rows of a file one by one. */
public interface RowSource extends Closeable {
    /** The next row; empty at the end of the file. */
    Optional<SourceRow> next() throws IOException;

    /** Passes over the next row, without a look at what stands in it; false at the end of the file. */
    default boolean skip() throws IOException {
        return next().isPresent();
    }

    /**
     * Hands out some of the rows, from the first on; nothing was asked of it before.
     *
     * @param places of the rows, from 0, those that are broken counted too
     * @param taker takes a row with its place, in the order of the file
     * @return how many rows the file has
     */
    default long only(BitSet places, ObjLongConsumer<SourceRow> taker) throws IOException {
        long place = 0;
        for (boolean goesOn = true; goesOn; ) {
            if (place < Integer.MAX_VALUE && places.get((int) place)) {
                Optional<SourceRow> row = next();
                goesOn = row.isPresent();
                if (row.isPresent()) taker.accept(row.get(), place);
            } else goesOn = skip();
            if (goesOn) place++;
        }
        return place;
    }

    /** How much of the file has been taken in so far, 0 to 1; for progress. Negative where only its bytes tell. */
    default double progress() {
        return -1;
    }
}
