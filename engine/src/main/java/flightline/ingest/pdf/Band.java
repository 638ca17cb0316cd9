package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One row of items across a region, with the stretches of x that they take up.
 *
 * @param taken left and right ends, left to right, without those of gaps too narrow to be a gutter
 */
record Band(double y, double size, List<Item> items, List<Stretch> taken) {
    /** A gutter between columns of text is at least this wide. */
    static final double GUTTER = 8;

    /** Rows of the items from top to bottom; what is taller than a line takes its x in every row that it passes. */
    static List<Band> of(List<Item> items) {
        var bands = new ArrayList<Band>();
        var tall = items.stream().filter(i -> i.word().isEmpty()).toList();
        var words = items.stream().flatMap(i -> i.word().stream()).toList();
        for (var row : Line.rows(words)) {
            Area area = Area.around(row);
            var own = row.stream().map(Item::of).toList();
            var beside =
                    tall.stream().map(Item::area).filter(a -> a.bottom() < area.middle() && area.middle() < a.top());
            var areas = java.util.stream.Stream.concat(own.stream().map(Item::area), beside)
                    .toList();
            bands.add(new Band(area.middle(), area.height(), own, taken(areas)));
        }
        for (Item item : tall)
            bands.add(new Band(item.area().middle(), item.area().height(), List.of(item), taken(List.of(item.area()))));
        bands.sort(Comparator.comparingDouble((Band b) -> -b.y()));
        return bands;
    }

    static List<Stretch> taken(List<Area> areas) {
        var sorted =
                areas.stream().sorted(Comparator.comparingDouble(Area::left)).toList();
        var taken = new ArrayList<Stretch>();
        for (Area area : sorted) {
            if (!taken.isEmpty() && area.left() - taken.getLast().to() < GUTTER)
                taken.set(
                        taken.size() - 1,
                        new Stretch(
                                taken.getLast().from(), Math.max(taken.getLast().to(), area.right())));
            else taken.add(new Stretch(area.left(), area.right()));
        }
        return taken;
    }

    /** The stretches between what is taken, without the margins. */
    List<Stretch> gaps() {
        var gaps = new ArrayList<Stretch>();
        for (int i = 1; i < taken.size(); i++)
            gaps.add(new Stretch(taken.get(i - 1).to(), taken.get(i).from()));
        return gaps;
    }

    /** The widest part of the stretch that is free in this row. */
    Stretch freeWithin(Stretch stretch) {
        var best = new Stretch(stretch.from(), stretch.from());
        double from = stretch.from();
        for (Stretch t : taken) {
            if (t.to() <= from) continue;
            double to = Math.min(t.from(), stretch.to());
            if (to - from > best.width()) best = new Stretch(from, to);
            from = Math.max(from, t.to());
            if (from >= stretch.to()) break;
        }
        return stretch.to() - from > best.width() ? new Stretch(from, stretch.to()) : best;
    }

    boolean onBothSides(double x) {
        return taken.getFirst().from() < x && taken.getLast().to() > x;
    }
}
