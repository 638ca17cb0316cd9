package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds tables without drawn columns: lines whose parts stand under one another with white between. */
final class AlignedTable {
    private static final double WHITE = 6.5;

    private AlignedTable() {}

    /**
     * The table that begins with a line.
     *
     * @param lines how many lines it takes
     */
    record Found(TableOnPage table, int lines) {}

    static Optional<Found> at(List<Line> lines, int start) {
        if (!mayBegin(lines.get(start))) return Optional.empty();
        var columns = columns(lines.get(start));
        int end = start + 1;
        int manyParts = 1;
        int complete = end;
        for (; end < lines.size(); end++) {
            Line line = lines.get(end);
            if (!goesOn(lines.get(end - 1), line, lines.get(start))) break;
            var spans = line.spans();
            var wider = widened(columns, spans);
            if (wider.size() < columns.size() || columnsHit(wider, spans) < spans.size()) break;
            boolean second = end == start + 1 && isSecondOfNames(lines, end, wider.size());
            if (!second && otherColumns(lines.subList(start, end), columns, line)) break;
            if (spans.size() > 1 && wider.size() > columns.size() && manyParts > 2) break;
            columns = wider;
            if (spans.size() > 1) manyParts++;
            // A lone line is a wrapped cell if it is set close; what stands apart below the last row is not the
            // table's.
            if (spans.size() > 1 || close(lines.get(end - 1), line)) complete = end + 1;
        }
        var taken = lines.subList(start, complete);
        int fewest = columns.size() > 2 || isNamesOverValues(taken) ? 2 : 3;
        if (manyParts < fewest || columns.size() < 2 || !aligned(taken, columns)) return Optional.empty();
        return Optional.of(new Found(table(taken, columns), taken.size()));
    }

    private static boolean mayBegin(Line line) {
        var spans = line.spans();
        return spans.size() > 1 && isCellLike(line, spans);
    }

    private static boolean isCellLike(Line line, List<List<Word>> spans) {
        String first = text(spans.getFirst());
        return !Label.stands(first + " x")
                && !Label.stands(line)
                && !Leaders.in(line.text())
                && SafetyLabel.of(line.text()).isEmpty();
    }

    private static boolean goesOn(Line above, Line line, Line first) {
        double gap = above.baseline() - line.baseline();
        if (gap > 3.4 * Math.max(above.size(), line.size()) || line.frame() != first.frame()) return false;
        if (line.size() > 1.2 * first.size() || line.size() < 0.7 * first.size()) return false;
        return line.spans().size() > 1
                ? isCellLike(line, line.spans())
                : SafetyLabel.of(line.text()).isEmpty() && !Leaders.in(line.text());
    }

    /** Names of columns below names of groups of them, both in bold, with a row of values below that has every column. */
    private static boolean isSecondOfNames(List<Line> lines, int at, int columns) {
        return lines.get(at - 1).bold()
                && lines.get(at).bold()
                && at + 1 < lines.size()
                && !lines.get(at + 1).bold()
                && lines.get(at + 1).spans().size() >= columns;
    }

    /** Set apart by white and with parts elsewhere than the lines above: other columns, so another table. */
    private static boolean otherColumns(List<Line> above, List<Stretch> columns, Line line) {
        if (line.spans().size() < 2 || above.getLast().baseline() - line.baseline() < 1.7 * line.size()) return false;
        var parts = line.spans().stream().map(AlignedTable::reach).toList();
        boolean fresh = parts.stream().anyMatch(p -> columns.stream().noneMatch(p::meets));
        boolean left = columns.stream().anyMatch(c -> parts.stream().noneMatch(c::meets));
        return fresh && left;
    }

    /** Two lines alone, the first of them of another dress than the second: what is what, as forms have it. */
    private static boolean isNamesOverValues(List<Line> lines) {
        if (lines.size() != 2) return false;
        var names = lines.getFirst().spans();
        var values = lines.getLast().spans();
        if (names.size() != values.size()
                || lines.getFirst().bold() == lines.getLast().bold()) return false;
        for (int i = 0; i < names.size(); i++)
            if (Math.abs(reach(names.get(i)).from() - reach(values.get(i)).from()) > 3) return false;
        return true;
    }

    private static boolean close(Line above, Line line) {
        return above.baseline() - line.baseline() <= 1.45 * Math.max(above.size(), line.size());
    }

    private static List<Stretch> columns(Line line) {
        var columns = new ArrayList<Stretch>();
        for (var span : line.spans()) columns.add(reach(span));
        return columns;
    }

