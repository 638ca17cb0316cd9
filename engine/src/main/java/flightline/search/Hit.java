package flightline.search;

import flightline.corpus.Configuration;
import flightline.corpus.Effectivity;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import java.util.List;

/**
 * A passage found.
 *
 * @param score orders the hits of one answer, greater is better, 0 to about 1.5; not a probability and not comparable
 *     between questions
 * @param why short reasons in words, the strongest first: words and identifiers that matched, likeness in meaning,
 *     other documents that say the same
 * @param effectivity for which aircraft it holds, and whether for the one asked about
 */
public record Hit(Passage passage, HeldDocument document, double score, List<String> why, Effectivity effectivity) {
    public Hit {
        why = List.copyOf(why);
    }

    /** One found for no particular aircraft. */
    public Hit(Passage passage, HeldDocument document, double score, List<String> why) {
        this(passage, document, score, why, Effectivity.of(passage.applicability(), Configuration.UNKNOWN));
    }

    /** The same passage for other reasons. */
    Hit because(List<String> others) {
        return new Hit(passage, document, score, others, effectivity);
    }

    /** The same passage in another place of the order. */
    Hit scored(double other) {
        return new Hit(passage, document, other, why, effectivity);
    }
}
