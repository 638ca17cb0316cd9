package flightline.library.page;

import flightline.library.source.Block;
import java.util.ArrayList;
import java.util.List;

/** A finished sheet with its place: the page block it belongs to, its printed number there, and the anchors on it. */
record Leaf(Sheet sheet, Block.PageBlock block, int number, List<Row.Anchor> anchors) {

    static Leaf blank(Sheet sheet, Block.PageBlock block, int number) {
        return new Leaf(sheet, block, number, new ArrayList<>());
    }
}
