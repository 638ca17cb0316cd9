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
                found.add(entry(stored));
            }
            passages(searcher, found);
            return found;
        });
        return of(lines);
    }

    static String of(List<String> lines) {
        Collections.sort(lines);
        return ContentHash.of(String.join("\n", lines)).hex();
    }

    static String entry(BytesRef stored) {
        return "entry "
                + ContentHash.of(EntryForm.timeless(EntryForm.read(stored))).hex();
    }

    static String passage(String key, BytesRef stored, long from, long until, float[] vector) {
        MessageDigest sum = ContentHash.sha256();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        BytesRef alone = PassageForm.alone(stored);
        sum.update(alone.bytes, alone.offset, alone.length);
        sum.update(number(from));
        sum.update(number(until));
        for (float value : vector) sum.update(number(Math.round(value * STEPS)));
        return "passage " + ContentHash.of(sum).hex();
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
                lines.add(passage(
                        stored.get(PassageFields.OF),
                        stored.getBinaryValue(PassageFields.STORED),
                        from != null && from.advanceExact(doc) ? from.longValue() : 0,
                        until != null && until.advanceExact(doc) ? until.longValue() : 0,
                        vectors.vectorValue(each.index())));
            }
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
