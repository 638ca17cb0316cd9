package flightline.drafting.print;

import flightline.corpus.Citation;
import flightline.drafting.Paper;
import flightline.drafting.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The short marks behind quoted words, {@code S1 p. 12}: a document of the list of sources, and its page where it has pages. */
final class Mark {
    private final Map<String, Integer> numbers = new HashMap<>();

    Mark(Paper paper) {
        List<Citation> sources = paper.sources();
        for (int at = 0; at < sources.size(); at++) numbers.put(key(sources.get(at)), at + 1);
    }

    /** Absent for words that are from no document; a record is named beside its words. */
    Optional<String> of(Words words) {
        if (!(words instanceof Words.Quoted(var text, var citation))) return Optional.empty();
        String page = citation.place().page().isPresent()
                ? " p. " + citation.place().page().getAsInt()
                : "";
        return Optional.of("S" + numbers.getOrDefault(key(citation), 0) + page);
    }

    private static String key(Citation citation) {
        return citation.document().value() + "@" + citation.revision() + " "
                + citation.source().hex();
    }
}
