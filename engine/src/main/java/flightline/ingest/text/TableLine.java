package flightline.ingest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a table before it is written.
 *
 * @param cells by column, spanning ones repeated
 * @param text own cells only, parted by tabs
 * @param heading whether it names the columns
 */
public record TableLine(List<String> cells, String text, boolean heading) {
    public TableLine {
        cells = List.copyOf(cells);
    }

    /** A row without spans. */
    public static TableLine of(List<String> cells, boolean heading) {
        return new TableLine(cells, String.join("\t", cells).strip(), heading);
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
