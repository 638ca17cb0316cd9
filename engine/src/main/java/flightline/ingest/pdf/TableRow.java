package flightline.ingest.pdf;

import java.util.List;

/** A row of a table; each cell is the lines in it, one cell per column, blank ones empty. */
record TableRow(List<List<String>> cells, Area area, boolean bold) {
    TableRow {
        cells = cells.stream().map(List::copyOf).toList();
    }
}
