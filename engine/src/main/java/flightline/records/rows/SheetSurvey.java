package flightline.records.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A sheet looked through once before it is read.
 *
 * @param head its first rows with something in them
 * @param header its header row, absent where none of the first rows is one
 * @param rows with something in them beneath the header
 * @param merged cells that are shown as one
 */
record SheetSurvey(
        Book.Entry sheet,
        List<SheetCursor.Row> head,
        Optional<SheetCursor.Row> header,
        long rows,
        List<CellRangeAddress> merged) {

    /** @param wanted columns of which the header holds one; empty for the row that looks most like a header */
    static SheetSurvey of(Book book, Book.Entry sheet, Set<String> wanted) throws IOException {
        var head = new ArrayList<SheetCursor.Row>();
        try (SheetCursor cursor = book.read(sheet)) {
            long all = 0;
            for (Optional<SheetCursor.Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
                all++;
                if (head.size() < Columns.HEAD) head.add(row.get());
                else cursor.onlyCount();
            }
            Optional<SheetCursor.Row> header = header(head, wanted);
            long above = header.map(h -> (long) head.indexOf(h) + 1).orElse(all);
            return new SheetSurvey(sheet, head, header, all - above, cursor.merged());
        }
    }

    private static Optional<SheetCursor.Row> header(List<SheetCursor.Row> head, Set<String> wanted) {
        if (!wanted.isEmpty())
            return head.stream()
                    .filter(row -> Columns.isHeader(List.copyOf(row.cells().values()), wanted))
                    .findFirst();
        List<String> likely = Columns.likelyHeader(
                head.stream().map(row -> List.copyOf(row.cells().values())).toList());
        return head.stream()
                .filter(row ->
                        !likely.isEmpty() && List.copyOf(row.cells().values()).equals(likely))
                .findFirst();
    }

    /** Cells of a row in their order, empty ones between them included. */
    static List<String> inOrder(TreeMap<Integer, String> cells) {
        var all = new ArrayList<String>();
        if (cells.isEmpty()) return all;
        for (int i = 0; i <= cells.lastKey(); i++) all.add(cells.getOrDefault(i, ""));
        return all;
    }
}
