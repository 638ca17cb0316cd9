package flightline.drafting.datamodule;

import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;

/**
 * Words of the source, with where they stand.
 *
 * @param from the block that they are of
 * @param place of these words; that of the block, or of a row in it
 */
public record Traced(PlacedBlock from, Place place, String text) {
    static Traced all(PlacedBlock placed) {
        return new Traced(placed, placed.block().place(), placed.block().text());
    }

    /** What the source calls it: the number of a step, the label of an item; empty where it has none. */
    public String label() {
        return switch (from.block()) {
            case Block.Step step -> step.number();
            case Block.ListItem item -> item.label();
            case Block.Heading heading -> heading.number();
            case Block.Paragraph paragraph -> "";
            case Block.Safety safety -> safety.kind().name();
            case Block.Table table -> table.caption();
            case Block.Figure figure -> figure.reference();
            case Block.Fault fault -> fault.code();
            case Block.IsolationStep step -> step.id();
            case Block.IsolationEnd end -> end.id();
            case Block.Part part -> part.item();
            case Block.Exercise exercise -> "";
        };
    }
}
