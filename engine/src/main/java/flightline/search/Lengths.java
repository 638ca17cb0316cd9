package flightline.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;

/**
 * How long texts are and how many have a word of a question, as counted for some people over some commit: the last counts, for
 * they take long in a large index. Safe for several threads.
 */
final class Lengths {
    private static final int COUNTS = 256;
    /** Words of questions; some megabytes. */
    private static final int WORDS = 20_000;

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

    private final Map<Count, CollectionStatistics> recent = new Recent<>(COUNTS);
    private final Map<WordCount, Long> words = new Recent<>(WORDS);

    /** What was asked for last. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    /** Counts over an index. */
    interface Counting {
        CollectionStatistics of(String field) throws IOException;
    }

    CollectionStatistics of(Count count, Counting counting) throws IOException {
        synchronized (recent) {
            CollectionStatistics known = recent.get(count);
            if (known != null) return known;
        }
        CollectionStatistics counted = counting.of(count.field());
        synchronized (recent) {
            recent.put(count, counted);
        }
        return counted;
    }

    /** Counts the entries with a word. */
    interface WordCounting {
        long of(Term word) throws IOException;
    }

    long of(WordCount count, WordCounting counting) throws IOException {
        synchronized (words) {
            Long known = words.get(count);
            if (known != null) return known;
        }
        long counted = counting.of(count.word());
        synchronized (words) {
            words.put(count, counted);
        }
        return counted;
    }
}
