package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a page into regions to be read one after the other: what is above columns of text, each column, what is below.
 *
 * <p>A strip of white that runs down many lines is a gutter if what stands beside it reads as prose; where it reads as
 * cells, the strip parts the columns of a table and nothing is cut.
 */
final class ReadingOrder {
    private static final int DEEPEST = 6;
    private static final int FEWEST_LINES = 4;

    private ReadingOrder() {}

    /** Regions in reading order; each item is in exactly one. */
    static List<List<Item>> of(List<Item> items) {
        var regions = new ArrayList<List<Item>>();
        cut(items, 0, regions);
        return regions;
    }

    private static void cut(List<Item> items, int depth, List<List<Item>> regions) {
        if (items.isEmpty()) return;
        var bands = Band.of(items);
        Optional<Gutters> found = depth >= DEEPEST || bands.size() < FEWEST_LINES ? Optional.empty() : gutters(bands);
        if (found.isEmpty()) {
            regions.add(items);
            return;
        }
        Gutters gutters = found.get();
        cut(itemsOf(bands.subList(0, gutters.first)), depth + 1, regions);
        var within = itemsOf(bands.subList(gutters.first, gutters.last + 1));
        for (int column = 0; column <= gutters.at.size(); column++) {
            double from = column == 0 ? Double.NEGATIVE_INFINITY : gutters.at.get(column - 1);
            double to = column == gutters.at.size() ? Double.POSITIVE_INFINITY : gutters.at.get(column);
            var own = within.stream()
                    .filter(i -> from <= middle(i) && middle(i) < to)
                    .toList();
            cut(own, depth + 1, regions);
        }
        cut(itemsOf(bands.subList(gutters.last + 1, bands.size())), depth + 1, regions);
    }

    private static double middle(Item item) {
        return (item.area().left() + item.area().right()) / 2;
    }

    private static List<Item> itemsOf(List<Band> bands) {
        return bands.stream().flatMap(b -> b.items().stream()).toList();
    }

    /** Gutters at these x between the bands {@code first} and {@code last}, both inclusive. */
    private record Gutters(int first, int last, List<Double> at) {}

    private record Strip(int first, int last, Stretch free, int onBothSides) {}

    private static Optional<Gutters> gutters(List<Band> bands) {
        var strips = new ArrayList<Strip>();
        for (int i = 0; i < bands.size(); i++)
            for (Stretch gap : bands.get(i).gaps()) {
                int row = i;
                boolean known = strips.stream().anyMatch(s -> s.first <= row && row <= s.last && s.free.within(gap));
                if (!known) strips.add(strip(bands, i, gap));
            }
        return strips.stream()
                .filter(s -> s.onBothSides >= 1)
                .sorted(Comparator.comparingInt((Strip s) -> s.first - s.last))
                .limit(8)
                .flatMap(s -> columns(bands, s).stream())
                .findFirst();
    }

    private static Strip strip(List<Band> bands, int start, Stretch gap) {
        Stretch free = gap;
        int first = start;
        int last = start;
        while (first > 0 && wide(bands.get(first - 1).freeWithin(free)))
            free = bands.get(--first).freeWithin(free);
        while (last < bands.size() - 1 && wide(bands.get(last + 1).freeWithin(free)))
            free = bands.get(++last).freeWithin(free);
        double x = free.middle();
        // What stands below a gap on one side only comes after the columns, not at the foot of one.
        while (last > start && !bands.get(last).onBothSides(x) && standsApart(bands, last)) last--;
        int both = 0;
        for (Band band : bands.subList(first, last + 1)) if (band.onBothSides(x)) both++;
        return new Strip(first, last, free, both);
    }

    private static boolean standsApart(List<Band> bands, int row) {
        return bands.get(row - 1).y() - bands.get(row).y()
                > 2.2 * bands.get(row).size();
    }

    private static boolean wide(Stretch stretch) {
        return stretch.width() >= Band.GUTTER;
    }

    /** The gutters along this strip, where the text between them reads as columns. */
    private static Optional<Gutters> columns(List<Band> bands, Strip strip) {
        var rows = bands.subList(strip.first, strip.last + 1);
        var areas =
                rows.stream().flatMap(b -> b.items().stream()).map(Item::area).toList();
        var columns = Prose.withoutNarrow(Band.taken(areas));
        if (columns.size() < 2 || columns.size() > 4) return Optional.empty();
        boolean parted = false;
        for (int i = 1; i < columns.size(); i++)
            parted |= strip.free.within(
                    new Stretch(columns.get(i - 1).to(), columns.get(i).from()));
        if (!parted || !Prose.isSet(rows, columns)) return Optional.empty();
        var at = new ArrayList<Double>();
        for (int i = 1; i < columns.size(); i++)
            at.add((columns.get(i - 1).to() + columns.get(i).from()) / 2);
        return Optional.of(new Gutters(strip.first, strip.last, at));
    }
}
