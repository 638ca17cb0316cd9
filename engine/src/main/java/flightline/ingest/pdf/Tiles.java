package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Tinted rectangles set edge to edge are the cells of a table whose lines are not drawn. */
final class Tiles {
    private static final double TOUCHING = 1.5;
    private static final double TALLEST = 200;
    private static final int MOST = 4_000;

    private Tiles() {}

    /** The edges of all tiles that have another one at their side. */
    static List<Rule> edges(List<Area> shades) {
        var tiles = shades.stream()
                .filter(a -> a.height() < TALLEST)
                .distinct()
                .limit(MOST)
                .toList();
        var edges = new HashSet<Rule>();
        for (int i = 0; i < tiles.size(); i++)
            for (int j = 0; j < tiles.size(); j++)
                if (i != j && sideBySide(tiles.get(i), tiles.get(j))) {
                    edges.addAll(around(tiles.get(i)));
                    edges.addAll(around(tiles.get(j)));
                }
        return new ArrayList<>(edges);
    }

    private static boolean sideBySide(Area left, Area right) {
        return Math.abs(left.right() - right.left()) < TOUCHING
                && Math.abs(left.top() - right.top()) < TOUCHING
                && Math.abs(left.bottom() - right.bottom()) < TOUCHING;
    }

    private static List<Rule> around(Area tile) {
        return List.of(
                new Rule(true, tile.top(), tile.left(), tile.right()),
                new Rule(true, tile.bottom(), tile.left(), tile.right()),
                new Rule(false, tile.left(), tile.bottom(), tile.top()),
                new Rule(false, tile.right(), tile.bottom(), tile.top()));
    }
}
