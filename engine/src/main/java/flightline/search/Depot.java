package flightline.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where the entries of an index lie on other machines. It keeps, filters, counts and brings candidates; what they mean and how
 * they rank is decided here, so that an index in a depot answers as one in a folder does.
 *
 * <p>Every reader sees one commit whole. One writer at a time. All methods throw {@link IndexTrouble}. Safe for several threads.
 */
public interface Depot extends AutoCloseable {
    /** How it is called in messages. */
    String place();

    /** Reads the commit in force from beginning to end; {@code empty} where nothing was ever written. */
    <T> T read(T empty, Reading<T> reading);

    /** What is done with a commit; it may be done again from the start, on a later commit. */
    interface Reading<T> {
        T of(Commit commit);
    }

    /** Takes the right to write, or throws {@link IndexTrouble.InUse}; what a writer left that was killed is swept away. */
    void reserve();

    /** Gives the right to write back. */
    void release();

    /** Everything becomes visible in one commit or nothing does; what holds a condition of {@code gone} goes, then {@code added} comes. */
    void write(List<Condition> gone, List<Card> added);

    /** Erases what went in earlier commits, so that no byte of it is left in the index's files. */
    void purge();

    /** What is worth knowing of it and is no fault: where it is, and in what state. */
    List<String> remarks();

    /** Faults of the depot itself, one line each. */
    List<String> faults();

    @Override
    void close();

    /** One commit. */
    interface Commit {
        /** Grows with every commit, 1 or more. */
        long number();

        /** Tells this commit from any other that ever was. */
        String stamp();

        /** Name of the embedder whose vectors it holds. */
        String embedder();

        /** All values that an exact field has. */
        Set<String> labels(String field);

        /** How many entries there are for which {@code within} and each of the others hold. */
        long[] count(Condition within, List<Condition> each);

        /** Sums of these numbers over the entries for which it holds. */
        Map<String, Sum> sums(Condition within, Set<String> numbers);

        /** Candidates for each, by words, by codes and by meaning. */
        List<Found> find(List<Wanted> each);

        /**
         * The next entries for which it holds, by name, without their vectors.
         *
         * @param after name that they come behind; empty for the first ones
         * @param most 1 to 1000; fewer come only where there are no more
         */
        List<Card> page(Condition which, String after, int most);

        /** Every entry for which it holds, by name; without their vectors unless {@code vectors} are wanted. */
        void each(Condition which, boolean vectors, Consumer<Card> reader);
    }

    /** @param entries count of those that have the number */
    record Sum(long entries, long total) {}

    /**
     * What is sought.
     *
     * @param words with the weight of each; none, then nothing is found by words
     * @param codes words each of which must be looked for by itself
     * @param depth how many of each kind
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and compared by nobody
    record Wanted(Condition scope, Map<String, Double> words, Set<String> codes, float[] meaning, int depth) {}

    /**
     * What was found.
     *
     * @param cards with vectors, in the order of their names
     * @param byWords count of all entries in scope that have one of the words, counted up to some thousand
     */
    record Found(List<Card> cards, long byWords) {}
}
