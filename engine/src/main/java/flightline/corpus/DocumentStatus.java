package flightline.corpus;

/** What a document's own text says of its standing; whether a newer one replaces it is the library's knowledge. */
public enum DocumentStatus {
    /** Valid from its date of issue. */
    FINAL,
    /** A draft put to comment; binds nobody. */
    PROPOSED,
    /** Amends a directive that stays in force as corrected; replaces nothing. */
    CORRECTION,
    /** Withdrawn or cancelled by its issuer. */
    WITHDRAWN,
    /** Says of itself that another has taken its place or that it is obsolete. */
    SUPERSEDED,
    /** Marked as deleted (S1000D issue type {@code deleted}). */
    DELETED
}
