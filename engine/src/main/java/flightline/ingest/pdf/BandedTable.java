package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds tables whose rows are told apart by tint: every other row shaded, the columns standing under one another. Forms
 * are set so, name beside value, with many values left open.
 */
final class BandedTable {
    private static final double TALLEST = 90;
    private static final double SAME_EDGE = 4;

    private BandedTable() {}

    /** The tables among these tints, each with the words that it takes. */
    static List<Found> in(Sheet sheet, List<Word> words) {
        var found = new ArrayList<Found>();
        for (var bands : stacks(sheet.shades())) at(sheet, bands, words).ifPresent(found::add);
        return found;
    }

    record Found(TableOnPage table, List<Word> words) {}

    /** Tints of one width that stand below one another, with at most one row of white between. */
    private static List<List<Area>> stacks(List<Area> shades) {
        var sorted = shades.stream()
                .filter(a -> a.height() < TALLEST && a.width() > 150)
                .distinct()
                .sorted(Comparator.comparingDouble((Area a) -> -a.top()))
                .toList();
        var stacks = new ArrayList<List<Area>>();
        for (Area shade : sorted) {
            Optional<List<Area>> open =
                    stacks.stream().filter(s -> goesOn(s.getLast(), shade)).findFirst();
            if (open.isPresent()) open.get().add(shade);
            else stacks.add(new ArrayList<>(List.of(shade)));
        }
        stacks.removeIf(s -> s.size() < 2);
        return stacks;
    }

    private static boolean goesOn(Area above, Area below) {
        double white = above.bottom() - below.top();
        return Math.abs(above.left() - below.left()) < SAME_EDGE
                && Math.abs(above.right() - below.right()) < SAME_EDGE
                && white > -1
                && white < 2.2 * Math.max(above.height(), below.height());
    }

    private static Optional<Found> at(Sheet sheet, List<Area> bands, List<Word> words) {
        var rows = rows(bands);
        Area area = new Area(
                rows.getFirst().left(),
                rows.getLast().bottom(),
                rows.getFirst().right(),
                rows.getFirst().top());
        var inside = words.stream().filter(area::holds).toList();
        var lines = Line.of(sheet, inside);
        long wide = lines.stream().filter(l -> l.spans().size() > 1).count();
        var edges = edges(lines, area);
        // Running text over a tint has no parts that stand under one another.
        if (edges.size() < 3 || wide < 3 || wide * 2 < rows.size()) return Optional.empty();
        var written = new ArrayList<TableRow>();
        for (Area row : rows) row(sheet, row, inside, edges).ifPresent(written::add);
        if (written.size() < 3) return Optional.empty();
        var table = new TableOnPage(sheet, edges, written, TableHeader.rows(written, List.of()), false, area);
        return Optional.of(new Found(table, inside));
    }

    /** The tints and the whites between them. */
    private static List<Area> rows(List<Area> bands) {
        var rows = new ArrayList<Area>();
        for (Area band : bands) {
            double whiteTop = rows.isEmpty() ? band.top() : rows.getLast().bottom();
            double whiteBottom = band.top();
            if (whiteTop - whiteBottom > 4) rows.add(new Area(band.left(), whiteBottom, band.right(), whiteTop));
            rows.add(band);
        }
        return rows;
    }

    /** Left edges that the parts of at least two lines share, and the right edge of all. */
    private static List<Double> edges(List<Line> lines, Area area) {
        var lefts = lines.stream()
                .flatMap(l -> l.spans().stream())
                .map(s -> (double) s.getFirst().left())
                .sorted()
                .toList();
        var edges = new ArrayList<Double>();
        int from = 0;
        for (int i = 1; i <= lefts.size(); i++) {
            if (i < lefts.size() && lefts.get(i) - lefts.get(i - 1) < SAME_EDGE) continue;
            if (i - from >= Math.max(2, lines.size() / 6)) edges.add(lefts.get(from) - 1);
            from = i;
        }
        edges.add(area.right());
        return edges;
    }

    private static Optional<TableRow> row(Sheet sheet, Area band, List<Word> words, List<Double> edges) {
        var own = words.stream().filter(band::holds).toList();
        if (own.isEmpty()) return Optional.empty();
        var cells = new ArrayList<List<String>>();
        for (int i = 1; i < edges.size(); i++) cells.add(new ArrayList<>());
        for (Line line : Line.of(sheet, own))
            for (var span : line.spans()) {
                int column = 0;
                while (column < edges.size() - 2 && span.getFirst().left() >= edges.get(column + 1)) column++;
                cells.get(column)
                        .add(String.join(" ", span.stream().map(Word::text).toList()));
            }
        return Optional.of(new TableRow(cells, band, own.stream().allMatch(Word::bold)));
    }
}
