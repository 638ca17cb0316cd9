package flightline.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Everything that lies in an index's folder, deleted entries included, unpacked: for tests of forgetting. */
public final class SegmentScan {
    private SegmentScan() {}

    /** Every stored value, every term and every value of every entry, live or deleted, in lower case. */
    public static List<String> texts(Path folder) throws IOException {
        var texts = new ArrayList<String>();
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                var fields = leaf.reader().storedFields();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++)
                    for (var field : fields.document(doc)) {
                        var bytes = field.binaryValue();
                        texts.add((bytes == null ? field.stringValue() : latin(bytes)).toLowerCase(Locale.ROOT));
                    }
                for (var info : leaf.reader().getFieldInfos()) {
                    var terms = leaf.reader().terms(info.name);
                    if (terms == null) continue;
                    var each = terms.iterator();
                    for (var term = each.next(); term != null; term = each.next())
                        texts.add(latin(term).toLowerCase(Locale.ROOT));
                }
            }
        }
        return texts;
    }

    private static String latin(BytesRef bytes) {
        return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.ISO_8859_1);
    }

    /** Every vector, of entries live or deleted. */
    public static Set<List<Float>> vectors(Path folder) throws IOException {
        var found = new HashSet<List<Float>>();
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                var vectors = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
                if (vectors == null) continue;
                for (int ord = 0; ord < vectors.size(); ord++) {
                    var vector = new ArrayList<Float>();
                    for (float value : vectors.vectorValue(ord)) vector.add(value);
                    found.add(vector);
                }
            }
        }
        return found;
    }

    /** Files that the last commit does not need: what a killed writer, or a reader elsewhere, left behind. */
    public static Set<String> strays(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder)) {
            var strays = new TreeSet<>(List.of(directory.listAll()));
            strays.removeAll(SegmentInfos.readLatestCommit(directory).files(true));
            strays.remove("write.lock");
            return strays;
        }
    }
}
