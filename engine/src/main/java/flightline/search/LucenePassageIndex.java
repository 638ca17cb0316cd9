package flightline.search;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.model.Embedder;
import flightline.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The library's catalogue and passages in one folder: a Lucene index whose write lock is the folder's. */
public final class LucenePassageIndex implements PassageIndex {
    static final Comparator<HeldDocument> ORDER = Comparator.<HeldDocument, String>comparing(
                    held -> held.header().id().value())
            .thenComparing(held -> held.header().revision())
            .thenComparing(HeldDocument::key);

    private final Shelf shelf;
    private final Embedder embedder;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;
    private final Lengths lengths = new Lengths();

    LucenePassageIndex(Path folder, Embedder embedder, TradeAnalyzer analyzer, Tuning tuning, int format, Vault vault) {
        this.embedder = embedder;
        this.analyzer = analyzer;
        this.tuning = tuning;
        this.shelf = new Shelf(folder, analyzer, embedder.name(), format, vault);
    }

    /**
     * Opens the index in a folder; neither folder nor index need exist.
     *
     * @param embedder gives the vectors; the caller closes it
     * @param abbreviations short form to words, both lower case, for example {@code l/h} to {@code left hand}
     */
    public static LucenePassageIndex open(Path folder, Embedder embedder, Map<String, String> abbreviations) {
        return open(folder, embedder, abbreviations, word -> Optional.empty());
    }

    /** @param spelling what a misspelt lower-case word was meant to be; empty for any other */
    public static LucenePassageIndex open(
            Path folder,
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling) {
        return open(folder, embedder, abbreviations, spelling, Vault.clear());
    }

    /** @param vault holds the index's files */
    public static LucenePassageIndex open(
            Path folder,
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling,
            Vault vault) {
        return new LucenePassageIndex(
                folder, embedder, new TradeAnalyzer(abbreviations, spelling), Tuning.PASSAGES, Shelf.FORMAT, vault);
    }

    @Override
    public Evidence search(EvidenceQuery query) {
        return searched(query, Evidence.NONE, search -> search.explained(query));
    }

    @Override
    public Evidence find(EvidenceQuery query) {
        return searched(query, Evidence.NONE, search -> search.find(query));
    }

    @Override
    public Evidence tables(EvidenceQuery query) {
        return searched(query, Evidence.NONE, search -> search.tables(query));
    }

    @Override
    public Sight look(EvidenceQuery query, int near) {
        return searched(query, Sight.NONE, search -> search.look(query, near));
    }

    private interface Searching<T> {
        T with(PassageSearch search) throws IOException;
    }

    private <T> T searched(EvidenceQuery query, T empty, Searching<T> searching) {
        return shelf.read(empty, searcher -> {
            shelf.requireSameEmbedder(searcher);
            var cleared = ClearedSearcher.of(searcher, PassageFields.MARKING, query.clearance(), lengths);
            return searching.with(new PassageSearch(cleared, analyzer, tuning, embedder));
        });
    }

    @Override
    public Set<String> unheard(Set<String> beginnings, EvidenceQuery query) {
        if (beginnings.isEmpty()) return Set.of();
        return shelf.read(
                beginnings,
                searcher -> Unheard.of(
                        beginnings,
                        new Sifted(Scope.filter(query, searcher.getIndexReader()), lengths.sieves()),
                        searcher));
    }

    @Override
    public void swap(List<RevisionSwap> swaps, IntConsumer embedded) {
        if (swaps.isEmpty()) return;
        shelf.reserve();
        var meant = PassageVectors.of(swaps, embedder, embedded);
        shelf.write(writer -> {
            for (int i = 0; i < swaps.size(); i++) put(swaps.get(i), meant.get(i), writer);
        });
    }

    private static void put(RevisionSwap swap, List<Meant> meant, IndexWriter writer) throws IOException {
        var held = swap.document();
        if (held.quarantined()) {
            writer.updateDocument(new Term(PassageFields.ENTRY, held.key()), PassageFields.quarantined(held));
            return;
        }
        writer.updateDocument(new Term(PassageFields.ENTRY, held.key()), PassageFields.entry(held));
        writer.deleteDocuments(new Term(PassageFields.OF, held.key()));
        for (int i = 0; i < meant.size(); i++)
            writer.addDocument(PassageFields.passage(held, swap.passages().get(i), meant.get(i)));
        change(swap.changed(), writer);
    }

    private static void change(List<HeldDocument> changed, IndexWriter writer) throws IOException {
        for (var each : changed) {
            writer.updateDocument(new Term(PassageFields.ENTRY, each.key()), PassageFields.entry(each));
            var passages = new Term(PassageFields.OF, each.key());
            writer.updateNumericDocValue(passages, PassageFields.FROM, PassageFields.from(each));
            writer.updateNumericDocValue(passages, PassageFields.UNTIL, PassageFields.until(each));
        }
    }

