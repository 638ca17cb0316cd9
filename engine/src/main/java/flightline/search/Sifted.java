package flightline.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/** A filter with what it lets through kept in {@link Sieves}. */
final class Sifted extends Query {
    private final Query filter;
    private final Sieves sieves;

    Sifted(Query filter, Sieves sieves) {
        this.filter = filter;
        this.sieves = sieves;
    }

    Sieves.Sieve in(LeafReaderContext leaf) throws IOException {
        return sieves.of(leaf, filter);
    }

    /** How many live entries of the index it lets through. */
    long count(IndexSearcher searcher) throws IOException {
        long count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) count += in(leaf).count();
        return count;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                Sieves.Sieve sieve = in(leaf);
                return sieve.count() == 0
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(
                                new BitSetIterator(sieve.through(), sieve.count()),
                                score(),
                                mode,
                                leaf.reader().maxDoc());
            }

            @Override
            public int count(LeafReaderContext leaf) throws IOException {
                return in(leaf).count();
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                // Kept already.
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "sifted " + filter.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sifted sifted && filter.equals(sifted.filter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Sifted.class, filter);
    }
}
