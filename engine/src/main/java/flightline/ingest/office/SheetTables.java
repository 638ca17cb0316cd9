package flightline.ingest.office;

import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Parts a sheet into its tables at blank rows and columns, and writes them. */
final class SheetTables {
    private final SheetCells cells;
    private final PageWriter out;

    SheetTables(SheetCells cells, PageWriter out) {
        this.cells = cells;
        this.out = out;
    }

    void write() {
        List<String> boxes = cells.boxes();
        if (cells.rows().isEmpty() && cells.comments().isEmpty() && boxes.isEmpty()) return;
        out.heading(1, "", cells.name());
        for (int[] band : stretches(cells.rows())) {
            // Tables beside each other have a blank column between them for as far as both reach.
            for (int[] side : stretches(cells.columns(band[0], band[1]))) range(band[0], band[1], side[0], side[1]);
        }
        boxes.forEach(out::paragraph);
        cells.comments().forEach(out::paragraph);
    }

    private static List<int[]> stretches(SortedSet<Integer> numbers) {
        List<int[]> found = new ArrayList<>();
        for (int n : numbers) {
            if (!found.isEmpty() && found.getLast()[1] == n - 1) found.getLast()[1] = n;
            else found.add(new int[] {n, n});
        }
        return found;
    }

    private void range(int top, int bottom, int left, int right) {
        String caption = "";
        boolean below = false;
        int row = top;
        // A line with one text across the top names the table; alone it is a line of text.
        while (row <= bottom && filled(row, left, right) <= 1 && (right > left || bottom == top)) {
            String words = text(row, left, right);
            if (!caption.isEmpty()) out.paragraph(caption);
            // A warning, or a label and the line below it, names no table.
            boolean warns = PageWriter.labelled(words) || (below && row > top);
            below = PageWriter.labelled(words);
            if (warns) out.paragraph(words);
            caption = warns ? "" : words;
            row++;
        }
        List<TableLine> lines = new ArrayList<>();
        int first = row;
        int head = namesColumns(first, left, right) ? first + cells.headDepth(first, left, right) - 1 : first - 1;
        for (; row <= bottom; row++) {
            List<String> line = new ArrayList<>();
            for (int c = left; c <= right; c++) line.add(cells.words(row, c));
            boolean heading = row <= head && head < bottom;
            boolean across = !heading && cells.reachesAcross(row, left, right);
            lines.add(across ? TableLine.across(line.getFirst(), line.size()) : new TableLine(line, heading));
        }
        if (right == left && lines.size() > 0) {
            if (!caption.isEmpty()) out.paragraph(caption);
            lines.forEach(line -> out.paragraph(line.cells().getFirst()));
        } else if (lines.isEmpty()) out.paragraph(caption);
        else out.table(caption, lines);
    }

    private int filled(int row, int left, int right) {
        int count = 0;
        for (int c = left; c <= right; c++) if (!cells.ownWords(row, c).isEmpty()) count++;
        return count;
    }

    private String text(int row, int left, int right) {
        for (int c = left; c <= right; c++) if (!cells.ownWords(row, c).isEmpty()) return cells.ownWords(row, c);
        return "";
    }

    private boolean namesColumns(int row, int left, int right) {
        int named = 0;
        for (int c = left; c <= right; c++) {
            if (cells.isNumber(row, c)) return false;
            if (!cells.words(row, c).isEmpty()) named++;
        }
        return named * 2 > right - left + 1;
    }
}
