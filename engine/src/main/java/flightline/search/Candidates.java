package flightline.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;

/**
 * What words, identifiers and vectors bring together. Whichever of them found an entry, it is scored by all of them, so that
 * the blend does not depend on how deep each one looked.
 *
 * @param total entries found by words or vectors
 * @param exact whether {@code total} is exact or a lower bound
 */
record Candidates(List<Candidate> list, long total, boolean exact) {
    private static final int COUNT_EXACTLY_UP_TO = 1000;

    static Candidates find(
            IndexSearcher searcher,
            Question question,
            Tuning tuning,
            String vectorField,
            float[] vector,
            Sifted scope,
            int depth)
            throws IOException {
        List<Map<String, Float>> fields = layouts(tuning, searcher.getIndexReader());
        Optional<BooleanQuery> words = question.words(fields);
        Optional<BooleanQuery> codes = question.codes(fields);
        TopDocs byWords = top(searcher, words, scope, depth);
        TopDocs byCodes = top(searcher, codes, scope, depth);
        TopDocs byMeaning = NearestWithin.find(searcher, vectorField, vector, depth, scope);

        int[] docs = union(byWords, byCodes, byMeaning);
        Map<Integer, Integer> lexicalRanks = ranks(byWords);
        Map<Integer, Integer> semanticRanks = ranks(byMeaning);
        double[] lexical = scores(searcher, words, docs);
        double[] coded = scores(searcher, codes, docs);
        double[] likeness = likeness(searcher, vectorField, vector, docs);
        var list = new ArrayList<Candidate>(docs.length);
        for (int i = 0; i < docs.length; i++)
            list.add(new Candidate(
                    docs[i],
                    lexical[i],
                    likeness[i],
                    coded[i],
                    lexicalRanks.getOrDefault(docs[i], 0),
                    semanticRanks.getOrDefault(docs[i], 0)));
        boolean all = byWords.totalHits.relation() == TotalHits.Relation.EQUAL_TO
                && byWords.totalHits.value() == byWords.scoreDocs.length;
        return new Candidates(list, all ? docs.length : Math.max(docs.length, byWords.totalHits.value()), all);
    }

    /**
     * The fields of each way in which an index holds its entries, with their weights: as one, apart where they were taken in
     * before they were held as one, or both.
     */
    static List<Map<String, Float>> layouts(Tuning tuning, IndexReader reader) throws IOException {
        if (tuning.together().isEmpty()) return List.of(tuning.fields());
        String together = tuning.together().get();
        boolean apart = false;
        for (String field : tuning.fields().keySet()) apart |= reader.getDocCount(field) > 0;
        if (!apart) return List.of(Map.of(together, 1f));
        return reader.getDocCount(together) == 0
                ? List.of(tuning.fields())
                : List.of(Map.of(together, 1f), tuning.fields());
    }

    /**
     * In one query rather than one inside another, so that Lucene passes over what cannot come among the best; and without a filter
     * where all that lives comes through, for then there is nothing to ask of each entry.
     */
    private static Query within(BooleanQuery any, Sifted scope, IndexSearcher searcher) throws IOException {
        if (scope.count(searcher) == searcher.getIndexReader().numDocs()) return any;
        var within = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        any.clauses().forEach(within::add);
        return within.add(scope, Occur.FILTER).build();
    }

    /** The best of a scope by words or identifiers alone; none where the question has no such. */
    static TopDocs top(IndexSearcher searcher, Optional<BooleanQuery> any, Sifted scope, int depth) throws IOException {
        if (any.isEmpty()) return new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);
        return searcher.search(
                within(any.get(), scope, searcher), new TopScoreDocCollectorManager(depth, COUNT_EXACTLY_UP_TO));
    }

    private static int[] union(TopDocs... lists) {
        var docs = new TreeSet<Integer>();
        for (TopDocs list : lists) for (ScoreDoc found : list.scoreDocs) docs.add(found.doc);
        return docs.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Map<Integer, Integer> ranks(TopDocs list) {
        var ranks = new HashMap<Integer, Integer>();
        for (int i = 0; i < list.scoreDocs.length; i++) ranks.put(list.scoreDocs[i].doc, i + 1);
        return ranks;
    }

    /** Scores of the query for these documents, ascending; 0 where it does not match. */
    private static double[] scores(IndexSearcher searcher, Optional<BooleanQuery> query, int[] docs)
            throws IOException {
        double[] scores = new double[docs.length];
        if (query.isEmpty()) return scores;
        Weight weight = searcher.createWeight(searcher.rewrite(query.get()), ScoreMode.COMPLETE, 1);
        int i = 0;
        while (i < docs.length) {
            LeafReaderContext leaf = leaf(searcher, docs[i]);
            int end = leaf.docBase + leaf.reader().maxDoc();
            Scorer scorer = weight.scorer(leaf);
            for (; i < docs.length && docs[i] < end; i++) {
                int local = docs[i] - leaf.docBase;
                if (scorer == null) continue;
                if (scorer.docID() < local) scorer.iterator().advance(local);
                if (scorer.docID() == local) scores[i] = scorer.score();
            }
        }
        return scores;
    }

    static double[] likeness(IndexSearcher searcher, String field, float[] vector, int[] docs) throws IOException {
        double[] likeness = new double[docs.length];
        Arrays.fill(likeness, -1);
        int i = 0;
        while (i < docs.length) {
            LeafReaderContext leaf = leaf(searcher, docs[i]);
            int end = leaf.docBase + leaf.reader().maxDoc();
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            KnnVectorValues.DocIndexIterator at = vectors == null ? null : vectors.iterator();
            for (; i < docs.length && docs[i] < end; i++) {
                int local = docs[i] - leaf.docBase;
                if (vectors == null || at == null) continue;
                if (at.docID() < local) at.advance(local);
                if (at.docID() == local) likeness[i] = VectorUtil.dotProduct(vector, vectors.vectorValue(at.index()));
            }
        }
        return likeness;
    }

    static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
