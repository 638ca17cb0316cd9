package flightline.search;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own layout with one byte for each number of a vector beside the whole vector. The graph is walked over the bytes, a
 * quarter of what would have to lie in memory otherwise; what it brings is weighed by the whole vectors, see {@link Candidates}.
 */
final class VectorCodec {
    /** Twice of what Lucene takes by itself: passages of one kind are near copies, and a graph with fewer links does not get from one to the other. */
    private static final int NEIGHBOURS = 32;

    private static final int WIDTH = 200;
    private static final KnnVectorsFormat VECTORS =
            new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE, NEIGHBOURS, WIDTH);

    private VectorCodec() {}

    /** To write with; it is read as any index of this version of Lucene. */
    static Codec codec() {
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return VECTORS;
            }
        };
    }
}
