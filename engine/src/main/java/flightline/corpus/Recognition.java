package flightline.corpus;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which stretches of a document's source text were recognised in pictures, and which identifiers and numbers within them
 * are uncertain. Both in order, without overlaps.
 */
public record Recognition(List<Span> recognised, List<Span> uncertain) {
    /** Of documents whose text was written as characters throughout. */
    public static final Recognition NONE = new Recognition(List.of(), List.of());

    /**
     * A stretch of the source text.
     *
     * @param start 0-based offset of the first UTF-16 unit
     * @param end offset after the last unit
     */
    public record Span(int start, int end) {
        boolean meets(Place place) {
            return start < place.end() && place.start() < end;
        }
    }

    public Recognition {
        recognised = List.copyOf(recognised);
        uncertain = List.copyOf(uncertain);
    }

    /** How the text at the place was read. */
    Reading of(Place place, String sourceText) {
        if (recognised.stream().noneMatch(s -> s.meets(place))) return Reading.CHARACTERS;
        var doubts = new LinkedHashSet<String>();
        for (Span span : uncertain) if (span.meets(place)) doubts.add(sourceText.substring(span.start, span.end));
        return new Reading(true, List.copyOf(doubts));
    }
}
