package flightline.search;

import java.util.List;

/**
 * What was found for a question, best first.
 *
 * @param total count of passages in scope that share a word with the question or are among the nearest in meaning,
 *     passages with the same text counted each
 * @param exact whether {@code total} is the exact count or a lower bound
 */
public record Evidence(List<Hit> hits, long total, boolean exact) {
    public static final Evidence NONE = new Evidence(List.of(), 0, true);

    public Evidence {
        hits = List.copyOf(hits);
    }
}
