package flightline.search;

import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** Looks for entries and passages that contradict each other, after Lucene has looked at its files. */
final class PassageCheck {
    private final Map<String, HeldDocument> entries = new TreeMap<>();
    private final Map<String, BitSet> ordinals = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long passages;

    private PassageCheck() {}

    /** What stands in a depot, looked at in the same way. */
    static IndexHealth of(List<String> faults, List<HeldDocument> held, Consumer<PassageCheck> passages) {
        var check = new PassageCheck();
        check.faults.addAll(faults);
        held.forEach(check::entry);
        passages.accept(check);
        return check.health();
    }

    static IndexHealth of(Shelf shelf, Embedder embedder) {
        var check = new PassageCheck();
        check.faults.addAll(ShelfCheck.of(shelf, embedder, PassageFields.VECTOR));
        if (check.faults.isEmpty())
            shelf.read(true, searcher -> {
                check.readEntries(searcher);
                for (var leaf : searcher.getIndexReader().leaves()) check.readPassages(leaf);
                return true;
            });
        return check.health();
    }

    private IndexHealth health() {
        counts();
        oneInForce();
        return new IndexHealth(entries.size(), passages, faults);
    }

    private void readEntries(IndexSearcher searcher) throws IOException {
        for (int doc : Matches.of(searcher, new TermQuery(new Term(PassageFields.IS, PassageFields.IS_ENTRY)))) {
            entry(EntryForm.read(searcher.storedFields().document(doc).getBinaryValue(PassageFields.STORED)));
        }
    }

    private void entry(HeldDocument held) {
        if (entries.put(held.key(), held) != null) faults.add(held.key() + ": two entries in the catalogue");
    }

    private void readPassages(LeafReaderContext leaf) throws IOException {
        var vectors = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
        if (vectors == null) return;
        var live = leaf.reader().getLiveDocs();
        var fields = leaf.reader().storedFields();
        var from = leaf.reader().getNumericDocValues(PassageFields.FROM);
        var until = leaf.reader().getNumericDocValues(PassageFields.UNTIL);
        var each = vectors.iterator();
        for (int doc = each.nextDoc(); doc < leaf.reader().maxDoc(); doc = each.nextDoc()) {
            if (live != null && !live.get(doc)) continue;
            var stored = fields.document(doc);
            passage(
                    stored.get(PassageFields.OF),
                    PassageForm.read(stored.getBinaryValue(PassageFields.STORED)),
                    value(from, doc),
                    value(until, doc));
        }
    }

    void passage(String key, Passage passage, long from, long until) {
        passages++;
        String place = key + " passage " + passage.ordinal();
        HeldDocument held = entries.get(key);
        if (held == null) {
            faults.add(place + ": no entry in the catalogue");
            return;
        }
        BitSet seen = ordinals.computeIfAbsent(key, k -> new BitSet());
        if (seen.get(passage.ordinal())) faults.add(place + ": held twice");
        seen.set(passage.ordinal());
        if (from != PassageFields.from(held) || until != PassageFields.until(held))
            faults.add(place + ": in force at other times than its document");
    }

    private static long value(NumericDocValues values, int doc) throws IOException {
        return values != null && values.advanceExact(doc) ? values.longValue() : Long.MIN_VALUE;
    }

    private void counts() {
        for (var held : entries.values()) {
            int found = ordinals.getOrDefault(held.key(), new BitSet()).cardinality();
            if (found != held.passages())
                faults.add(held.key() + ": the catalogue states " + held.passages() + " passages, held are " + found);
        }
    }

    private void oneInForce() {
        var byId = new TreeMap<String, List<HeldDocument>>();
        for (var held : entries.values())
            if (held.inForceFrom().isPresent())
                byId.computeIfAbsent(held.header().id().value(), k -> new ArrayList<>())
                        .add(held);
        byId.forEach((id, all) -> {
            for (int i = 0; i < all.size(); i++)
                for (int j = i + 1; j < all.size(); j++)
                    if (overlap(all.get(i), all.get(j)))
                        faults.add(new DocumentId(id) + ": " + all.get(i).key() + " and "
                                + all.get(j).key() + " are in force on the same day");
        });
    }

    private static boolean overlap(HeldDocument a, HeldDocument b) {
        return Math.max(PassageFields.from(a), PassageFields.from(b))
                < Math.min(PassageFields.until(a), PassageFields.until(b));
    }
}
