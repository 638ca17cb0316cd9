package flightline.ingest.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Drawn lines that meet one another: a table's rulings, or the box around a text.
 *
 * @param xs of its vertical lines, left to right
 * @param ys of its horizontal lines, top to bottom
 */
record Grid(List<Double> xs, List<Double> ys, List<Rule> rules) {
    private static final double SLACK = 3;
    private static final double SHORTEST = 5;

    int columns() {
        return xs.size() - 1;
    }

    int rows() {
        return ys.size() - 1;
    }

    Area area() {
        return new Area(xs.getFirst(), ys.getLast(), xs.getLast(), ys.getFirst());
    }

    Area cell(int row, int column) {
        return new Area(xs.get(column), ys.get(row + 1), xs.get(column + 1), ys.get(row));
    }

    /** Whether no line parts the cell from its right neighbour. */
    boolean openToTheRight(int row, int column) {
        double x = xs.get(column + 1);
        double y = cell(row, column).middle();
        return rules.stream().noneMatch(r -> !r.horizontal() && Math.abs(r.at() - x) <= SLACK && r.covers(y));
    }

    /** Whether no line parts the cell from the one below. */
    boolean openDownwards(int row, int column) {
        double y = ys.get(row + 1);
        double x = (xs.get(column) + xs.get(column + 1)) / 2;
        return rules.stream().noneMatch(r -> r.horizontal() && Math.abs(r.at() - y) <= SLACK && r.covers(x));
    }

    /** All grids and boxes of a page, top to bottom. */
    static List<Grid> of(List<Rule> drawn) {
        var rules = merged(drawn);
        if (rules.size() < 4 || rules.size() > 4_000) return List.of();
        var grids = new ArrayList<Grid>();
        var free = new ArrayList<>(rules);
        while (!free.isEmpty()) {
            var connected = new ArrayList<Rule>();
            var open = new ArrayDeque<Rule>();
            open.add(free.removeLast());
            while (!open.isEmpty()) {
                Rule rule = open.poll();
                connected.add(rule);
                for (var others = free.iterator(); others.hasNext(); ) {
                    Rule other = others.next();
                    if (rule.horizontal() != other.horizontal() && rule.meets(other, SLACK)) {
                        open.add(other);
                        others.remove();
                    }
                }
            }
            if (connected.size() >= 4) grid(connected).ifPresent(grids::add);
        }
        grids.sort(Comparator.comparingDouble((Grid g) -> -g.ys().getFirst()));
        return grids;
    }

    private static java.util.Optional<Grid> grid(List<Rule> rules) {
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        for (Rule rule : rules) (rule.horizontal() ? ys : xs).add(rule.at());
        // Lines that reach beyond the outermost crossing ones leave cells open at the side.
        for (Rule rule : rules) {
            var across = rule.horizontal() ? xs : ys;
            double first = across.stream().mapToDouble(v -> v).min().orElse(rule.from());
            double last = across.stream().mapToDouble(v -> v).max().orElse(rule.to());
            if (rule.from() < first - 12) across.add(rule.from());
            if (rule.to() > last + 12) across.add(rule.to());
        }
        var columns = clustered(xs);
        var rows = clustered(ys).reversed();
        return columns.size() < 2 || rows.size() < 2
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Grid(columns, rows, List.copyOf(rules)));
    }

    private static List<Double> clustered(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var clusters = new ArrayList<Double>();
        for (double value : sorted) if (clusters.isEmpty() || value - clusters.getLast() > SLACK) clusters.add(value);
        return clusters;
    }

    /** Pieces of one line drawn end to end, or twice, become one. */
    private static List<Rule> merged(List<Rule> drawn) {
        var sorted = drawn.stream()
                .sorted(Comparator.comparing(Rule::horizontal)
                        .thenComparingLong(r -> Math.round(r.at()))
                        .thenComparingDouble(Rule::from))
                .toList();
        var merged = new ArrayList<Rule>();
        for (Rule rule : sorted) {
            int last = merged.size() - 1;
            if (last >= 0
                    && merged.get(last).horizontal() == rule.horizontal()
                    && merged.get(last).meets(rule, 1.5)) {
                Rule before = merged.get(last);
                merged.set(
                        last,
                        new Rule(rule.horizontal(), before.at(), before.from(), Math.max(before.to(), rule.to())));
            } else merged.add(rule);
        }
        merged.removeIf(r -> r.length() < SHORTEST);
        return merged;
    }
}
