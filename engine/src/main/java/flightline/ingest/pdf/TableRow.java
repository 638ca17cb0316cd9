package flightline.ingest.pdf;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of a table; each cell is the lines in it, one cell per column, blank ones empty.
 *
 * @param owners for each column, the column that its cell begins in: a smaller one where a cell reaches over several
 */
record TableRow(List<List<String>> cells, Area area, boolean bold, List<Integer> owners) {
    TableRow {
        cells = cells.stream().map(List::copyOf).toList();
        owners = List.copyOf(owners);
    }

    /** One whose every cell keeps to its column. */
    TableRow(List<List<String>> cells, Area area, boolean bold) {
        this(cells, area, bold, IntStream.range(0, cells.size()).boxed().toList());
    }
}
