package flightline.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A few hundred entries of a depot in memory, so that they are ranked by the same code as a whole index is. */
final class Tray implements AutoCloseable {
    /** Links and beam of a graph, which so few vectors never get. */
    private static final int LINKS = 16;

    private static final int BEAM = 100;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    /** Where vectors are few, all are compared: no graph is made of them. */
    private static final class Flat extends Lucene104Codec {
        private final KnnVectorsFormat format = new Lucene99HnswVectorsFormat(LINKS, BEAM, 1, null, Integer.MAX_VALUE);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return format;
        }
    }

    Tray(List<Document> entries, Analyzer analyzer) throws IOException {
        var config = new IndexWriterConfig(analyzer).setCodec(new Flat()).setUseCompoundFile(false);
        try (var writer = new IndexWriter(directory, config)) {
            writer.addDocuments(entries);
        }
        reader = DirectoryReader.open(directory);
    }

    /** @param census of all entries that the clearance covers, wherever they lie */
    ClearedSearcher searcher(Condition seen, Census census) {
        return ClearedSearcher.of(new IndexSearcher(reader), Conditions.query(seen), census);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
