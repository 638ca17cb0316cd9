package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Lays a page out: tables and boxes found, the rest cut into regions, all in reading order. */
final class PageLayout {
    private final Sheet sheet;
    private final AtomicInteger frames;
    private final Tags tags;
    private final List<Item> items = new ArrayList<>();
    private List<Word> free;

    private PageLayout(Sheet sheet, AtomicInteger frames, Tags tags) {
        this.tags = tags;
        this.sheet = sheet;
        this.frames = frames;
        this.free = sheet.words();
    }

    /** @param frames numbers the boxes of a document, from 1 */
    static List<Piece> of(Sheet sheet, AtomicInteger frames, Tags tags) {
        return new PageLayout(sheet, frames, tags).pieces();
    }

    private List<Piece> pieces() {
        if (sheet.words().isEmpty() && sheet.sideways().isEmpty()) return List.of();
        for (Grid grid : Grid.of(sheet.rules())) takeGrid(grid);
        for (var tagged : TaggedTable.in(sheet, free, tags))
            take(tagged.table().area(), tagged.words(), List.of(tagged.table()));
        for (Grid grid : Grid.of(Tiles.edges(sheet.shades()))) if (grid.columns() > 1) takeGrid(grid);
        for (var banded : BandedTable.in(sheet, free))
            take(banded.table().area(), banded.words(), List.of(banded.table()));
        takeShades();
        free.forEach(word -> items.add(Item.of(word)));
        var pieces = new ArrayList<>(inOrder(items, 0));
        for (Word line : sheet.sideways())
            if (line.text().length() > 2)
                pieces.add(new Line(sheet, List.of(line), Area.of(line), frames.incrementAndGet()));
        return pieces;
    }

    private void takeGrid(Grid grid) {
        Area area = grid.area();
        if (grid.columns() == 1) {
            for (int row = 0; row < grid.rows(); row++) takeFrame(grid.cell(row, 0));
            return;
        }
        var inside = free.stream().filter(area::holds).toList();
        if (isPageFrame(grid, inside)) return;
        var tables = RuledTable.read(sheet, grid, inside);
        if (tables.isEmpty()) takeFrame(area);
        else take(area, inside, List.copyOf(tables));
    }

    /** Drawn round the whole page, with the text as one huge cell of it. */
    private boolean isPageFrame(Grid grid, List<Word> inside) {
        if (grid.area().height() < 0.6 * sheet.height()) return false;
        for (int r = 0; r < grid.rows(); r++)
            for (int c = 0; c < grid.columns(); c++) {
                Area cell = grid.cell(r, c);
                if (cell.height() > 0.45 * sheet.height()
                        && inside.stream().filter(cell::holds).count() * 2 > inside.size()) return true;
            }
        return false;
    }

    private void takeFrame(Area area) {
        if (area.height() > 0.6 * sheet.height() || area.height() < 8 || area.width() < 40) return;
        var inside = free.stream().filter(area::holds).toList();
        if (inside.isEmpty()) return;
        var own = inside.stream().map(Item::of).toList();
        take(area, inside, inOrder(own, frames.incrementAndGet()));
    }

    /** A tinted area is a box where it tints a warning; other tints tell nothing of the text's structure. */
    private void takeShades() {
        for (Area shade : sheet.shades()) {
            if (shade.height() > 0.6 * sheet.height()) continue;
            var inside = Line.of(sheet, free.stream().filter(shade::holds).toList());
            if (!inside.isEmpty() && SafetyLabel.of(inside.getFirst().text()).isPresent()) takeFrame(shade);
        }
    }

    private void take(Area area, List<Word> inside, List<Piece> pieces) {
        var left = new ArrayList<>(free);
        left.removeAll(new java.util.HashSet<>(inside));
        free = left;
        items.add(Item.of(area, pieces));
    }

    private List<Piece> inOrder(List<Item> all, int frame) {
        var pieces = new ArrayList<Piece>();
        for (var region : ReadingOrder.of(all)) pieces.addAll(region(region, frame));
        return pieces;
    }

    private List<Piece> region(List<Item> region, int frame) {
        var words = region.stream().flatMap(i -> i.word().stream()).toList();
        var blocks =
                new ArrayList<>(region.stream().filter(i -> i.word().isEmpty()).toList());
        blocks.sort(Comparator.comparingDouble(i -> -i.area().top()));
        var lines = BesideLabel.first(Line.of(sheet, words, frame));
        var pieces = new ArrayList<Piece>();
        int next = 0;
        for (int i = 0; i < lines.size(); ) {
            double y = lines.get(i).baseline();
            while (next < blocks.size() && blocks.get(next).area().middle() > y)
                pieces.addAll(blocks.get(next++).pieces());
            double below = next < blocks.size() ? blocks.get(next).area().middle() : Double.NEGATIVE_INFINITY;
            int stop = i;
            while (stop < lines.size() && lines.get(stop).baseline() > below) stop++;
            var table = frame == 0
                    ? AlignedTable.at(lines.subList(0, stop), i)
                    : java.util.Optional.<AlignedTable.Found>empty();
            if (table.isPresent()) {
                pieces.add(table.get().table());
                i += table.get().lines();
            } else pieces.add(lines.get(i++));
        }
        while (next < blocks.size()) pieces.addAll(blocks.get(next++).pieces());
        return pieces;
    }
}
