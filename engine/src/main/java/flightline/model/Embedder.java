package flightline.model;

import java.util.List;

/**
 * Turns text into vectors of unit length whose dot product is the likeness of the texts. Safe for use by several
 * threads. The same text gives the same vector.
 */
public interface Embedder extends AutoCloseable {
    /** Names model and version; an index remembers it and refuses vectors of another. */
    String name();

    /** Length of every vector. */
    int dimension();

    /** Dot product that two texts have which share nothing but their trade; 0 where the model gives such texts none. */
    default double chance() {
        return 0;
    }

    /** Vectors of passages, in the order given; an empty text is allowed. */
    List<float[]> passages(List<String> texts);

    /** Vector of a question; some models treat questions and passages differently. */
    float[] query(String text);

    /** Says that this question is likely to come next; one that keeps vectors may begin on it beside what else is asked. */
    default void soon(String text) {}

    @Override
    void close();
}
