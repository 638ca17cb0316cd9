package flightline.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;

/**
 * How long texts are, as counted for some people over some commit: the last few counts, for it takes long in a large index. Safe
 * for several threads.
 */
final class Lengths {
    private static final int COUNTS = 256;

    /**
     * What was counted.
     *
     * @param commit number of the commit
     * @param seen the entries that were counted
     */
    record Count(long commit, Query seen, String field) {}

    private final Map<Count, CollectionStatistics> recent = new LinkedHashMap<>(COUNTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Count, CollectionStatistics> eldest) {
            return size() > COUNTS;
        }
    };

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
}
