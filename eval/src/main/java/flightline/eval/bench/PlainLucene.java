package flightline.eval.bench;

import flightline.search.HalfSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/** The same index asked with Lucene alone: words by BM25 in the text, vectors by its graph, under the same filter by marking. */
final class PlainLucene implements AutoCloseable {
    private static final String TEXT = "words";
    private static final String VECTOR = "vector";

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final IndexSearcher alike;

    PlainLucene(Path folder) throws IOException {
        this.reader = DirectoryReader.open(FSDirectory.open(folder));
        this.searcher = new IndexSearcher(reader);
        this.alike = new IndexSearcher(reader);
        alike.setSimilarity(HalfSearch.weighing());
    }

    /** @param markings that may be seen */
    List<Integer> words(String question, Set<String> markings, int top) {
        return words(
                new TreeSet<>(Arrays.asList(question.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")))
                        .stream()
                                .filter(word ->
                                        !word.isEmpty() && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word))
                                .toList(),
                markings,
                top);
    }

    /**
     * @param words as they stand in the index
     * @param markings that may be seen
     */
    List<Integer> words(List<String> words, Set<String> markings, int top) {
        return found(searcher, any(words, markings), top);
    }

    /** The same query as the product's: its words, weighed with its constants, over what may be seen. */
    List<Integer> wordsWeighedAlike(List<String> words, Set<String> markings, int top) {
        return found(alike, any(words, markings), top);
    }

    private static Query any(List<String> words, Set<String> markings) {
        var any = new BooleanQuery.Builder();
        for (String word : words) any.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
        return any.add(within(markings), Occur.FILTER)
                .setMinimumNumberShouldMatch(1)
                .build();
    }

    List<Integer> vectors(float[] vector, Set<String> markings, int looked, int top) {
        return found(searcher, new KnnFloatVectorQuery(VECTOR, vector, looked, within(markings)), top);
    }

    private static Query within(Set<String> markings) {
        return new TermInSetQuery(
                "marking", markings.stream().map(BytesRef::new).toList());
    }

    private static List<Integer> found(IndexSearcher in, Query query, int top) {
        try {
            return Arrays.stream(in.search(query, top).scoreDocs)
                    .map(found -> found.doc)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    int segments() {
        return reader.leaves().size();
    }

    /** The truly nearest of what may be seen, by looking at every vector. */
    List<Integer> exact(float[] vector, Set<String> markings, int top) throws IOException {
        Weight seen = searcher.createWeight(searcher.rewrite(within(markings)), ScoreMode.COMPLETE_NO_SCORES, 1);
        var best = new java.util.PriorityQueue<ScoreDoc>((a, b) -> Float.compare(a.score, b.score));
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(VECTOR);
            if (values == null) continue;
            Scorer through = seen.scorer(leaf);
            if (through == null) continue;
            KnnVectorValues.DocIndexIterator at = values.iterator();
            DocIdSetIterator each = through.iterator();
            for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
                if (at.docID() < doc) at.advance(doc);
                if (at.docID() != doc) continue;
                float likeness = VectorUtil.dotProduct(vector, values.vectorValue(at.index()));
                if (best.size() == top && likeness <= best.element().score) continue;
                if (best.size() == top) best.remove();
                best.add(new ScoreDoc(leaf.docBase + doc, likeness));
            }
        }
        var docs = new ArrayList<Integer>();
        for (ScoreDoc one : best) docs.add(one.doc);
        return docs;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
