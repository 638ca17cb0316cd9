package flightline.audit;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.Place;
import flightline.corpus.RecordId;
import java.util.List;

/**
 * What an answer was sought in and what of it was shown: ids and hashes, no word of any document. What goes beyond the
 * bounds is only counted, so that an entry stays small.
 *
 * @param retrieved ids of passages and records that were looked at, best first, at most {@value #MOST_RETRIEVED}
 * @param retrievedInAll how many there were
 * @param shown in the order of the answer, at most {@value #MOST_SHOWN}
 * @param shownInAll how many there were
 */
public record Exposure(List<String> retrieved, int retrievedInAll, List<Shown> shown, int shownInAll) {
    static final int MOST_RETRIEVED = 16;
    static final int MOST_SHOWN = 32;

    /** Nothing was looked at. */
    public static final Exposure NONE = new Exposure(List.of(), 0, List.of(), 0);

    /**
     * A text that was shown.
     *
     * @param id of the passage or record it stands in
     * @param sha256 of the text in UTF-8, letter for letter as it was shown
     */
    public record Shown(String id, String sha256) {
        public static Shown text(String id, String text) {
            return new Shown(id, ContentHash.of(text).hex());
        }
    }

    public Exposure {
        retrieved = List.copyOf(retrieved);
        shown = List.copyOf(shown);
        if (retrieved.size() > retrievedInAll || shown.size() > shownInAll)
            throw new IllegalArgumentException("more is listed than there was: " + retrieved.size() + " of "
                    + retrievedInAll + " and " + shown.size() + " of " + shownInAll);
    }

    /** All of that, as far as the bounds go. */
    public static Exposure of(List<String> retrieved, List<Shown> shown) {
        return new Exposure(
                retrieved.subList(0, Math.min(MOST_RETRIEVED, retrieved.size())),
                retrieved.size(),
                shown.subList(0, Math.min(MOST_SHOWN, shown.size())),
                shown.size());
    }

    /** Id of a stretch of a document, for example {@code AMM-32-41@002-00 1200..1450}. */
    public static String passage(DocumentId document, String revision, Place place) {
        return document.value() + "@" + revision + " " + place.start() + ".." + place.end();
    }

    /** Id of a maintenance record, for example {@code record R-0042}. */
    public static String record(RecordId record) {
        return "record " + record.value();
    }

    boolean isEmpty() {
        return retrievedInAll == 0 && shownInAll == 0;
    }
}
