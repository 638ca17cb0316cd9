package flightline.search;

import flightline.corpus.HeldDocument;
import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;

/**
 * How long texts are and how many have a word of a question, as counted for some people over some commit: the last counts, for
 * they take long in a large index; and the catalogue entries that were read last, for each hit needs one. Safe for several threads.
 */
final class Lengths {
    private static final int COUNTS = 256;
    /** Words of questions; some megabytes. */
    private static final int WORDS = 20_000;
    /** Entries of the catalogue; a kilobyte or two each. */
    private static final int ENTRIES = 2000;

    private final Sieves sieves = new Sieves();
    private final Latest<Count, CollectionStatistics> texts = new Latest<>(COUNTS);
    private final Latest<WordCount, Long> words = new Latest<>(WORDS);
    private final Latest<Entry, HeldDocument> entries = new Latest<>(ENTRIES);

    /**
     * What was counted.
     *
     * @param commit number of the commit
     * @param seen the entries that were counted
     */
    record Count(long commit, Query seen, String field) {}

    /**
     * A word that was counted.
     *
     * @param commit number of the commit
     * @param seen the entries that were counted
     */
    record WordCount(long commit, Query seen, Term word) {}

    /**
     * An entry of the catalogue as it was at a commit.
     *
     * @param commit number of the commit
     */
    record Entry(long commit, String key) {}

    /** Which entries a clearance or a scope lets through, kept beside what is counted of them. */
    Sieves sieves() {
        return sieves;
    }

    CollectionStatistics of(Count count, Latest.Fetching<CollectionStatistics, IOException> counting)
            throws IOException {
        return texts.of(count, counting);
    }

    long of(WordCount count, Latest.Fetching<Long, IOException> counting) throws IOException {
        return words.of(count, counting);
    }

    HeldDocument of(Entry entry, Latest.Fetching<HeldDocument, IOException> reading) throws IOException {
        return entries.of(entry, reading);
    }
}
