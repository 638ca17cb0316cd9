package flightline.library.page;

import flightline.library.source.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Pours rows into sheets, in one column or in two of equal height. */
final class Flow {
    static final double GUTTER = 20;
    static final double COLUMN = (Sheet.MEASURE - GUTTER) / 2;

    private final Supplier<Sheet> stock;
    private final List<Leaf> leaves = new ArrayList<>();
    private double y;

    Flow(Supplier<Sheet> stock) {
        this.stock = stock;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    void open(Block.PageBlock block) {
        leaves.add(Leaf.blank(stock.get(), block, block.firstPage()));
        y = Sheet.TOP;
    }

    void turn() {
        Leaf leaf = leaf();
        leaves.add(Leaf.blank(stock.get(), leaf.block(), leaf.number() + 1));
        y = Sheet.TOP;
    }

    void place(List<Row> rows) {
        for (List<Row> group : groups(rows)) {
            if (height(group) > y - Sheet.BOTTOM && y < Sheet.TOP) {
                turn();
                y = repeat(group.getFirst(), Sheet.LEFT, y);
            }
            y = paint(group, Sheet.LEFT, y);
        }
    }

    void placeInColumns(List<Row> rows) {
        List<List<Row>> rest = new ArrayList<>(groups(rows));
        while (!rest.isEmpty()) {
            // Half of what is left, and a little for the uneven cut; a full page takes both columns to the foot.
            double room = Math.min(
                    y - Sheet.BOTTOM, rest.stream().mapToDouble(Flow::height).sum() / 2 + 18);
            double lowest = y;
            for (int column = 0; column < 2; column++) {
                double at = y;
                double x = Sheet.LEFT + column * (COLUMN + GUTTER);
                double limit =
                        column == 1 && rest.stream().mapToDouble(Flow::height).sum() < y - Sheet.BOTTOM
                                ? y - Sheet.BOTTOM
                                : room;
                while (!rest.isEmpty() && (y - at + height(rest.getFirst()) <= limit || (at == y && y == Sheet.TOP))) {
                    at = paint(rest.removeFirst(), x, at);
                }
                lowest = Math.min(lowest, at);
            }
            if (rest.isEmpty()) {
                y = lowest - 8;
            } else {
                turn();
            }
        }
    }

    private double paint(List<Row> group, double x, double top) {
        double at = top;
        for (Row row : group) {
            row.paint(leaf().sheet(), x, at);
            row.anchor().ifPresent(leaf().anchors()::add);
            at -= row.height();
        }
        return at;
    }

    private double repeat(Row row, double x, double top) {
        double at = top;
        for (Row head : row.head()) {
            head.paint(leaf().sheet(), x, at);
            at -= head.height();
        }
        return at;
    }

    /** Rows that stay together; a chain taller than half a page is let go, or it could never be placed well. */
    private static List<List<Row>> groups(List<Row> rows) {
        List<List<Row>> groups = new ArrayList<>();
        List<Row> group = new ArrayList<>();
        for (Row row : rows) {
            group.add(row);
            if (!row.keep() || height(group) > (Sheet.TOP - Sheet.BOTTOM) * 0.6) {
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private static double height(List<Row> rows) {
        return rows.stream().mapToDouble(Row::height).sum();
    }

    Leaf leaf() {
        if (leaves.isEmpty()) {
            throw new IllegalStateException("text before the first page block");
        }
        return leaves.getLast();
    }
}
