package flightline.ingest;

/** What a file's bytes are, found by looking at them; the extension only decides between kinds that look alike. */
public enum FileKind {
    PDF,
    XML,
    /** SGML of the aircraft trade, as iSpec 2200 and old S1000D have it. */
    SGML,
    HTML,
    MARKDOWN,
    RESTRUCTURED_TEXT,
    PLAIN_TEXT,
    /** JSON lines in the passage format, see the librarian's guide. */
    PASSAGES,
    /** A graphic that documents refer to. */
    GRAPHIC,
    /** Nothing that is read yet. */
    OTHER
}
