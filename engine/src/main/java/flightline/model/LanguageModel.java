package flightline.model;

/**
 * Writes text after a prompt. Safe for use by several threads: requests that come while others run are worked on beside
 * them or wait their turn.
 *
 * <p>What a model may well do, such as run out of its limits or time, is a {@link Generation}; an exception means that the
 * runtime itself is broken. With the same model, prompt, seed and limits the text is the same.
 */
public interface LanguageModel extends AutoCloseable {
    /** Which model this is. */
    ModelIdentity identity();

    /**
     * Writes until the model ends by itself or a bound of the prompt is met. Blocks; ask from a virtual thread to wait
     * elsewhere.
     *
     * @param hearer gets every piece of the text as it comes; a piece is whole characters, never half of one
     */
    Generation generate(Prompt prompt, Hearer hearer);

    /** Ends running requests as cancelled, then frees what the model holds. A second call does nothing. */
    @Override
    void close();

    /** Hears the text while it is written, and may end it. */
    interface Hearer {
        /** Pieces are neither too few nor too many: together they are the text of the generation. */
        void hear(String piece);

        /** Asked at least once for every token; true ends the request. */
        default boolean enough() {
            return false;
        }

        /** Hears nothing and never ends anything. */
        static Hearer none() {
            return piece -> {};
        }
    }
}
