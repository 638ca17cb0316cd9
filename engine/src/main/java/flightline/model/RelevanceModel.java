package flightline.model;

/**
 * A model that reads a question together with a passage (a cross-encoder) and says how well the one answers the other. Slower
 * than comparing vectors, so it is asked about few passages. Safe for use by several threads; the same texts give the same
 * figure.
 */
public interface RelevanceModel extends AutoCloseable {
    /** Names model and version, for the reasons of a hit. */
    String name();

    /**
     * 0 (not at all) to 1; no probability unless the model was calibrated. What is longer than the model can read is cut at
     * the end of the passage.
     */
    double relevance(String question, String passage);

    @Override
    void close();
}
