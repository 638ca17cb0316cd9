package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;

/** Warnings that are set as a table: the word in the first cell, the text in the others. */
final class WarningTable {
    private WarningTable() {}

    static boolean is(TableOnPage table) {
        return table.rows().stream().allMatch(r -> SafetyLabel.of(first(r)).isPresent());
    }

    static List<Draft> dangers(TableOnPage table, Joining joining) {
        var dangers = new ArrayList<Draft>();
        for (TableRow row : table.rows())
            SafetyLabel.of(first(row)).ifPresent(label -> {
                var text = new ArrayList<String>(List.of(label.rest()));
                row.cells().stream().skip(1).forEach(text::addAll);
                String printed = first(row)
                        .substring(0, first(row).length() - label.rest().length());
                dangers.add(new Draft.Danger(
                        label.kind(), printed.strip(), joining.join(text), Extent.of(table.sheet(), row.area())));
            });
        return dangers;
    }

    private static String first(TableRow row) {
        return String.join(" ", row.cells().getFirst());
    }
}
