package flightline.ingest.pdf;

import flightline.corpus.Box;
import java.util.List;

/** Where a block stands: its first page, and the box around what it has there. */
record Extent(int page, Box box) {
    static Extent of(List<Line> lines) {
        Sheet first = lines.getFirst().sheet();
        Area area = lines.stream()
                .filter(l -> l.sheet().number() == first.number())
                .map(Line::area)
                .reduce(Area::around)
                .orElseThrow();
        return new Extent(first.number(), first.box(area));
    }

    static Extent of(Sheet sheet, Area area) {
        return new Extent(sheet.number(), sheet.box(area));
    }
}
