package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.model.Embedder;
import flightline.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Maintenance records in one folder: a Lucene index whose write lock is the folder's. */
public final class LuceneRecordIndex implements RecordIndex {
    private final Shelf shelf;
    private final Embedder embedder;
    private final TradeAnalyzer analyzer;
    private final Lengths lengths = new Lengths();

    private LuceneRecordIndex(Path folder, Embedder embedder, TradeAnalyzer analyzer, Vault vault) {
        this.embedder = embedder;
        this.analyzer = analyzer;
        this.shelf = new Shelf(folder, analyzer, embedder.name(), Shelf.FORMAT, vault);
    }

    /**
     * Opens the index in a folder; neither folder nor index need exist.
     *
     * @param embedder gives the vectors; the caller closes it
     * @param abbreviations short form to words, both lower case
     */
    public static LuceneRecordIndex open(Path folder, Embedder embedder, Map<String, String> abbreviations) {
        return open(folder, embedder, abbreviations, word -> Optional.empty(), Vault.clear());
    }

    /**
     * @param spelling what a misspelt lower-case word was meant to be; empty for any other
     * @param vault holds the index's files
     */
    public static LuceneRecordIndex open(
            Path folder,
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling,
            Vault vault) {
        return new LuceneRecordIndex(folder, embedder, new TradeAnalyzer(abbreviations, spelling), vault);
    }

    @Override
    public void add(List<MaintenanceRecord> records, IntConsumer embedded) {
        if (records.isEmpty()) return;
        shelf.reserve();
        var texts = records.stream()
                .map(entry -> PassageTexts.firstWords(RecordFields.complaint(entry)))
                .toList();
        var vectors = PassageVectors.batches(texts, embedder, embedded);
        shelf.write(writer -> {
            for (int i = 0; i < vectors.size(); i++)
                writer.updateDocument(id(records.get(i).id()), RecordFields.of(records.get(i), vectors.get(i)));
        });
    }

    @Override
    public void remove(Set<RecordId> ids) {
        shelf.write(writer ->
                writer.deleteDocuments(ids.stream().map(LuceneRecordIndex::id).toArray(Term[]::new)));
    }

    @Override
    public List<Precedent> search(RecordQuery query) {
        return shelf.read(List.of(), searcher -> {
            shelf.requireSameEmbedder(searcher);
            return new RecordSearch(cleared(searcher, query.clearance()), analyzer, Tuning.RECORDS)
                    .find(query, embedder);
        });
    }

    @Override
    public Study study(
            MaintenanceRecord present, int days, Set<RecordId> without, List<Precedent> alike, Clearance clearance) {
        return shelf.read(Study.none(present), searcher -> {
            shelf.requireSameEmbedder(searcher);
            return new AircraftStudy(cleared(searcher, clearance), analyzer, Tuning.RECORDS, embedder)
                    .of(present, days, without, alike);
        });
    }

    @Override
    public Stream<MaintenanceRecord> all(Clearance clearance) {
        return all().filter(record -> clearance.covers(record.marking()));
    }

    private Stream<MaintenanceRecord> all() {
        return RecordStream.of(shelf);
    }

    private ClearedSearcher cleared(IndexSearcher searcher, Clearance clearance) throws IOException {
        return ClearedSearcher.of(searcher, RecordFields.MARKING, clearance, lengths);
    }

    @Override
    public Optional<MaintenanceRecord> get(RecordId id) {
        return shelf.read(Optional.empty(), searcher -> {
            var found = new ArrayList<MaintenanceRecord>();
            for (int doc : Matches.of(searcher, new TermQuery(id(id))))
                found.add(RecordForm.read(searcher.storedFields().document(doc).getBinaryValue(RecordFields.STORED)));
            return found.stream().findFirst();
        });
    }

    @Override
    public Map<RecordId, MaintenanceRecord> get(Collection<RecordId> ids) {
        if (ids.isEmpty()) return Map.of();
        return shelf.read(Map.of(), searcher -> {
            var wanted = new TermInSetQuery(
                    RecordFields.ID,
                    ids.stream().map(id -> new BytesRef(id.value())).toList());
            var fields = searcher.storedFields();
            Map<RecordId, MaintenanceRecord> found = new HashMap<>();
            for (int doc : Matches.of(searcher, wanted)) {
                var record = RecordForm.read(fields.document(doc).getBinaryValue(RecordFields.STORED));
                found.put(record.id(), record);
            }
            return found;
        });
    }

    @Override
    public List<MaintenanceRecord> latestOf(String registration, int most, Clearance clearance) {
        return shelf.read(List.of(), searcher -> {
            var newest = new Sort(new SortField(RecordFields.DAY, SortField.Type.LONG, true));
            var aircraft = new BooleanQuery.Builder()
                    .add(
                            new TermQuery(new Term(RecordFields.AIRCRAFT, RecordFields.folded(registration))),
                            Occur.FILTER)
                    .add(cleared(searcher, clearance).seen(), Occur.FILTER)
                    .build();
            var fields = searcher.storedFields();
            var found = new ArrayList<MaintenanceRecord>();
            for (var hit : searcher.search(aircraft, most, newest).scoreDocs)
                found.add(RecordForm.read(fields.document(hit.doc).getBinaryValue(RecordFields.STORED)));
            return found;
        });
    }

    @Override
    public List<String> registrations(int most, Clearance clearance) {
        return shelf.read(
                List.of(),
                searcher ->
                        new Registrations(searcher, cleared(searcher, clearance).seen()).first(most));
    }

    @Override
    public String stamp() {
        return shelf.read("", RecordStamp::of);
    }

    @Override
    public long count() {
        return shelf.read(0L, searcher -> (long) searcher.count(new FieldExistsQuery(RecordFields.VECTOR)));
    }

    @Override
    public void reserve() {
        shelf.reserve();
    }

    @Override
    public int snapshot(Path into) {
        return shelf.snapshot(into);
    }

    @Override
    public void release() {
        shelf.release();
    }

    @Override
    public IndexHealth check() {
        var faults = new ArrayList<>(ShelfCheck.of(shelf, embedder, RecordFields.VECTOR));
        long held = 0;
        if (faults.isEmpty()) {
            String previous = "";
            try (var all = all()) {
                for (var entry : (Iterable<MaintenanceRecord>) all::iterator) {
                    if (entry.id().value().equals(previous)) faults.add("record " + previous + ": held twice");
                    previous = entry.id().value();
                    held++;
                }
            }
        }
        return new IndexHealth(0, held, faults);
    }

    @Override
    public void close() {
        shelf.close();
    }

    private static Term id(RecordId id) {
        return new Term(RecordFields.ID, id.value());
    }
}
