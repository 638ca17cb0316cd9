package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.Marking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Weighs words by what a clearance covers alone. How rare a word is and how long texts are decides order and score, so
 * otherwise a score would tell what stands in material that is not shown.
 *
 * <p>Where everything may be seen, nothing is counted anew. One object per search; not for several threads.
 */
final class ClearedSearcher extends IndexSearcher {
    private final IndexSearcher all;
    private final boolean everything;
    private final Query seen;
    private final Lengths lengths;
    private final Optional<Census> census;
    private final Map<WeighedWord, Weight> weighed = new HashMap<>();

    /** A word of this search as it was weighed. */
    private record WeighedWord(Query query, boolean scored, float boost) {}

    private ClearedSearcher(IndexSearcher all, boolean everything, Query seen, Lengths lengths) {
        this(all, everything, seen, lengths, Optional.empty());
    }

    private ClearedSearcher(
            IndexSearcher all, boolean everything, Query seen, Lengths lengths, Optional<Census> census) {
        super(all.getIndexReader());
        this.census = census;
        this.all = all;
        this.everything = everything;
        this.seen = seen;
        this.lengths = lengths;
    }

    /**
     * @param field that holds markings; an entry without it is unmarked
     * @param lengths what was counted before over this index
     */
    static ClearedSearcher of(IndexSearcher all, String field, Clearance clearance, Lengths lengths)
            throws IOException {
        var shown = new ArrayList<BytesRef>();
        var hidden = new ArrayList<BytesRef>();
        Terms labels = MultiTerms.getTerms(all.getIndexReader(), field);
        TermsEnum each = labels == null ? TermsEnum.EMPTY : labels.iterator();
        for (BytesRef label = each.next(); label != null; label = each.next())
            (clearance.covers(new Marking(label.utf8ToString())) ? shown : hidden).add(BytesRef.deepCopyOf(label));
        if (!clearance.covers(Marking.UNMARKED))
            return new ClearedSearcher(all, false, new TermInSetQuery(field, shown), lengths);
        var seen = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        if (!hidden.isEmpty()) seen.add(new TermInSetQuery(field, hidden), Occur.MUST_NOT);
        return new ClearedSearcher(all, hidden.isEmpty(), seen.build(), lengths);
    }

    /** Searches a few entries and weighs words by what was counted over all that the clearance covers, which lie elsewhere. */
    static ClearedSearcher of(IndexSearcher few, Query seen, Census census) {
        return new ClearedSearcher(few, false, seen, new Lengths(), Optional.of(census));
    }

    /** Holds for every entry that may be seen. */
    Query seen() {
        return seen;
    }

    /** Count of the entries that may be seen. */
    long entries() throws IOException {
        if (census.isPresent()) return census.get().entries();
        return everything ? all.getIndexReader().numDocs() : all.count(seen);
    }

    /** How many of them have the word. */
    long frequency(Term term) throws IOException {
        if (census.isPresent()) return census.get().frequency(term.field(), term.text());
        if (everything) return all.getIndexReader().docFreq(term);
        return lengths.of(new Lengths.WordCount(commit(), seen, term), () -> having(term));
    }

    private long having(Term term) throws IOException {
        return all.count(new BooleanQuery.Builder()
                .add(new TermQuery(term), Occur.FILTER)
                .add(seen, Occur.FILTER)
                .build());
    }

    private long commit() {
        return ((DirectoryReader) all.getIndexReader()).getVersion();
    }

    /** Of a word over several fields it looks up much, and one search asks for the same words twice: to find and to score. */
    @Override
    public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
        Query bare = query instanceof BoostQuery boosted ? boosted.getQuery() : query;
        if (!(bare instanceof CombinedFieldQuery)) return super.createWeight(query, mode, boost);
        var word = new WeighedWord(query, mode.needsScores(), boost);
        Weight known = weighed.get(word);
        if (known != null) return known;
        Weight made = super.createWeight(query, mode, boost);
        weighed.put(word, made);
        return made;
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        if (everything) return super.termStatistics(term, docFreq, totalTermFreq);
        // A word of hidden entries alone scores nowhere, so what stands here for it does not matter.
        long seenFrequency = Math.max(1, frequency(term));
        return new TermStatistics(term.bytes(), seenFrequency, seenFrequency);
    }

    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
        CollectionStatistics whole = super.collectionStatistics(field);
        if (everything || whole == null) return whole;
        if (census.isPresent()) return census.get().statistics(field);
        return lengths.of(new Lengths.Count(commit(), seen, field), () -> counted(field));
    }

    /** Word by word, for the index keeps sums over everything only. */
    private CollectionStatistics counted(String field) throws IOException {
        long texts = 0;
        long words = 0;
        int[] docs = Matches.of(all, seen);
        int next = 0;
        for (LeafReaderContext leaf : all.getIndexReader().leaves()) {
            var shown = new FixedBitSet(leaf.reader().maxDoc());
            for (; next < docs.length && docs[next] < leaf.docBase + shown.length(); next++)
                shown.set(docs[next] - leaf.docBase);
            var having = new FixedBitSet(shown.length());
            words += words(leaf.reader().terms(field), shown, having);
            texts += having.cardinality();
        }
        texts = Math.max(1, texts);
        words = Math.max(texts, words);
        return new CollectionStatistics(field, Math.max(texts, docs.length), texts, words, words);
    }

    private static long words(@Nullable Terms terms, FixedBitSet shown, FixedBitSet having) throws IOException {
        if (terms == null) return 0;
        long words = 0;
        TermsEnum each = terms.iterator();
        PostingsEnum postings = null;
        while (each.next() != null) {
            postings = each.postings(postings, PostingsEnum.FREQS);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc())
                if (shown.get(doc)) {
                    having.set(doc);
                    words += postings.freq();
                }
        }
        return words;
    }
}
