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
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
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
            Query scope,
            int depth)
            throws IOException {
        Optional<Query> words = question.words(tuning.fields());
        Optional<Query> codes = question.codes(tuning.fields().keySet());
        TopDocs byWords = words.isEmpty() ? none() : top(searcher, within(words.get(), scope), depth);
        TopDocs byCodes = codes.isEmpty() ? none() : top(searcher, within(codes.get(), scope), depth);
        TopDocs byMeaning = searcher.search(new KnnFloatVectorQuery(vectorField, vector, depth, scope), depth);

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

    private static Query within(Query query, Query scope) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(scope, Occur.FILTER)
                .build();
    }

    private static TopDocs top(IndexSearcher searcher, Query query, int depth) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(depth, COUNT_EXACTLY_UP_TO));
    }

    private static TopDocs none() {
        return new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);
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
    private static double[] scores(IndexSearcher searcher, Optional<Query> query, int[] docs) throws IOException {
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

    private static double[] likeness(IndexSearcher searcher, String field, float[] vector, int[] docs)
            throws IOException {
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
