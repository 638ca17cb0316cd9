package flightline.diagnosis.claim;

/** What a token does for the sense of its sentence. */
enum Kind {
    /** Carries meaning by itself: "pump", "inspect". */
    WORD,
    /** Holds others together: "the", "of", "is". */
    FILLER,
    /** A number with its sign and unit, or a number word. */
    VALUE,
    /** A part number, reference or code. */
    IDENTIFIER,
    /** Has an opposite: "left", "open", "increase". */
    OPPOSITE,
    /** Denies: "not", "never", "without". */
    NEGATION,
    /** Obliges, advises or permits: "must", "should", "may". */
    DUTY,
    /** Bounds a value: "at least", "about". */
    BOUND,
    /** Says how often or of how many: "only", "usually", "all". */
    DEGREE,
    /** Says what comes first: "before", "then". */
    ORDER,
    /** Says under what condition: "if", "unless", "until". */
    CONDITION,
    /** Parts two passages. */
    BREAK;

    /** Whether a sentence changes its sense where such a token is added, lost or exchanged. */
    boolean turnsSense() {
        return switch (this) {
            case VALUE, IDENTIFIER, OPPOSITE, NEGATION, DUTY, BOUND, DEGREE, ORDER, CONDITION -> true;
            case WORD, FILLER, BREAK -> false;
        };
    }

    /** Whether such a token names something, so that others can be found to stand beside it. */
    boolean names() {
        return this == WORD || this == VALUE || this == IDENTIFIER || this == OPPOSITE;
    }
}
