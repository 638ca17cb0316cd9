package flightline.ingest.sgml;

/**
 * Where the reader stands.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
record SgmlPlace(int line, int column) {
    SgmlRefusal refusal(String reason) {
        return new SgmlRefusal("line " + line + ", column " + column, reason);
    }
}
