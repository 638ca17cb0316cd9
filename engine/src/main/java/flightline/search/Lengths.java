package flightline.search;

import flightline.corpus.HeldDocument;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Recent<Count, CollectionStatistics> texts = new Recent<>(COUNTS);
    private final Recent<WordCount, Long> words = new Recent<>(WORDS);
    private final Recent<Entry, HeldDocument> entries = new Recent<>(ENTRIES);

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

    /** Counts over an index, or reads in it. */
    interface Counting<V> {
        V now() throws IOException;
    }

    /** Which entries a clearance or a scope lets through, kept beside what is counted of them. */
    Sieves sieves() {
        return sieves;
    }

    CollectionStatistics of(Count count, Counting<CollectionStatistics> counting) throws IOException {
        return texts.of(count, counting);
    }

    long of(WordCount count, Counting<Long> counting) throws IOException {
        return words.of(count, counting);
    }

    HeldDocument of(Entry entry, Counting<HeldDocument> reading) throws IOException {
        return entries.of(entry, reading);
    }

    /** What was asked for last. Counting goes on without the lock: two may count the same, nobody waits for another. */
    private static final class Recent<K, V> {
        private final Map<K, V> known;

        Recent(int most) {
            this.known = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > most;
                }
            };
        }

        V of(K key, Counting<V> counting) throws IOException {
            synchronized (known) {
                V held = known.get(key);
                if (held != null) return held;
            }
            V counted = counting.now();
            synchronized (known) {
                known.put(key, counted);
            }
            return counted;
        }
    }
}
