package flightline.app.http;

import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import java.util.List;

/** Ways from a document in the list of the library. */
public final class Shelf {
    private Shelf() {}

    /** Where it is read from its beginning. */
    public static String open(HeldDocument document) {
        var header = document.header();
        return PlaceAddress.of(header.id().value(), header.revision().exact(), 0, 0);
    }

    public static String differences(HeldDocument document) {
        return "/library/differences?document="
                + PlaceAddress.encoded(document.header().id().value());
    }

    public static boolean isMarked(HeldDocument document) {
        return !document.header().marking().equals(Marking.UNMARKED);
    }

    /** How many revisions of the same document are held. */
    public static long revisions(List<HeldDocument> held, HeldDocument document) {
        return held.stream()
                .filter(other -> other.header().id().equals(document.header().id()))
                .count();
    }
}
