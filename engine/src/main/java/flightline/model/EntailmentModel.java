package flightline.model;

import java.util.List;

/**
 * A model of natural language inference: whether a statement follows from passages. It is asked for a second look at what was
 * written anew and has passed every check; it can only take away. Safe for use by several threads.
 */
public interface EntailmentModel extends AutoCloseable {
    /** Names model and version, for the reason of what is dropped. */
    String name();

    /**
     * Reads the passages before the statement; where they are longer than the model can read at once, piece by piece, and the
     * piece from which the statement follows best counts.
     */
    Stance stance(List<String> passages, String statement);

    @Override
    void close();

    /**
     * How the statement stands to the passages, as shares that make 1.
     *
     * @param entailed that it follows
     * @param contradicted that it denies them; 0 from a model that only tells what follows from what does not
     */
    record Stance(double entailed, double contradicted) {}
}
