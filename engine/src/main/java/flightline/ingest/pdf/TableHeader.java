package flightline.ingest.pdf;

import java.util.List;

/** Tells whether a table's first rows name its columns. */
final class TableHeader {
    private TableHeader() {}

    /** How many of the first rows do, 0 to 2. */
    static int rows(List<TableRow> rows, List<Area> shades) {
        if (rows.size() < 2) return 0;
        TableRow first = rows.getFirst();
        if (rows.size() > 2 && isForm(first)) return 0;
        boolean setApart =
                (first.bold() && !rows.getLast().bold()) || (shaded(first, shades) && !shaded(rows.getLast(), shades));
        if (!setApart && !readsAsNames(rows)) return 0;
        boolean second = rows.size() > 2 && setApart && rows.get(1).bold() && first.bold();
        return second && spans(first) ? 2 : 1;
    }

    /**
     * How many rows above the names of the columns are a block of titles (what aircraft, which revision, which page), whose cells reach over
     * several columns; mostly 0.
     */
    static int titles(List<TableRow> rows, List<Area> shades) {
        if (rows(rows, shades) > 0) return 0;
        for (int i = 1; i < Math.min(4, rows.size() - 1); i++) {
            if (rows.get(i - 1).owners().stream().distinct().count()
                    == rows.get(i - 1).owners().size()) return 0;
            boolean names = rows.get(i).bold() && !rows.get(i - 1).bold();
            if (names && rows(rows.subList(i, rows.size()), shades) > 0) return i;
        }
        return 0;
    }

    /** What ends with a colon names what stands beside it, not what stands below. */
    private static boolean isForm(TableRow row) {
        return String.join(" ", row.cells().getFirst()).endsWith(":");
    }

    private static boolean spans(TableRow row) {
        return row.cells().stream().anyMatch(List::isEmpty);
    }

    private static boolean shaded(TableRow row, List<Area> shades) {
        Area a = row.area();
        return shades.stream()
                .anyMatch(s -> s.holds((a.left() + a.right()) / 2, a.middle()) && s.height() < 4 * a.height() + 12);
    }

    /** Short names without figures above cells that are longer or are figures. */
    private static boolean readsAsNames(List<TableRow> rows) {
        int columns = rows.getFirst().cells().size();
        boolean sign = false;
        for (int i = 0; i < columns; i++) {
            String name = cell(rows.getFirst(), i);
            if ((name.isEmpty() && i > 0)
                    || name.length() > 40
                    || name.matches("(?s).*[.:;]$")
                    || name.matches(".*\\d.*")) return false;
            int column = i;
            long figures = rows.stream()
                    .skip(1)
                    .filter(r -> cell(r, column).matches(".*\\d.*"))
                    .count();
            double length = rows.stream()
                    .skip(1)
                    .mapToInt(r -> cell(r, column).length())
                    .average()
                    .orElse(0);
            sign |= figures * 2 >= rows.size() - 1 || (length > 2.0 * name.length() && length > 20);
        }
        return sign;
    }

    private static String cell(TableRow row, int column) {
        return String.join(" ", row.cells().get(column));
    }
}
