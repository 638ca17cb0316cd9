package flightline.search;

import flightline.corpus.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** The content of the index as one hash: a line for each entry and passage, the lines sorted. */
final class PassageDigest {
    /** Vectors are compared to three decimals: a processor may round the last digits its own way. */
    private static final float STEPS = 1000;

    private PassageDigest() {}

    static String of(Shelf shelf) {
        var lines = shelf.read(new ArrayList<String>(), searcher -> {
            var found = new ArrayList<String>();
            for (int doc : Matches.of(
                    searcher,
                    new TermInSetQuery(
                            PassageFields.IS,
                            List.of(
                                    new BytesRef(PassageFields.IS_ENTRY),
                                    new BytesRef(PassageFields.IS_QUARANTINED))))) {
                var stored = searcher.storedFields().document(doc).getBinaryValue(PassageFields.STORED);
                found.add("entry "
                        + ContentHash.of(EntryForm.timeless(EntryForm.read(stored)))
                                .hex());
            }
            passages(searcher, found);
            return found;
        });
        Collections.sort(lines);
        return ContentHash.of(String.join("\n", lines)).hex();
    }

    private static void passages(IndexSearcher searcher, List<String> lines) throws IOException {
        var fields = searcher.storedFields();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var vectors = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
            if (vectors == null) continue;
            var live = leaf.reader().getLiveDocs();
            var from = leaf.reader().getNumericDocValues(PassageFields.FROM);
            var until = leaf.reader().getNumericDocValues(PassageFields.UNTIL);
            var each = vectors.iterator();
            for (int doc = each.nextDoc(); doc < leaf.reader().maxDoc(); doc = each.nextDoc()) {
                if (live != null && !live.get(doc)) continue;
                var stored = fields.document(leaf.docBase + doc);
                MessageDigest sum = ContentHash.sha256();
                sum.update(stored.get(PassageFields.OF).getBytes(StandardCharsets.UTF_8));
                BytesRef bytes = stored.getBinaryValue(PassageFields.STORED);
                sum.update(bytes.bytes, bytes.offset, bytes.length);
                sum.update(number(from != null && from.advanceExact(doc) ? from.longValue() : 0));
                sum.update(number(until != null && until.advanceExact(doc) ? until.longValue() : 0));
                for (float value : vectors.vectorValue(each.index())) sum.update(number(Math.round(value * STEPS)));
                lines.add("passage " + ContentHash.of(sum).hex());
            }
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
