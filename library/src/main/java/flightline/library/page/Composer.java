package flightline.library.page;

import flightline.library.figure.Drawing;
import flightline.library.source.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns a list of blocks into finished leaves. */
final class Composer {
    private final Flow flow;
    private final Galley galley;
    private final Numbering numbering = new Numbering();
    private final Function<Block.Listing.Kind, List<Row>> listings;
    private final List<Row> waiting = new ArrayList<>();
    private Optional<Row.Anchor> chapter = Optional.empty();

    Composer(
            Supplier<Sheet> stock,
            Faces faces,
            Function<String, Drawing> drawings,
            Function<Block.Listing.Kind, List<Row>> listings) {
        this.flow = new Flow(stock);
        this.galley = new Galley(faces, numbering, drawings);
        this.listings = listings;
    }

    List<Leaf> compose(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Chapter(String number, String title) ->
                    chapter = Optional.of(new Row.Anchor(1, number, title));
                case Block.PageBlock page -> open(page);
                case Block.SheetBreak _ -> {
                    pour();
                    flow.turn();
                }
                case Block.Listing(Block.Listing.Kind kind) -> waiting.addAll(listings.apply(kind));
                case Block.Columns(List<Block> inner) -> {
                    pour();
                    flow.placeInColumns(inner.stream()
                            .flatMap(each -> galley.set(each, Flow.COLUMN).stream())
                            .toList());
                }
                case Block.Task _,
                        Block.Heading _,
                        Block.Paragraph _,
                        Block.Step _,
                        Block.Item _,
                        Block.Notice _,
                        Block.Table _,
                        Block.Figure _,
                        Block.Changed _ -> waiting.addAll(galley.set(block, Sheet.MEASURE));
            }
        }
        pour();
        return flow.leaves();
    }

    /** Rows wait until something steers the pages, so that a heading or warning can stay with the block after it. */
    private void pour() {
        flow.place(waiting);
        waiting.clear();
    }

    private void open(Block.PageBlock page) {
        pour();
        flow.open(page);
        numbering.startPageBlock();
        chapter.ifPresent(flow.leaf().anchors()::add);
        chapter = Optional.empty();
        if (!page.kind().isEmpty()) {
            String title = page.title() + " - " + page.kind();
            flow.leaf().anchors().add(new Row.Anchor(2, page.subject(), title));
            waiting.add(Row.of(
                    26,
                    true,
                    (sheet, x, top) -> sheet.textMid(
                            Face.BOLD, 12.5, x + Sheet.MEASURE / 2, top - 12, title.toUpperCase(Locale.ROOT))));
        }
    }
}
