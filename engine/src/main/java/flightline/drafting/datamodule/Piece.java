package flightline.drafting.datamodule;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.List;
import java.util.Optional;

/** What stands in a step besides its own words. */
sealed interface Piece {
    record Para(Traced words) implements Piece {}

    record Note(Traced words) implements Piece {}

    /** @param counted whether the source numbers them */
    record Items(List<Item> items, boolean counted) implements Piece {}

    /** @param title its caption where that stands in the source text; else the caption of the table is its title */
    record Grid(PlacedBlock placed, Block.Table table, Optional<Traced> title) implements Piece {}

    record Picture(Traced title) implements Piece {}

    /** An item with those within it. */
    record Item(Traced words, List<Item> within) {}
}
