package flightline.eval.retrieval;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.search.PassageIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene as it comes: its analyzer for English, BM25 with its own constants, headings, context and text of each passage in one
 * field. What a product has to be better than.
 */
final class PlainBm25 implements AutoCloseable {
    private static final String TEXT = "text";

    private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final List<Place> places = new ArrayList<>();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Where a passage stands; the page is 1-based, absent where the document has none. */
    record Place(String document, OptionalInt page) {}

    /** Takes the passages of every document that is in force on the day of measuring. */
    PlainBm25(PassageIndex held) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (HeldDocument document : held.documents())
                if (document.inForceOn(Library.TODAY))
                    for (Passage passage : held.passages(document.key())) {
                        places.add(new Place(
                                document.header().id().value(), passage.place().page()));
                        writer.addDocument(document(document.header().title(), passage));
                    }
            // One segment, so that Lucene's number of a passage is its place in the list.
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    private static Document document(String title, Passage passage) {
        var document = new Document();
        String head = passage.path().isEmpty() ? title : String.join("\n", passage.path());
        document.add(new TextField(TEXT, head + "\n" + passage.context() + "\n" + passage.text(), Field.Store.NO));
        return document;
    }

    List<Place> find(String question, int top) {
        var any = new BooleanQuery.Builder();
        for (String word : words(question)) any.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
        try {
            return Arrays.stream(searcher.search(any.build(), top).scoreDocs)
                    .map(found -> places.get(found.doc))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be read", e);
        }
    }

    private Set<String> words(String question) {
        var words = new TreeSet<String>();
        try (TokenStream stream = analyzer.tokenStream(TEXT, question)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) words.add(term.toString());
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