    private static Stretch reach(List<Word> span) {
        Area area = Area.around(span);
        return new Stretch(area.left(), area.right());
    }

    /** The columns with these parts added; parts that bridge two columns make them one. */
    private static List<Stretch> widened(List<Stretch> columns, List<List<Word>> spans) {
        var all = new ArrayList<>(columns);
        for (var span : spans) all.add(reach(span));
        all.sort(Comparator.comparingDouble(Stretch::from));
        var merged = new ArrayList<Stretch>();
        for (Stretch column : all) {
            if (!merged.isEmpty() && column.from() - merged.getLast().to() < WHITE) {
                Stretch last = merged.removeLast();
                merged.add(new Stretch(last.from(), Math.max(last.to(), column.to())));
            } else merged.add(column);
        }
        return merged;
    }

    private static long columnsHit(List<Stretch> columns, List<List<Word>> spans) {
        return columns.stream()
                .filter(c -> spans.stream().anyMatch(s -> reach(s).within(c)))
                .count();
    }

    /** In each column, most parts share a left edge, a right edge or a middle; running text set with wide blanks does not. */
    private static boolean aligned(List<Line> lines, List<Stretch> columns) {
        for (Stretch column : columns) {
            var parts = lines.stream()
                    .flatMap(l -> l.spans().stream())
                    .map(Area::around)
                    .filter(a -> a.left() >= column.from() - 0.1 && a.right() <= column.to() + 0.1)
                    .toList();
            boolean aligned = shared(parts.stream().map(Area::left).toList())
                    || shared(parts.stream().map(Area::right).toList())
                    || shared(
                            parts.stream().map(a -> (a.left() + a.right()) / 2).toList());
            if (!aligned) return false;
        }
        return true;
    }

    private static boolean shared(List<Double> positions) {
        long most = positions.stream()
                .mapToLong(
                        p -> positions.stream().filter(o -> Math.abs(o - p) < 3).count())
                .max()
                .orElse(0);
        return most * 10 >= positions.size() * 6L;
    }

    private static TableOnPage table(List<Line> lines, List<Stretch> columns) {
        var edges = new ArrayList<Double>();
        edges.add(columns.getFirst().from());
        for (int i = 1; i < columns.size(); i++)
            edges.add((columns.get(i - 1).to() + columns.get(i).from()) / 2);
        edges.add(columns.getLast().to());
        Sheet sheet = lines.getFirst().sheet();
        var words = lines.stream().flatMap(l -> l.words().stream()).toList();
        Area area = Area.around(words);
        boolean second = isSecondOfNames(lines, 1, columns.size());
        double namesAt = lines.get(1).baseline();
        var rules = sheet.rules().stream()
                .filter(r -> r.horizontal()
                        && r.at() < area.top()
                        && r.at() > area.bottom()
                        && (r.length() > 0.5 * area.width() || (second && r.at() > namesAt)))
                .toList();
        var rows = RowCutter.carriedDown(new RowCutter(edges, rules).rows(words));
        int names = TableHeader.rows(rows, sheet.shades());
        return new TableOnPage(sheet, edges, names == 2 ? grouped(sheet, rows, edges) : rows, names, false, area);
    }

    /** The rows, where a name in the first reaches over the columns that a line is drawn over below it. */
    private static List<TableRow> grouped(Sheet sheet, List<TableRow> rows, List<Double> edges) {
        TableRow groups = rows.getFirst();
        TableRow names = rows.get(1);
        var owners = new ArrayList<>(groups.owners());
        for (int c = 1; c < owners.size(); c++) {
            boolean below =
                    groups.cells().get(c).isEmpty() && !names.cells().get(c).isEmpty();
            double from = edges.get(owners.get(c - 1)) + 0.5 * (edges.get(c) - edges.get(c - 1));
            double to = (edges.get(c) + edges.get(c + 1)) / 2;
            boolean lined = sheet.rules().stream()
                    .anyMatch(r -> r.horizontal()
                            && r.at() < groups.area().middle()
                            && r.at() > names.area().middle()
                            && r.from() <= from
                            && r.to() >= to);
            if (below && lined && !groups.cells().get(owners.get(c - 1)).isEmpty()) owners.set(c, owners.get(c - 1));
        }
        var all = new ArrayList<>(rows);
        all.set(0, new TableRow(groups.cells(), groups.area(), groups.bold(), owners));
        return all;
    }

    private static String text(List<Word> span) {
        return span.stream().map(Word::text).collect(java.util.stream.Collectors.joining(" "));
    }
}
