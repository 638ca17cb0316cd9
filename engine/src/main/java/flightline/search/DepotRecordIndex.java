package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.model.Embedder;
import flightline.search.Depot.Commit;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Maintenance records in a {@link Depot}. Candidates come from there and are ranked here, as with {@link DepotPassageIndex}. */
public final class DepotRecordIndex implements RecordIndex {
    private static final Condition RECORDS = new Condition.Meaning();
    /** Aircraft that are asked about at a time, whether there is a record to be seen. */
    private static final int AIRCRAFT_AT_A_TIME = 500;

    private final Depot depot;
    private final Embedder embedder;
    private final TradeAnalyzer analyzer;
    private final Vault vault;
    private final DepotDesk desk;
    private final DepotRecordSearch search;

    private DepotRecordIndex(Depot depot, Embedder embedder, TradeAnalyzer analyzer, Vault vault) {
        this.depot = depot;
        this.embedder = embedder;
        this.analyzer = analyzer;
        this.vault = vault;
        this.desk = new DepotDesk(depot, embedder, Tuning.RECORDS);
        this.search = new DepotRecordSearch(desk, analyzer, Tuning.RECORDS, embedder);
    }

    /**
     * The index in a depot, which need not hold anything yet.
     *
     * @param embedder gives the vectors; the caller closes it
     * @param abbreviations short form to words, both lower case
     * @param spelling what a misspelt lower-case word was meant to be; empty for any other
     * @param vault seals snapshots
     */
    public static DepotRecordIndex open(
            Depot depot,
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling,
            Vault vault) {
        return new DepotRecordIndex(depot, embedder, new TradeAnalyzer(abbreviations, spelling), vault);
    }

    @Override
    public void add(List<MaintenanceRecord> records, IntConsumer embedded) {
        if (records.isEmpty()) return;
        desk.reserve();
        var texts = records.stream()
                .map(entry -> PassageTexts.firstWords(RecordFields.complaint(entry)))
                .toList();
        var vectors = PassageVectors.batches(texts, embedder, embedded);
        desk.requireLength(vectors);
        // A record that comes twice in one batch counts as it comes last.
        Map<String, Card> cards = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            String id = records.get(i).id().value();
            var document = RecordFields.of(records.get(i), vectors.get(i));
            cards.put(id, Card.of(id, document, analyzer, Tuning.RECORDS.fields()));
        }
        depot.write(List.of(Condition.in(RecordFields.ID, cards.keySet())), List.copyOf(cards.values()));
    }

    @Override
    public void remove(Set<RecordId> ids) {
        desk.reserve();
        depot.write(List.of(ids(ids)), List.of());
    }

    @Override
    public List<Precedent> search(RecordQuery query) {
        return depot.read(List.of(), commit -> search.find(commit, query));
    }

    @Override
    public Study study(
            MaintenanceRecord present, int days, Set<RecordId> without, List<Precedent> alike, Clearance clearance) {
        return depot.read(
                Study.none(present), commit -> search.study(commit, present, days, without, alike, clearance));
    }

    @Override
    public Stream<MaintenanceRecord> all(Clearance clearance) {
        return DepotPages.of(depot, commit -> seen(commit, clearance)).map(card -> RecordForm.read(card.bytes()));
    }

    @Override
    public Optional<MaintenanceRecord> get(RecordId id) {
        return Optional.ofNullable(get(List.of(id)).get(id));
    }

    @Override
    public Map<RecordId, MaintenanceRecord> get(Collection<RecordId> ids) {
        if (ids.isEmpty()) return Map.of();
        return depot.read(Map.of(), commit -> {
            Map<RecordId, MaintenanceRecord> found = new HashMap<>();
            for (var record : records(commit, ids(ids))) found.put(record.id(), record);
            return found;
        });
    }

    @Override
    public List<MaintenanceRecord> latestOf(String registration, int most, Clearance clearance) {
        Condition aircraft = Condition.is(RecordFields.AIRCRAFT, RecordFields.folded(registration));
        return depot
                .read(
                        List.<MaintenanceRecord>of(),
                        commit -> records(commit, seen(commit, clearance).and(aircraft)))
                .stream()
                .sorted(Comparator.comparing(
                        (MaintenanceRecord record) -> record.date().orElse(LocalDate.MIN), Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    @Override
    public List<String> registrations(int most, Clearance clearance) {
        return depot.read(List.of(), commit -> {
            Condition seen = seen(commit, clearance);
            var all = List.copyOf(commit.labels(RecordFields.AIRCRAFT));
            var found = new ArrayList<String>();
            for (int from = 0; from < all.size() && found.size() < most; from += AIRCRAFT_AT_A_TIME) {
                var some = all.subList(from, Math.min(all.size(), from + AIRCRAFT_AT_A_TIME));
                long[] counts = commit.count(
                        seen,
                        some.stream()
                                .map(aircraft -> Condition.is(RecordFields.AIRCRAFT, aircraft))
                                .toList());
                for (int i = 0; i < counts.length && found.size() < most; i++)
                    if (counts[i] > 0 && !some.get(i).isEmpty())
                        found.add(some.get(i).toUpperCase(Locale.ROOT));
            }
            return found;
        });
    }

    @Override
    public String stamp() {
        return depot.read("", Commit::stamp);
    }

    @Override
    public long count() {
        return depot.read(0L, commit -> commit.count(RECORDS, List.of(new Condition.All(List.of())))[0]);
    }

    @Override
    public void reserve() {
        desk.reserve();
    }

    @Override
    public int snapshot(Path into) {
        return DepotSnapshot.of(
                depot,
                into,
                analyzer,
                embedder,
                vault,
                shelf -> depot.read(true, commit -> {
                    shelf.write(writer -> {
                        writer.deleteAll();
                        commit.each(RECORDS, true, card -> {
                            try {
                                writer.addDocument(RecordFields.of(RecordForm.read(card.bytes()), card.vector()));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
                    });
                    return true;
                }));
    }

    @Override
    public void release() {
        depot.release();
    }

    @Override
    public IndexHealth check() {
        release();
        return depot.read(new IndexHealth(0, 0, depot.faults()), commit -> {
            var faults = new ArrayList<>(depot.faults());
            if (!commit.embedder().equals(embedder.name()))
                faults.add("vectors are of " + commit.embedder() + ", the embedder in use is " + embedder.name());
            var seen = new Twice(faults);
            commit.each(RECORDS, false, card -> seen.next(RecordForm.read(card.bytes())));
            return new IndexHealth(0, seen.held, faults);
        });
    }

    /** Counts records, and names those that come twice. */
    private static final class Twice {
        private final List<String> faults;
        private String previous = "";
        private long held;

        Twice(List<String> faults) {
            this.faults = faults;
        }

        void next(MaintenanceRecord record) {
            if (record.id().value().equals(previous)) faults.add("record " + previous + ": held twice");
            previous = record.id().value();
            held++;
        }
    }

    @Override
    public List<String> remarks() {
        return depot.remarks();
    }

    @Override
    public void close() {
        depot.close();
    }

    static Condition seen(Commit commit, Clearance clearance) {
        try {
            return Scope.seen(RecordFields.MARKING, clearance, commit::labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Condition ids(Collection<RecordId> ids) {
        return Condition.in(RecordFields.ID, ids.stream().map(RecordId::value).toList());
    }

    private static List<MaintenanceRecord> records(Commit commit, Condition which) {
        var found = new ArrayList<MaintenanceRecord>();
        commit.each(which, false, card -> found.add(RecordForm.read(card.bytes())));
        return found;
    }
}
