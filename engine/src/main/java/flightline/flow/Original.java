package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.HeldDocument;
import flightline.search.PassageIndex;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The bytes of the file that a document came from, or why they are not handed out: a file may hold more than one document. */
public sealed interface Original {
    /**
     * Every document of the file may be seen by who asks.
     *
     * @param place where it lies, for people to read
     */
    record Whole(String place) implements Original {}

    /** @param why in words for who asked; tells nothing of a document that he may not see */
    record Withheld(String why) implements Original {}

    /** @param maySee whether the asker may see a document; one that waits in quarantine is never handed out */
    static Original of(HeldDocument document, PassageIndex index, Archive archive, Predicate<HeldDocument> maySee) {
        List<HeldDocument> besides = Stream.concat(index.documents().stream(), index.quarantined().stream())
                .filter(other -> other.source().equals(document.source()))
                .filter(other -> !other.key().equals(document.key()) || other.quarantined())
                .toList();
        if (!besides.stream().allMatch(maySee)) return incomplete(document);
        if (besides.stream().anyMatch(HeldDocument::quarantined))
            return new Withheld(document.fileName()
                    + " holds another document, which waits in quarantine (flightline library quarantine)");
        return archive.holdsOriginal(document.source())
                ? new Whole(archive.place(document.source()))
                : incomplete(document);
    }

    /** In the same words whether another document in the file was removed or is not for this asker. */
    private static Withheld incomplete(HeldDocument document) {
        return new Withheld(document.fileName() + " holds more than this document, so the file is not handed out");
    }
}