    @Override
    public List<HeldDocument> remove(DocumentId document, List<HeldDocument> changed) {
        shelf.reserve();
        var held = all(document);
        if (held.isEmpty()) return held;
        shelf.write(writer -> {
            for (var each : held)
                writer.deleteDocuments(
                        new Term(PassageFields.ENTRY, each.key()), new Term(PassageFields.OF, each.key()));
            change(changed, writer);
            Shelf.expunge(writer);
        });
        return held;
    }

    @Override
    public void purge() {
        shelf.reserve();
        if (shelf.holdsDeleted()) shelf.write(Shelf::expunge);
    }

    @Override
    public List<HeldDocument> quarantined() {
        return entries(term(PassageFields.IS, PassageFields.IS_QUARANTINED));
    }

    @Override
    public void approve(HeldDocument waiting, RevisionSwap swap) {
        shelf.reserve();
        var meant = PassageVectors.of(List.of(swap), embedder, count -> {});
        shelf.write(writer -> {
            writer.deleteDocuments(new Term(PassageFields.ENTRY, waiting.key()));
            put(swap, meant.getFirst(), writer);
        });
    }

    @Override
    public void reject(List<HeldDocument> waiting) {
        if (waiting.isEmpty()) return;
        shelf.reserve();
        shelf.write(writer -> {
            for (var each : waiting) writer.deleteDocuments(new Term(PassageFields.ENTRY, each.key()));
        });
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
    public List<HeldDocument> documents() {
        return entries(term(PassageFields.IS, PassageFields.IS_ENTRY));
    }

    @Override
    public List<HeldDocument> revisions(DocumentId id) {
        return entries(term(PassageFields.IDENTITY, id.value()));
    }

    @Override
    public Optional<HeldDocument> document(String key) {
        return entries(term(PassageFields.ENTRY, key)).stream()
                .filter(held -> !held.quarantined())
                .findFirst();
    }

    @Override
    public List<Passage> passages(String key) {
        return passages(term(PassageFields.OF, key));
    }

    @Override
    public List<Passage> passages(String key, Set<PassageKind> kinds) {
        var either = new BooleanQuery.Builder();
        for (PassageKind kind : kinds)
            either.add(term(PassageFields.KIND, kind.name().toLowerCase(Locale.ROOT)), Occur.SHOULD);
        return passages(key, either.build()).stream()
                .filter(passage -> kinds.contains(passage.kind()))
                .toList();
    }

    @Override
    public List<Passage> passages(String key, int from, int to) {
        return passages(key, NumericDocValuesField.newSlowRangeQuery(PassageFields.ORDINAL, from, to));
    }

    private List<Passage> passages(String key, Query which) {
        var query = new BooleanQuery.Builder()
                .add(term(PassageFields.OF, key), Occur.FILTER)
                .add(which, Occur.FILTER)
                .build();
        return passages(query);
    }

    private List<Passage> passages(Query which) {
        return shelf.read(
                List.of(),
                searcher -> stored(searcher, which).stream()
                        .map(PassageForm::read)
                        .sorted(Comparator.comparingInt(Passage::ordinal))
                        .toList());
    }

    @Override
    public boolean holds(ContentHash source) {
        return shelf.read(false, searcher -> searcher.count(term(PassageFields.SOURCE, source.hex())) > 0);
    }

    @Override
    public long commit() {
        return shelf.read(0L, searcher -> ((DirectoryReader) searcher.getIndexReader()).getVersion());
    }

    @Override
    public long passageCount() {
        return shelf.read(0L, searcher -> (long) searcher.count(new FieldExistsQuery(PassageFields.VECTOR)));
    }

    @Override
    public IndexHealth check() {
        return PassageCheck.of(shelf, embedder);
    }

    @Override
    public String digest() {
        return PassageDigest.of(shelf);
    }

    @Override
    public void close() {
        shelf.close();
    }

    private List<HeldDocument> entries(Query which) {
        return shelf.read(
                List.of(),
                searcher -> stored(searcher, which).stream()
                        .map(EntryForm::read)
                        .sorted(ORDER)
                        .toList());
    }

    private static List<BytesRef> stored(IndexSearcher searcher, Query which) throws IOException {
        var found = new ArrayList<BytesRef>();
        var fields = searcher.storedFields();
        for (int doc : Matches.of(searcher, which))
            found.add(fields.document(doc).getBinaryValue(PassageFields.STORED));
        return found;
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
