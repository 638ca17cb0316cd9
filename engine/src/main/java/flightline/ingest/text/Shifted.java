package flightline.ingest.text;

import flightline.corpus.Block;
import flightline.corpus.Place;

/** Blocks of a page that became part of another text. */
final class Shifted {
    private Shifted() {}

    static Block by(int offset, Block block) {
        return switch (block) {
            case Block.Heading b -> new Block.Heading(b.level() + 1, b.number(), b.text(), by(offset, b.place()));
            case Block.Paragraph b -> new Block.Paragraph(b.text(), by(offset, b.place()));
            case Block.ListItem b -> new Block.ListItem(b.label(), b.depth(), b.text(), by(offset, b.place()));
            case Block.Step b -> new Block.Step(b.number(), b.depth(), b.text(), by(offset, b.place()));
            case Block.Safety b -> new Block.Safety(b.kind(), b.general(), b.text(), by(offset, b.place()));
            case Block.Figure b -> new Block.Figure(b.reference(), b.text(), by(offset, b.place()));
            case Block.Table b ->
                new Block.Table(
                        b.caption(),
                        b.header(),
                        b.rows().stream()
                                .map(r -> new Block.Row(r.cells(), r.text(), by(offset, r.place())))
                                .toList(),
                        b.text(),
                        by(offset, b.place()));
            // Pages have none of these; their words stay.
            case Block.Fault _, Block.IsolationStep _, Block.IsolationEnd _, Block.Part _, Block.Exercise _ ->
                new Block.Paragraph(block.text(), by(offset, block.place()));
        };
    }

    private static Place by(int offset, Place place) {
        return Place.of(place.start() + offset, place.end() + offset);
    }
}
