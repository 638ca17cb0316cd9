package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.Marking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Weighs words by what a clearance covers alone. How rare a word is and how long texts are decides order and score, so
 * otherwise a score would tell what stands in material that is not shown.
 *
 * <p>Lengths are those that the index keeps for ranking, which are rounded; where everything may be seen, nothing is counted
 * anew. One object per search; not for several threads.
 */
final class ClearedSearcher extends IndexSearcher {
    private final IndexSearcher all;
    private final boolean everything;
    private final Query seen;
    private final Map<String, CollectionStatistics> lengths = new HashMap<>();

    private ClearedSearcher(IndexSearcher all, boolean everything, Query seen) {
        super(all.getIndexReader());
        this.all = all;
        this.everything = everything;
        this.seen = seen;
    }

    /** @param field that holds markings; an entry without it is unmarked */
    static ClearedSearcher of(IndexSearcher all, String field, Clearance clearance) throws IOException {
        var shown = new ArrayList<BytesRef>();
        var hidden = new ArrayList<BytesRef>();
        Terms labels = MultiTerms.getTerms(all.getIndexReader(), field);
        TermsEnum each = labels == null ? TermsEnum.EMPTY : labels.iterator();
        for (BytesRef label = each.next(); label != null; label = each.next())
            (clearance.covers(new Marking(label.utf8ToString())) ? shown : hidden).add(BytesRef.deepCopyOf(label));
        if (!clearance.covers(Marking.UNMARKED))
            return new ClearedSearcher(all, false, new TermInSetQuery(field, shown));
        var seen = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        if (!hidden.isEmpty()) seen.add(new TermInSetQuery(field, hidden), Occur.MUST_NOT);
        return new ClearedSearcher(all, hidden.isEmpty(), seen.build());
    }

    /** Holds for every entry that may be seen. */
    Query seen() {
        return seen;
    }

    /** Count of the entries that may be seen. */
    long entries() throws IOException {
        return everything ? all.getIndexReader().numDocs() : all.count(seen);
    }

    /** How many of them have the word. */
    long frequency(Term term) throws IOException {
        if (everything) return all.getIndexReader().docFreq(term);
        return all.count(new BooleanQuery.Builder()
                .add(new TermQuery(term), Occur.FILTER)
                .add(seen, Occur.FILTER)
                .build());
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
        CollectionStatistics known = lengths.get(field);
        if (known == null) {
            known = counted(field);
            lengths.put(field, known);
        }
        return known;
    }

    private CollectionStatistics counted(String field) throws IOException {
        long texts = 0;
        long words = 0;
        int[] docs = Matches.of(all, seen);
        int i = 0;
        while (i < docs.length) {
            var leaf = Candidates.leaf(all, docs[i]);
            int end = leaf.docBase + leaf.reader().maxDoc();
            NumericDocValues norms = leaf.reader().getNormValues(field);
            for (; i < docs.length && docs[i] < end; i++) {
                if (norms == null || !norms.advanceExact(docs[i] - leaf.docBase)) continue;
                texts++;
                words += Math.max(1, SmallFloat.byte4ToInt((byte) norms.longValue()));
            }
        }
        texts = Math.max(1, texts);
        words = Math.max(texts, words);
        return new CollectionStatistics(field, Math.max(texts, docs.length), texts, words, words);
    }
}
