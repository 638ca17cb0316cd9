package flightline.search;

import flightline.corpus.ContentHash;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.IndexSearcher;

/** What tells one state of an index from every other: the ids of its segments, which are drawn anew for each, and what was deleted in them. */
final class RecordStamp {
    private static final int LENGTH = 24;

    private RecordStamp() {}

    /** Empty where it holds no segment: that an index was opened to be written to changes no record. */
    static String of(IndexSearcher searcher) throws IOException {
        if (searcher.getIndexReader().leaves().isEmpty()) return "";
        MessageDigest digest = ContentHash.sha256();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            var segment = ((SegmentReader) FilterLeafReader.unwrap(leaf.reader())).getSegmentInfo();
            digest.update(segment.info.getId());
            digest.update(Long.toString(segment.getDelGen()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }
}
