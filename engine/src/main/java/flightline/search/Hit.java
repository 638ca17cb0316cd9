package flightline.search;

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
 */
public record Hit(Passage passage, HeldDocument document, double score, List<String> why) {
    public Hit {
        why = List.copyOf(why);
    }
}
