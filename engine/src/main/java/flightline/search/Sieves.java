package flightline.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which live entries of a segment a filter lets through, one bit each. Who asks twice asks under the same filter: the scope of
 * a person on a day changes seldom, and working it out anew takes longer in a large index than the search. What was used last
 * is kept, segment by segment, so that a commit costs the new segments only. Safe for several threads.
 */
final class Sieves {
    /** Of a million entries a sieve takes 125 kB, so this keeps some hundred scopes of such an index. */
    private static final long MOST_BYTES = 48L << 20;

    private final Map<Place, Sieve> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** @param segment a segment with its deletions */
    private record Place(IndexReader.CacheKey segment, Query filter) {}

    /**
     * What comes through.
     *
     * @param count how many bits are set
     */
    record Sieve(FixedBitSet through, int count) {
        private static Sieve of(FixedBitSet through) {
            return new Sieve(through, through.cardinality());
        }

        private long bytes() {
            return through.ramBytesUsed();
        }
    }

    Sieve of(LeafReaderContext leaf, Query filter) throws IOException {
        var helper = leaf.reader().getReaderCacheHelper();
        if (helper == null) return sifted(leaf, filter);
        var place = new Place(helper.getKey(), filter);
        Sieve known = known(place);
        if (known != null) return known;
        Sieve made = sifted(leaf, filter);
        keep(place, made);
        return made;
    }

    private synchronized @Nullable Sieve known(Place place) {
        return kept.get(place);
    }

    private synchronized void keep(Place place, Sieve made) {
        Sieve before = kept.put(place, made);
        bytes += made.bytes() - (before == null ? 0 : before.bytes());
        for (var oldest = kept.entrySet().iterator(); bytes > MOST_BYTES && oldest.hasNext(); ) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    private static Sieve sifted(LeafReaderContext leaf, Query filter) throws IOException {
        var through = new FixedBitSet(leaf.reader().maxDoc());
        var searcher = new IndexSearcher(leaf.reader());
        searcher.setQueryCache(null);
        Scorer scorer = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(searcher.getIndexReader().leaves().getFirst());
        if (scorer == null) return new Sieve(through, 0);
        DocIdSetIterator each = scorer.iterator();
        if (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) each.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, through, 0);
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) live.applyMask(through, 0);
        return Sieve.of(through);
    }
}
