package flightline.ingest.pdf;

import flightline.corpus.Box;
import java.util.List;

/** Where a block stands: its first page, and the box around what it has there in its first column. */
record Extent(int page, Box box) {
    static Extent of(List<Line> lines) {
        Sheet first = lines.getFirst().sheet();
        Area area = lines.getFirst().area();
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            // What goes on in the next column or on the next page is not in the first box.
            boolean jumps = line.baseline() > lines.get(i - 1).baseline() + line.size();
            if (jumps || line.sheet().number() != first.number()) break;
            area = area.around(line.area());
        }
        return new Extent(first.number(), first.box(area));
    }

    static Extent of(Sheet sheet, Area area) {
        return new Extent(sheet.number(), sheet.box(area));
    }
}
