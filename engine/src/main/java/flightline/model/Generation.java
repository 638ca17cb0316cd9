package flightline.model;

/** What came of a request to a model. */
public sealed interface Generation {
    /** What was written, as far as it went. */
    String text();

    Usage usage();

    /**
     * Tokens of one request.
     *
     * @param prompt tokens of the prompt
     * @param cached of these, taken over from an earlier request instead of being read again; 0 where unknown
     * @param written tokens of the text
     */
    record Usage(int prompt, int cached, int written) {
        public static final Usage NONE = new Usage(0, 0, 0);
    }

    /** The model ended by itself, or came upon a stop text. */
    record Finished(String text, Usage usage) implements Generation {}

    /** The most tokens were written, or the context was full; the text may end in the middle. */
    record CutOff(String text, Usage usage) implements Generation {}

    /** Whoever asked had enough, or the model was closed. */
    record Cancelled(String text, Usage usage) implements Generation {}

    /** The deadline passed. */
    record TimedOut(String text, Usage usage) implements Generation {}

    /**
     * The request could not be done, and why, for an administrator: a prompt longer than the context, a grammar that cannot
     * be read, a server that is gone or answers wrongly.
     */
    record Failed(String why, String text, Usage usage) implements Generation {}
}
