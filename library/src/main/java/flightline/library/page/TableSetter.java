package flightline.library.page;

import flightline.library.source.Block;
import java.util.ArrayList;
import java.util.List;

/** Sets a table into rows: its title and head come again on each page that it runs over. */
final class TableSetter {
    private static final double SIZE = 9;
    private static final double LEAD = 11;
    private static final double PAD = 4;

    private final Faces faces;
    private final double measure;

    TableSetter(Faces faces, double measure) {
        this.faces = faces;
        this.measure = measure;
    }

    List<Row> set(Block.Table table) {
        List<Row> rows = new ArrayList<>();
        boolean fields = table.style() == Block.Table.Style.FIELDS;
        List<Row> repeated = new ArrayList<>();
        if (!table.title().isEmpty()) {
            rows.add(title(table.title()));
            repeated.add(title(table.title() + " (continued)"));
        }
        int first = 0;
        if (!fields) {
            Row head = row(table, 0, true);
            rows.add(head.kept());
            repeated.add(head.kept());
            first = 1;
        }
        for (int i = first; i < table.rows().size(); i++) {
            boolean joined = continues(table, i + 1);
            Row row = row(table, i, false).under(List.copyOf(repeated));
            boolean last = i == table.rows().size() - 1;
            boolean opening = i == first && table.rows().size() - first > 2;
            rows.add(joined || last || opening ? row.kept() : row);
        }
        rows.add(Row.of(8, false, (sheet, x, top) -> {}));
        return rows;
    }

    private static boolean continues(Block.Table table, int row) {
        return row < table.rows().size() && table.rows().get(row).contains("^");
    }

    private Row title(String text) {
        return Row.of(
                16, true, (sheet, x, top) -> sheet.textMid(Face.BOLD, SIZE + 0.5, x + measure / 2, top - 10, text));
    }

    private Row row(Block.Table table, int index, boolean head) {
        List<String> cells = table.rows().get(index);
        List<List<String>> set = new ArrayList<>();
        int most = 1;
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c).equals("^") ? "" : cells.get(c);
            List<String> lines = new ArrayList<>();
            for (String part : cell.split("~", -1)) {
                lines.addAll(faces.wrap(face(table, head, c), SIZE, width(table, c) - 2 * PAD, part.strip()));
            }
            set.add(lines);
            most = Math.max(most, lines.size());
        }
        boolean ruled = table.style() == Block.Table.Style.RULED;
        double height = most * LEAD + (ruled ? 6 : 5);
        return Row.of(height, false, (sheet, x, top) -> {
            if (ruled) {
                rule(table, index, head, sheet, x, top, height);
            }
            double left = x;
            for (int c = 0; c < set.size(); c++) {
                double y = top - LEAD + (ruled ? -1 : 1);
                for (String line : set.get(c)) {
                    sheet.text(face(table, head, c), SIZE, left + PAD, y, line);
                    y -= LEAD;
                }
                left += width(table, c);
            }
        });
    }

    private void rule(Block.Table table, int index, boolean head, Sheet sheet, double x, double top, double height) {
        if (head) {
            sheet.box(0.6, x, top, measure, height, 0.88);
        }
        List<String> below = continues(table, index + 1) ? table.rows().get(index + 1) : List.of();
        double left = x;
        for (int c = 0; c < table.widths().size(); c++) {
            double right = left + width(table, c);
            sheet.line(0.6, left, top, left, top - height);
            boolean open = c < below.size() && below.get(c).equals("^");
            if (!open) {
                sheet.line(0.6, left, top - height, right, top - height);
            }
            left = right;
        }
        sheet.line(0.6, left, top, left, top - height);
    }

    private static Face face(Block.Table table, boolean head, int column) {
        boolean label = table.style() == Block.Table.Style.FIELDS && column == 0;
        return head || label ? Face.BOLD : Face.PLAIN;
    }

    private double width(Block.Table table, int column) {
        return measure * table.widths().get(column) / 100;
    }
}
