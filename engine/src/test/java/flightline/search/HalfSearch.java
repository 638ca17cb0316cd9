package flightline.search;

import flightline.corpus.Clearance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;

/** Asks one half of the search for passages alone, words or vectors: for measuring what each costs. Sees the commit that it was opened on. */
public final class HalfSearch implements AutoCloseable {
    private static final Tuning TUNING = Tuning.PASSAGES;

    private final DirectoryReader reader;
    private final TradeAnalyzer analyzer;
    private final Lengths lengths = new Lengths();

    public HalfSearch(Path folder, Map<String, String> abbreviations) throws IOException {
        this.reader = DirectoryReader.open(FSDirectory.open(folder));
        this.analyzer = new TradeAnalyzer(abbreviations);
    }

    /** The words that a question is taken for, as they stand in the index. */
    public List<String> terms(String question) {
        return new Question(question, analyzer, TUNING)
                .terms().stream().map(Question.Weighted::term).toList();
    }

    /** How the words of a passage are weighed. */
    public static Similarity weighing() {
        return new BM25Similarity(TUNING.k1(), TUNING.b());
    }

    /** Numbers of the best by words, best first. */
    public List<Integer> words(EvidenceQuery query, int top) throws IOException {
        var searcher = searcher(query.clearance());
        var asked = new Question(query.text(), analyzer, TUNING);
        var words = asked.words(Candidates.layouts(TUNING, reader));
        return docs(Candidates.top(searcher, words, scope(searcher, query), top).scoreDocs);
    }

    /** Numbers of the nearest by vectors, nearest first by the whole vectors. */
    public List<Integer> nearest(float[] vector, EvidenceQuery query, int looked, int top) throws IOException {
        var searcher = searcher(query.clearance());
        var near = NearestWithin.find(searcher, PassageFields.VECTOR, vector, looked, scope(searcher, query));
        int[] docs = Arrays.stream(near.scoreDocs)
                .mapToInt(found -> found.doc)
                .sorted()
                .toArray();
        double[] likeness = Candidates.likeness(searcher, PassageFields.VECTOR, vector, docs);
        var order = new ScoreDoc[docs.length];
        for (int i = 0; i < docs.length; i++) order[i] = new ScoreDoc(docs[i], (float) likeness[i]);
        Arrays.sort(order, Comparator.comparingDouble(one -> -one.score));
        return docs(Arrays.copyOf(order, Math.min(top, order.length)));
    }

    private ClearedSearcher searcher(Clearance clearance) throws IOException {
        var searcher = ClearedSearcher.of(new IndexSearcher(reader), PassageFields.MARKING, clearance, lengths);
        searcher.setSimilarity(weighing());
        return searcher;
    }

    private Sifted scope(ClearedSearcher searcher, EvidenceQuery query) throws IOException {
        return searcher.sifted(Scope.filter(query, reader));
    }

    private static List<Integer> docs(ScoreDoc[] found) {
        return Arrays.stream(found).map(one -> one.doc).toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
