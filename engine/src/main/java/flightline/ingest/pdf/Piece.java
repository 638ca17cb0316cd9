package flightline.ingest.pdf;

/** What stands on a page, in reading order. */
sealed interface Piece permits Line, TableOnPage {
    Sheet sheet();
}
