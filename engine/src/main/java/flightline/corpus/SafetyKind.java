package flightline.corpus;

/** How grave a safety text is, gravest first. */
public enum SafetyKind {
    /** Injury or death is possible. */
    WARNING,
    /** Damage to equipment is possible. */
    CAUTION,
    /** Makes the work easier or clearer; harm is not possible. */
    NOTE
}
