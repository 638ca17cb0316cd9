package flightline.acceptance.leak;

/**
 * Something that is held, with a word that stands nowhere else.
 *
 * @param id by which it is named: of the document, or of the record
 */
record Item(String canary, Mark mark, Kind kind, String id) {
    enum Kind {
        /** A page of text with a trouble table. */
        MANUAL,
        /** A document of two revisions. */
        BOOK,
        DIRECTIVE,
        /** A fault isolation procedure. */
        PROCEDURE,
        /** One that waits for a second person. */
        WAITING,
        /** A maintenance record. */
        RECORD
    }
}
