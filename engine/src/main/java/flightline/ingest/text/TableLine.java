package flightline.ingest.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of a table before it is written.
 *
 * @param cells by column, what spans several of them repeated in each; a cell may have several lines
 * @param heading whether it names the columns
 * @param once whether one cell spans the whole row, whose words are written once
 */
public record TableLine(List<String> cells, boolean heading, boolean once) {
    public TableLine {
        cells = List.copyOf(cells);
    }

    public TableLine(List<String> cells, boolean heading) {
        this(cells, heading, false);
    }

    /** A row of data with one cell across this many columns. */
    public static TableLine across(String words, int columns) {
        return new TableLine(Collections.nCopies(Math.max(1, columns), words), false, true);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The row with one line a cell and as many cells as the table has columns, so that each stands under its name. */
    TableLine over(int columns) {
        List<String> all = new ArrayList<>();
        for (String cell : cells) all.add(cell.replace('\n', ' '));
        while (all.size() < columns) all.add("");
        return new TableLine(all, heading, once);
    }

    /** Its cells parted by tabs; one across the whole row stands alone. */
    String text() {
        return once ? cells.getFirst() : String.join("\t", cells);
    }

    /** The names of the columns when this row stands below others that name them too. */
    List<String> below(List<String> above) {
        if (above.isEmpty()) return cells;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(above.size(), cells.size()); i++) {
            String a = i < above.size() ? above.get(i) : "";
            String b = i < cells.size() ? cells.get(i) : "";
            names.add(a.equals(b) || b.isEmpty() ? a : (a + " " + b).strip());
        }
        return names;
    }
}
