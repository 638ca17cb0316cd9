package flightline.ingest.pdf;

import java.util.List;

/**
 * A table as far as one page shows it.
 *
 * @param edges left edges of the columns, and the right edge of the last
 * @param headerRows how many of the first rows name the columns; 0 where none does
 * @param ruled whether lines are drawn between its columns
 */
record TableOnPage(Sheet sheet, List<Double> edges, List<TableRow> rows, int headerRows, boolean ruled, Area area)
        implements Piece {
    TableOnPage {
        edges = List.copyOf(edges);
        rows = List.copyOf(rows);
    }

    int columns() {
        return edges.size() - 1;
    }

    /** Whether the other one goes on with the same columns. */
    boolean hasColumnsOf(TableOnPage other) {
        if (columns() != other.columns() || ruled != other.ruled) return false;
        double slack = ruled ? 6 : 40;
        for (int i = 0; i < columns(); i++) if (Math.abs(edges.get(i) - other.edges.get(i)) > slack) return false;
        return true;
    }
}
