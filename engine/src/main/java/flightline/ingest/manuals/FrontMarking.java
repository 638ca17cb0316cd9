package flightline.ingest.manuals;

import flightline.corpus.Marking;
import flightline.ingest.marking.MarkingReading;
import flightline.ingest.xml.XmlElement;
import java.util.function.Predicate;

/**
 * What a manual says in words, outside of what is cut out of it, of who may see it: a distribution statement or a warning
 * of export control on its cover. It holds for every piece of the manual.
 */
final class FrontMarking {
    private FrontMarking() {}

    /** @param piece whether an element is cut out of the manual, and what it says is its own */
    static Marking of(XmlElement holder, Predicate<XmlElement> piece) {
        Marking found = holder.hasOwnWords() ? MarkingReading.ofStatement(holder.text()) : Marking.UNMARKED;
        for (XmlElement child : holder.children()) if (!piece.test(child)) found = found.and(of(child, piece));
        return found;
    }
}
