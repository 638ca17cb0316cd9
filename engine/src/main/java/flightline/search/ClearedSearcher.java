package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
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
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Weighs words by what a clearance covers alone. How rare a word is and how long texts are decides order and score, so
 * otherwise a score would tell what stands in material that is not shown.
 *
 * <p>Where everything may be seen, nothing is counted anew. One object per search; not for several threads.
 */
final class ClearedSearcher extends IndexSearcher {
    /** A word is common that stands in more than one of so many entries. */
    private static final int COMMON = 64;

    private final IndexSearcher all;
    private final boolean everything;
    private final Sifted seen;
    private final Lengths lengths;
    private final Optional<Census> census;
    private final Map<WeighedWord, Weight> weighed = new HashMap<>();
    private final Map<Term, TermStates> places = new HashMap<>();

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
        this.seen = new Sifted(seen, lengths.sieves());
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
        boolean allMarked =
                labels != null && labels.getDocCount() == all.getIndexReader().maxDoc();
        if (!clearance.covers(Marking.UNMARKED) && !(allMarked && hidden.isEmpty()))
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
        return everything ? all.getIndexReader().numDocs() : seen.count(all);
    }

    /** A filter that is likely to be asked for again. */
    Sifted sifted(Query filter) {
        return new Sifted(filter, lengths.sieves());
    }

    /** A filter of one question, which is kept no longer than that. */
    Sifted once(Query filter) {
        return new Sifted(filter, new Sieves());
    }

    /** How many of them have the word. */
    long frequency(Term term) throws IOException {
        if (census.isPresent()) return census.get().frequency(term.field(), term.text());
        if (everything) return all.getIndexReader().docFreq(term);
        return lengths.of(new Lengths.WordCount(commit(), seen, term), () -> having(term));
    }

    private long having(Term term) throws IOException {
        long having = 0;
        for (LeafReaderContext leaf : all.getIndexReader().leaves()) {
            Sieves.Sieve shown = seen.in(leaf);
            PostingsEnum postings = shown.count() == 0 ? null : leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings != null) having += having(postings, shown.through());
        }
        return having;
    }

    /** A common word's entries are laid down as bits, many at a time, which is several times faster than asking of each. */
    private static long having(PostingsEnum postings, FixedBitSet shown) throws IOException {
        if (postings.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) return 0;
        if (postings.cost() > shown.length() / COMMON) {
            var all = new FixedBitSet(shown.length());
            postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, all, 0);
            return FixedBitSet.intersectionCount(all, shown);
        }
        long having = 0;
        for (int doc = postings.docID(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc())
            if (shown.get(doc)) having++;
        return having;
    }

    /** An entry of the catalogue, read unless this commit's was read lately. */
    HeldDocument entry(String key, Latest.Fetching<HeldDocument, IOException> reading) throws IOException {
        return census.isPresent() ? reading.now() : lengths.of(new Lengths.Entry(commit(), key), reading);
    }

    private long commit() {
        return ((DirectoryReader) all.getIndexReader()).getVersion();
    }

    /** Of a word over several fields it looks up much, and one search asks for the same words twice: to find and to score. */
    @Override
    public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
        Query bare = query instanceof BoostQuery boosted ? boosted.getQuery() : query;
        if (query instanceof TermQuery word && mode.needsScores())
            return new TermQuery(word.getTerm(), places(word.getTerm())).createWeight(this, mode, boost);
        if (!(bare instanceof CombinedFieldQuery)) return super.createWeight(query, mode, boost);
        var word = new WeighedWord(query, mode.needsScores(), boost);
        Weight known = weighed.get(word);
        if (known != null) return known;
        Weight made = super.createWeight(query, mode, boost);
        weighed.put(word, made);
        return made;
    }

    /** Where a word stands in each segment's list of words. */
    private TermStates places(Term word) throws IOException {
        TermStates known = places.get(word);
        if (known != null) return known;
        TermStates made = TermStates.build(this, word, true);
        places.put(word, made);
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
        if (whole == null) return null;
        if (census.isPresent()) return census.get().statistics(field);
        if (field.equals(PassageFields.WORDS))
            return lengths.of(new Lengths.Count(commit(), seen, field), () -> byNorms(field));
        return everything ? whole : lengths.of(new Lengths.Count(commit(), seen, field), () -> counted(field));
    }

    /**
     * By the lengths that the ranking itself goes by, which are kept for every text, though rounded; for all to see and for
     * some alike, so that a score is the same whether or not there is anything hidden.
     */
    private CollectionStatistics byNorms(String field) throws IOException {
        long texts = 0;
        long words = 0;
        for (LeafReaderContext leaf : all.getIndexReader().leaves()) {
            NumericDocValues norms = leaf.reader().getNormValues(field);
            if (norms == null) continue;
            FixedBitSet shown = seen.in(leaf).through();
            for (int doc = norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc())
                if (shown.get(doc)) {
                    texts++;
                    words += SmallFloat.byte4ToInt((byte) norms.longValue());
                }
        }
        texts = Math.max(1, texts);
        words = Math.max(texts, words);
        return new CollectionStatistics(field, Math.max(texts, entries()), texts, words, words);
    }

    /** Word by word, for the index keeps sums over everything only. */
    private CollectionStatistics counted(String field) throws IOException {
        long texts = 0;
        long words = 0;
        for (LeafReaderContext leaf : all.getIndexReader().leaves()) {
            FixedBitSet shown = seen.in(leaf).through();
            var having = new FixedBitSet(shown.length());
            words += words(leaf.reader().terms(field), shown, having);
            texts += having.cardinality();
        }
        texts = Math.max(1, texts);
        words = Math.max(texts, words);
        return new CollectionStatistics(field, Math.max(texts, entries()), texts, words, words);
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
