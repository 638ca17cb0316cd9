package flightline.diagnosis.claim;

/**
 * Why a sentence does not follow from the passages it cites.
 *
 * @param words for a technician: the value, and what the passage says instead where that is known
 */
public record Fault(Rule rule, String words) {
    /** What the sentence breaks. */
    public enum Rule {
        VALUE,
        IDENTIFIER,
        OPPOSITE,
        NEGATION,
        DUTY,
        BOUND,
        DEGREE,
        THING,
        ORDER,
        CONDITION,
        UNKNOWN_WORD,
        RELEASE,
        MARKUP
    }
}
