package flightline.ingest.pdf;

import java.util.List;
import java.util.Optional;

/**
 * What is put in reading order: a word, or pieces that stay together (a ruled table, a box with its text).
 *
 * @param pieces empty for a word
 */
record Item(Area area, Optional<Word> word, List<Piece> pieces) {
    static Item of(Word word) {
        return new Item(Area.of(word), Optional.of(word), List.of());
    }

    static Item of(Area area, List<Piece> pieces) {
        return new Item(area, Optional.empty(), List.copyOf(pieces));
    }
}
