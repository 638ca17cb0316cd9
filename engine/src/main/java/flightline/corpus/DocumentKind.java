package flightline.corpus;

/** What a document is for. */
public enum DocumentKind {
    MANUAL,
    DATA_MODULE,
    PUBLICATION_MODULE,
    DIRECTIVE,
    SERVICE_BULLETIN,
    MINIMUM_EQUIPMENT_LIST,
    REPORT,
    /** Everything else that was handed in. */
    REFERENCE
}
