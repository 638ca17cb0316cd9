package flightline.diagnosis.claim;

/**
 * A word, value or identifier of a text.
 *
 * @param text as it is written
 * @param key what it is compared by; the same for "valve" and "valves", for "3000psi" and "3,000 psi"
 * @param sentence 0-based
 * @param part number of the stretch between brackets, colons and semicolons that it stands in
 * @param opens whether it is the first token of its sentence or clause
 */
record Token(String text, String key, Kind kind, int sentence, int part, boolean opens) {
    boolean same(Token other) {
        return kind == other.kind && key.equals(other.key);
    }

    /** Whether both are plain words of one family. */
    boolean related(Token other) {
        return kind == Kind.WORD && other.kind == Kind.WORD && Stem.related(key, other.key);
    }
}
