package flightline.eval;

import flightline.eval.PageContent.Cell;
import java.util.ArrayList;
import java.util.List;

/** Compares tables cell by cell. Each labelled table is paired with the found one that agrees best with it. */
final class TableScore {
    private static final int FARTHEST = 4;

    private TableScore() {}

    /** A cell is right where its text stands at its row and column. */
    static Tally exact(List<List<Cell>> label, List<List<Cell>> found) {
        return paired(label, found, 0);
    }

    /** The same, but each table may lie up to four rows and columns off (a caption or a header read as a row). */
    static Tally shifted(List<List<Cell>> label, List<List<Cell>> found) {
        return paired(label, found, FARTHEST);
    }

    private static Tally paired(List<List<Cell>> label, List<List<Cell>> found, int shift) {
        var left = new ArrayList<>(found);
        Tally total = Tally.NONE;
        for (var table : label) {
            Tally best = new Tally(0, 0, table.size());
            int taken = -1;
            for (int i = 0; i < left.size(); i++) {
                Tally tally = best(table, left.get(i), shift);
                if (tally.hits() > best.hits()) {
                    best = tally;
                    taken = i;
                }
            }
            if (taken >= 0) left.remove(taken);
            total = total.plus(best);
        }
        for (var extra : left) total = total.plus(new Tally(0, extra.size(), 0));
        return total;
    }

    private static Tally best(List<Cell> label, List<Cell> found, int shift) {
        Tally best = new Tally(0, found.size(), label.size());
        for (int down = -shift; down <= shift; down++)
            for (int right = -shift; right <= shift; right++) {
                Tally tally = at(label, found, down, right);
                if (tally.f1() > best.f1()) best = tally;
            }
        return best;
    }

    private static Tally at(List<Cell> label, List<Cell> found, int down, int right) {
        int hits = 0;
        int counted = 0;
        for (Cell cell : found) {
            int row = cell.row() + down;
            int column = cell.column() + right;
            var there = label.stream()
                    .filter(c -> c.covers(row, column) && c.text().equals(cell.text()))
                    .findFirst();
            boolean corner =
                    there.isPresent() && there.get().row() == row && there.get().column() == column;
            // A cell that spans may be written again at each place that it covers: neither right nor wrong.
            if (corner || there.isEmpty()) counted++;
            if (corner) hits++;
        }
        return new Tally(hits, counted, label.size());
    }
}
