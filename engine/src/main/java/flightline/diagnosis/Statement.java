package flightline.diagnosis;

import java.util.List;

/**
 * A sentence of the brief.
 *
 * @param citations numbers of the citations that it rests on; never empty
 */
public record Statement(String text, List<String> citations, Verdict verdict) {
    /** How the statement stands to its source. */
    public enum Verdict {
        /** Stands there letter for letter, white space aside. */
        QUOTED,
        /** Written anew, its numbers, identifiers and negations found in the source. */
        SUPPORTED
    }

    public Statement {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) throw new IllegalArgumentException("statement without citation: '" + text + "'");
    }
}
