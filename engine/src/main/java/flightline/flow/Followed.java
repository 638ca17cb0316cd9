package flightline.flow;

import flightline.archive.GraphicStore;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import java.util.Optional;

/**
 * A reference and where it leads in this library.
 *
 * @param from the revision that refers
 * @param at the words that refer; absent where the reference stands outside the text
 * @param line 1-based, in the original file
 * @param kind in words, for example {@code data module}
 * @param target as written: a code, a number, an id
 * @param to where it leads, for example {@code DMC-…@002-00} or a file's name; empty where it leads nowhere
 * @param why in words: why it leads nowhere, or what is to be known of where it leads; else empty
 * @param graphic the picture, where it is one and is kept
 */
public record Followed(
        HeldDocument from,
        Optional<Place> at,
        int line,
        String kind,
        String target,
        String to,
        String why,
        Optional<GraphicStore.KeptGraphic> graphic) {
    public boolean resolved() {
        return !to.isEmpty();
    }
}
