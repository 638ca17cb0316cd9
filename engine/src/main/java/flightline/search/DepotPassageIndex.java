package flightline.search;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.model.Embedder;
import flightline.search.Depot.Commit;
import flightline.vault.Vault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * The library's catalogue and passages in a {@link Depot}. Candidates come from there; they are filtered once more and ranked
 * here, by the code and with the figures by which an index in a folder does it.
 */
public final class DepotPassageIndex implements PassageIndex {
    /** Where nothing is held, every filter is in vain. */
    private static final Condition ENTRIES = Condition.is(PassageFields.IS, PassageFields.IS_ENTRY);

    private static final Condition WAITING = Condition.is(PassageFields.IS, PassageFields.IS_QUARANTINED);

    private final Depot depot;
    private final Embedder embedder;
    private final TradeAnalyzer analyzer;
    private final Vault vault;
    private final DepotDesk desk;
    private final DepotSearch search;

    private DepotPassageIndex(Depot depot, Embedder embedder, TradeAnalyzer analyzer, Vault vault) {
        this.depot = depot;
        this.embedder = embedder;
        this.analyzer = analyzer;
        this.vault = vault;
        this.desk = new DepotDesk(depot, embedder, Tuning.PASSAGES);
        this.search = new DepotSearch(desk, analyzer, Tuning.PASSAGES, embedder);
    }

    /**
     * The index in a depot, which need not hold anything yet.
     *
     * @param embedder gives the vectors; the caller closes it
     * @param abbreviations short form to words, both lower case
     * @param spelling what a misspelt lower-case word was meant to be; empty for any other
     * @param vault seals snapshots
     */
    public static DepotPassageIndex open(
            Depot depot,
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling,
            Vault vault) {
        return new DepotPassageIndex(depot, embedder, new TradeAnalyzer(abbreviations, spelling), vault);
    }

    @Override
    public Evidence search(EvidenceQuery query) {
        return depot.read(Evidence.NONE, commit -> search.search(commit, query));
    }

    @Override
    public Evidence find(EvidenceQuery query) {
        return depot.read(Evidence.NONE, commit -> search.find(commit, query));
    }

    @Override
    public Evidence tables(EvidenceQuery query) {
        return depot.read(Evidence.NONE, commit -> search.tables(commit, query));
    }

    @Override
    public Sight look(EvidenceQuery query, int near) {
        return depot.read(Sight.NONE, commit -> search.look(commit, query, near));
    }

    @Override
    public Set<String> unheard(Set<String> beginnings, EvidenceQuery query) {
        if (beginnings.isEmpty()) return Set.of();
        var sought = List.copyOf(beginnings);
        return depot.read(beginnings, commit -> {
            List<Condition> each = new ArrayList<>();
            for (String beginning : sought) each.add(new Condition.Begins(Set.of(PassageFields.WORDS), beginning));
            long[] heard = commit.count(DepotSearch.scope(commit, query), each);
            Set<String> unheard = new LinkedHashSet<>();
            for (int i = 0; i < heard.length; i++) if (heard[i] == 0) unheard.add(sought.get(i));
            return unheard;
        });
    }

    @Override
    public void swap(List<RevisionSwap> swaps, IntConsumer embedded) {
        if (swaps.isEmpty()) return;
        desk.reserve();
        var staged = new Staged();
        staged.put(swaps, embedded);
        staged.write();
    }

    @Override
    public List<HeldDocument> remove(DocumentId document, List<HeldDocument> changed) {
        desk.reserve();
        var held = all(document);
        if (held.isEmpty()) return held;
        var staged = new Staged();
        held.forEach(staged::gone);
        staged.change(changed);
        staged.write();
        depot.purge();
        return held;
    }

    @Override
    public void purge() {
        desk.reserve();
        depot.purge();
    }

    @Override
    public void approve(HeldDocument waiting, RevisionSwap swap) {
        desk.reserve();
        var staged = new Staged();
        staged.gone(waiting);
        staged.put(List.of(swap), count -> {});
        staged.write();
    }

    @Override
    public void reject(List<HeldDocument> waiting) {
        if (waiting.isEmpty()) return;
        desk.reserve();
        var staged = new Staged();
        waiting.forEach(staged::gone);
        staged.write();
    }

    /** What one commit is to change. */
    private final class Staged {
        private final List<Condition> gone = new ArrayList<>();
        private final DepotRevisions coming = new DepotRevisions(analyzer);

        void gone(HeldDocument held) {
            gone.add(Condition.is(PassageFields.ENTRY, held.key()));
            gone.add(Condition.is(PassageFields.OF, held.key()));
        }

        void put(List<RevisionSwap> swaps, IntConsumer embedded) {
            var meant = PassageVectors.of(swaps, embedder, embedded);
            for (List<Meant> each : meant)
                desk.requireLength(each.stream().map(Meant::whole).toList());
            for (int i = 0; i < swaps.size(); i++) {
                coming.put(swaps.get(i).document(), swaps.get(i).passages(), meant.get(i));
                change(swaps.get(i).changed());
            }
        }

        void change(List<HeldDocument> changed) {
            if (changed.isEmpty()) return;
            depot.read(true, commit -> {
                for (HeldDocument each : changed) coming.change(each, commit);
                return true;
            });
            // Where nothing was ever written, there are no passages to be read first.
            for (HeldDocument each : changed) coming.put(each);
        }

