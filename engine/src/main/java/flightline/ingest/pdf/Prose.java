package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;

/** Tells columns of running text from columns of a table. */
final class Prose {
    private static final double NARROWEST = 85;
    private static final int FEWEST_LINES = 4;

    private Prose() {}

    /** A stretch as narrow as a step's number belongs to the text at its right. */
    static List<Stretch> withoutNarrow(List<Stretch> columns) {
        var kept = new ArrayList<Stretch>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            Stretch column = columns.get(i);
            boolean label =
                    column.width() < 32 && !kept.isEmpty() && kept.getFirst().from() - column.to() < 40;
            if (label) kept.set(0, new Stretch(column.from(), kept.getFirst().to()));
            else kept.addFirst(column);
        }
        return kept;
    }

    /**
     * Whether the columns are about as wide as each other, full of text, and not made of cells that begin side by side.
     */
    static boolean isSet(List<Band> rows, List<Stretch> columns) {
        double widest = columns.stream().mapToDouble(Stretch::width).max().orElse(0);
        var starts = new ArrayList<List<Double>>();
        for (Stretch column : columns) {
            if (column.width() < Math.max(NARROWEST, 0.6 * widest)) return false;
            var lines = lines(rows, column);
            if (lines.size() < FEWEST_LINES) return false;
            long full = lines.stream()
                    .filter(l -> l.width() >= 0.7 * column.width())
                    .count();
            if (full * 5 < lines.size() * 2L) return false;
            if (parted(rows, column) * 5 > lines.size() * 2L) return false;
            starts.add(starts(lines));
        }
        return !sideBySide(starts);
    }

    /** How many lines of the column have a gap within, as the cells of a row have and running text has not. */
    private static long parted(List<Band> rows, Stretch column) {
        return rows.stream()
                .filter(row -> row.gaps().stream()
                        .anyMatch(
                                gap -> gap.from() > column.from() + 32 && gap.to() < column.to() && gap.width() < 200))
                .count();
    }

    private static List<Area> lines(List<Band> rows, Stretch column) {
        var lines = new ArrayList<Area>();
        for (Band row : rows)
            row.items().stream()
                    .map(Item::area)
                    .filter(a -> column.from() - 1 <= a.left() && a.right() <= column.to() + 1)
                    .reduce(Area::around)
                    .ifPresent(lines::add);
        return lines;
    }

    /** Tops of the lines that stand below a gap wider than the column's usual one. */
    private static List<Double> starts(List<Area> lines) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++)
            gaps.add(lines.get(i - 1).bottom() - lines.get(i).bottom());
        double usual = gaps.stream().sorted().skip(gaps.size() / 3).findFirst().orElse(12.0);
        var starts = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++)
            if (gaps.get(i - 1) > 1.3 * usual) starts.add(lines.get(i).middle());
        return starts;
    }

    private static boolean sideBySide(List<List<Double>> starts) {
        var fewest = starts.stream()
                .min(java.util.Comparator.comparingInt(List::size))
                .orElse(List.of());
        if (fewest.size() < 2) return false;
        long shared = fewest.stream()
                .filter(y -> starts.stream().allMatch(column -> column.stream().anyMatch(o -> Math.abs(o - y) < 2.5)))
                .count();
        return shared * 4 >= fewest.size() * 3L;
    }
}
