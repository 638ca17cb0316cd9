package flightline.diff;

/**
 * Words in a row that stayed, went or came.
 *
 * @param text the words, with the blanks between them
 */
public record WordEdit(Fate fate, String text) {
    /** What became of the words. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }
}