        void write() {
            coming.each().forEach(this::gone);
            depot.write(gone, coming.cards());
        }
    }

    @Override
    public List<HeldDocument> quarantined() {
        return entries(WAITING);
    }

    @Override
    public void reserve() {
        desk.reserve();
    }

    @Override
    public int snapshot(Path into) {
        return DepotSnapshot.of(depot, into, analyzer, embedder, vault, shelf -> {
            var entries = new ArrayList<HeldDocument>();
            depot.read(true, commit -> {
                entries.clear();
                commit.each(new Condition.Any(List.of(ENTRIES, WAITING)), false, card -> entries.add(entry(card)));
                shelf.write(writer -> {
                    writer.deleteAll();
                    for (HeldDocument held : entries)
                        writer.addDocument(
                                held.quarantined() ? PassageFields.quarantined(held) : PassageFields.entry(held));
                    for (HeldDocument held : entries)
                        for (Card card : cards(commit, Condition.is(PassageFields.OF, held.key()), true))
                            writer.addDocument(
                                    PassageFields.passage(held, PassageForm.read(card.bytes()), Meant.of(card)));
                });
                return true;
            });
        });
    }

    @Override
    public void release() {
        depot.release();
    }

    @Override
    public List<HeldDocument> documents() {
        return entries(ENTRIES);
    }

    @Override
    public List<HeldDocument> revisions(DocumentId id) {
        return entries(Condition.is(PassageFields.IDENTITY, id.value()));
    }

    @Override
    public Optional<HeldDocument> document(String key) {
        return entries(Condition.is(PassageFields.ENTRY, key).and(ENTRIES)).stream()
                .findFirst();
    }

    @Override
    public List<Passage> passages(String key) {
        return passages(key, new Condition.All(List.of()));
    }

    @Override
    public List<Passage> passages(String key, Set<PassageKind> kinds) {
        var names =
                kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
        return passages(key, Condition.in(PassageFields.KIND, names)).stream()
                .filter(passage -> kinds.contains(passage.kind()))
                .toList();
    }

    @Override
    public List<Passage> passages(String key, int from, int to) {
        return passages(key, new Condition.Between(PassageFields.ORDINAL, from, to));
    }

    private List<Passage> passages(String key, Condition which) {
        return depot.read(
                List.of(),
                commit -> cards(commit, Condition.is(PassageFields.OF, key).and(which), false).stream()
                        .map(card -> PassageForm.read(card.bytes()))
                        .sorted(Comparator.comparingInt(Passage::ordinal))
                        .toList());
    }

    @Override
    public boolean holds(ContentHash source) {
        return count(Condition.is(PassageFields.SOURCE, source.hex())) > 0;
    }

    @Override
    public long commit() {
        return depot.read(0L, Commit::number);
    }

    @Override
    public long passageCount() {
        return count(new Condition.Meaning());
    }

    private long count(Condition which) {
        return depot.read(0L, commit -> commit.count(which, List.of(new Condition.All(List.of())))[0]);
    }

    @Override
    public IndexHealth check() {
        release();
        return depot.read(new IndexHealth(0, 0, depot.faults()), commit -> {
            var faults = new ArrayList<>(depot.faults());
            if (!commit.embedder().equals(embedder.name()))
                faults.add("vectors are of " + commit.embedder() + ", the embedder in use is " + embedder.name());
            return PassageCheck.of(
                    faults,
                    entries(commit, ENTRIES),
                    check -> commit.each(
                            new Condition.Meaning(),
                            false,
                            card -> check.passage(
                                    card.label(PassageFields.OF),
                                    PassageForm.read(card.bytes()),
                                    card.numbers().getOrDefault(PassageFields.FROM, Long.MIN_VALUE),
                                    card.numbers().getOrDefault(PassageFields.UNTIL, Long.MIN_VALUE))));
        });
    }

    @Override
    public String digest() {
        List<String> none = new ArrayList<>();
        return PassageDigest.of(depot.read(none, commit -> {
            List<String> lines = new ArrayList<>();
            commit.each(
                    new Condition.Any(List.of(ENTRIES, WAITING)),
                    false,
                    card -> lines.add(PassageDigest.entry(card.bytes())));
            commit.each(
                    new Condition.Meaning(),
                    true,
                    card -> lines.add(PassageDigest.passage(
                            card.label(PassageFields.OF),
                            card.bytes(),
                            card.numbers().getOrDefault(PassageFields.FROM, 0L),
                            card.numbers().getOrDefault(PassageFields.UNTIL, 0L),
                            card.vector())));
            return lines;
        }));
    }

    @Override
    public List<String> remarks() {
        return depot.remarks();
    }

    @Override
    public void close() {
        depot.close();
    }

    private List<HeldDocument> entries(Condition which) {
        return depot.read(List.of(), commit -> entries(commit, which));
    }

    static List<HeldDocument> entries(Commit commit, Condition which) {
        return cards(commit, which, false).stream()
                .map(DepotPassageIndex::entry)
                .sorted(LucenePassageIndex.ORDER)
                .toList();
    }

    private static HeldDocument entry(Card card) {
        return EntryForm.read(card.bytes());
    }

    static List<Card> cards(Commit commit, Condition which, boolean vectors) {
        var cards = new ArrayList<Card>();
        commit.each(which, vectors, cards::add);
        return cards;
    }
}
