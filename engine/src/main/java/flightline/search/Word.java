package flightline.search;

/**
 * A term of a text, as the index keeps it before stemming.
 *
 * @param term lower case
 * @param start 0-based offset in the text of the words it stands for
 * @param end offset after them
 * @param first whether it opens a new position; the other terms of a position say the same in another way
 */
record Word(String term, Role role, int start, int end, boolean first) {
    /** What a term is, which decides whether it is stemmed and how much it weighs in a question. */
    enum Role {
        /** A word of the language. */
        PLAIN,
        /** A number, or a part of an identifier. */
        EXACT,
        /** A part number, document reference or other code, written without its hyphens. */
        CODE,
        /** A compound or a measure written in one. */
        JOINED,
        /** The long form of an abbreviation, or the short form of words. */
        RESTATED
    }
}
