package flightline.drafting.compliance;

/** Whether something holds, as far as it is known. */
enum Answered {
    YES,
    NO,
    UNKNOWN;

    Answered not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Both: one that does not hold is enough. */
    Answered and(Answered other) {
        if (this == NO || other == NO) return NO;
        return this == YES && other == YES ? YES : UNKNOWN;
    }
}
