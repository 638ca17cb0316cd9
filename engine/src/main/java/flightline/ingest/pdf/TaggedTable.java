package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables as a structure tree gives them, where the page agrees: rows below one another, cells from left to right. */
final class TaggedTable {
    private static final int LONGEST_CELL = 60;

    private TaggedTable() {}

    record Found(TableOnPage table, List<Word> words) {}

    static List<Found> in(Sheet sheet, List<Word> words, Tags tags) {
        var tables = new TreeMap<Integer, SortedMap<Integer, SortedMap<Integer, List<Word>>>>();
        for (Word word : words)
            tags.of(sheet, word)
                    .filter(t -> t.table() > 0)
                    .ifPresent(t -> tables.computeIfAbsent(t.table(), k -> new TreeMap<>())
                            .computeIfAbsent(t.row(), k -> new TreeMap<>())
                            .computeIfAbsent(t.column(), k -> new ArrayList<>())
                            .add(word));
        var found = new ArrayList<Found>();
        for (var rows : tables.values())
            table(sheet, List.copyOf(rows.values()), words, tags).ifPresent(found::add);
        return found;
    }

    private static Optional<Found> table(
            Sheet sheet, List<SortedMap<Integer, List<Word>>> rows, List<Word> page, Tags tags) {
        var columns = rows.stream()
                .flatMap(r -> r.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        if (rows.size() < 2 || columns.size() < 2 || !agrees(rows)) return Optional.empty();
        var own = rows.stream()
                .flatMap(r -> r.values().stream())
                .flatMap(List::stream)
                .toList();
        Area area = Area.around(own);
        // Other text within would be torn out of its place.
        if (page.stream().filter(area::holds).count() > own.size()) return Optional.empty();
        var edges = new ArrayList<Double>();
        for (int column : columns)
            edges.add(rows.stream()
                    .filter(r -> r.containsKey(column))
                    .mapToDouble(
                            r -> Area.around(r.getOrDefault(column, List.of())).left())
                    .min()
                    .orElse(area.left()));
        edges.add(area.right());
        var written = rows.stream().map(r -> row(sheet, r, columns)).toList();
        int names = 0;
        while (names < rows.size() - 1 && names < 3 && areNames(sheet, rows.get(names), tags)) names++;
        int header = names > 0 ? names : TableHeader.rows(written, sheet.shades());
        return Optional.of(new Found(new TableOnPage(sheet, edges, written, header, false, area), own));
    }

    private static boolean agrees(List<SortedMap<Integer, List<Word>>> rows) {
        int filled = 0;
        double above = Double.POSITIVE_INFINITY;
        for (var row : rows) {
            double right = Double.NEGATIVE_INFINITY;
            double top = Double.NEGATIVE_INFINITY;
            double bottom = Double.POSITIVE_INFINITY;
            for (var cell : row.values()) {
                Area area = Area.around(cell);
                if (area.left() < right - 1 || cell.size() > LONGEST_CELL) return false;
                right = area.right();
                top = Math.max(top, area.top());
                bottom = Math.min(bottom, area.bottom());
                filled++;
            }
            if (top > above + 2) return false;
            above = bottom;
        }
        return filled >= rows.size() * 1.5;
    }

    private static boolean areNames(Sheet sheet, SortedMap<Integer, List<Word>> row, Tags tags) {
        return row.values().stream()
                .flatMap(List::stream)
                .allMatch(w -> tags.of(sheet, w).filter(Tag::names).isPresent());
    }

    private static TableRow row(Sheet sheet, SortedMap<Integer, List<Word>> row, List<Integer> columns) {
        var cells = new ArrayList<List<String>>();
        for (int column : columns)
            cells.add(Line.of(sheet, row.getOrDefault(column, List.of())).stream()
                    .map(Line::text)
                    .toList());
        var own = row.values().stream().flatMap(List::stream).toList();
        return new TableRow(cells, Area.around(own), own.stream().allMatch(Word::bold));
    }
}
