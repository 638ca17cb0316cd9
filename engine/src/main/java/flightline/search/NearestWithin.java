package flightline.search;

import java.io.IOException;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;

/**
 * The nearest of a scope. Through a narrow scope the graph of vectors is mostly walked in vain, so that its few vectors are
 * all compared instead.
 */
final class NearestWithin extends KnnFloatVectorQuery {
    /** Vectors of a segment that are compared one by one rather than sought in its graph, for each one wanted. */
    private static final int FEW = 100;

    private static final double GROWTH = 0.65;

    /** Vectors among which a walk for as many as are wanted finds them. */
    private static final double SMALL = 11_000;

    /** Entries from which on handing segments to several cores costs less than it gains. */
    private static final int LARGE = 50_000;

    private static final TopDocs NONE = new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);

    private final Sifted scope;
    private final int wanted;

    private NearestWithin(String field, float[] target, int looked, int wanted, Sifted scope) {
        super(field, target, looked);
        this.scope = scope;
        this.wanted = wanted;
    }

    /** @param wanted how many are wanted, best first; the graph is asked for more where it is large */
    static TopDocs find(IndexSearcher searcher, String field, float[] target, int wanted, Sifted scope)
            throws IOException {
        int largest = 1;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves())
            largest = Math.max(largest, scope.in(leaf).count());
        var nearest = new NearestWithin(field, target, looked(wanted, largest), wanted, scope);
        IndexReader reader = searcher.getIndexReader();
        if (reader.maxDoc() < LARGE) return searcher.search(nearest, wanted);
        // Each segment is looked through by itself, whatever the others find: several cores come to the same as one.
        Query found = new IndexSearcher(reader, ForkJoinPool.commonPool()).rewrite(nearest);
        return searcher.search(found, wanted);
    }

    /**
     * A walk through a graph misses more of the nearest the larger it is, unless more are looked at: more than three times as many as are wanted
     * among a hundred thousand vectors, ten times among half a million. Measured in {@code docs/performance.md}.
     *
     * @param vectors of one segment, as many as the scope lets through
     */
    private static int looked(int wanted, int vectors) {
        return (int) Math.ceil(wanted * Math.pow(Math.max(1, vectors / SMALL), GROWTH));
    }

    @Override
    protected TopDocs approximateSearch(
            LeafReaderContext leaf, AcceptDocs live, int visited, KnnCollectorManager collectors) throws IOException {
        Sieves.Sieve sieve = scope.in(leaf);
        if (sieve.count() == 0) return NONE;
        // No more than are wanted, for what is exact need not be chosen from; of more Lucene would think that a second
        // look is due.
        if (sieve.count() <= FEW * wanted)
            return new NearestWithin(field, getTargetCopy(), wanted, wanted, scope)
                    .exactSearch(leaf, new BitSetIterator(sieve.through(), sieve.count()), null);
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
        boolean all = vectors != null && vectors.size() == sieve.count();
        return super.approximateSearch(leaf, all ? live : new Through(sieve), visited, collectors);
    }

    /** What a sieve lets through, for Lucene's graph. */
    private static final class Through extends AcceptDocs {
        private final Sieves.Sieve sieve;

        Through(Sieves.Sieve sieve) {
            this.sieve = sieve;
        }

        @Override
        public Bits bits() {
            return sieve.through();
        }

        @Override
        public DocIdSetIterator iterator() {
            return new BitSetIterator(sieve.through(), sieve.count());
        }

        @Override
        public int cost() {
            return sieve.count();
        }
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof NearestWithin near && scope.equals(near.scope);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + scope.hashCode();
    }
}
