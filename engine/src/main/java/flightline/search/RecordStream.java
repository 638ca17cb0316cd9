package flightline.search;

import flightline.corpus.MaintenanceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** All records of one commit in the order of their ids, each read when it is its turn. */
final class RecordStream {
    private RecordStream() {}

    private record Entry(BytesRef id, int doc) {}

    static Stream<MaintenanceRecord> of(Shelf shelf) {
        var lease = shelf.lease();
        if (lease.searcher().isEmpty()) return Stream.empty();
        try {
            IndexSearcher searcher = lease.searcher().get();
            var entries = entries(searcher);
            StoredFields fields = searcher.storedFields();
            return entries.stream()
                    .map(entry -> read(shelf, fields, entry.doc()))
                    .onClose(() -> close(shelf, lease));
        } catch (IOException e) {
            close(shelf, lease);
            throw shelf.trouble("read", e);
        }
    }

    private static List<Entry> entries(IndexSearcher searcher) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var live = leaf.reader().getLiveDocs();
            var ids = leaf.reader().getSortedDocValues(RecordFields.ID);
            if (ids == null) continue;
            for (int doc = ids.nextDoc(); doc < leaf.reader().maxDoc(); doc = ids.nextDoc())
                if (live == null || live.get(doc))
                    entries.add(new Entry(BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue())), leaf.docBase + doc));
        }
        entries.sort(Comparator.comparing(Entry::id));
        return entries;
    }

    private static MaintenanceRecord read(Shelf shelf, StoredFields fields, int doc) {
        try {
            return RecordForm.read(fields.document(doc).getBinaryValue(RecordFields.STORED));
        } catch (IOException e) {
            throw shelf.trouble("read", e);
        }
    }

    private static void close(Shelf shelf, Shelf.Lease lease) {
        try {
            lease.close();
        } catch (IOException e) {
            throw shelf.trouble("closed", e);
        }
    }
}
