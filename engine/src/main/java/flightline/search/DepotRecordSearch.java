package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.model.Embedder;
import flightline.search.Depot.Commit;
import flightline.search.Depot.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;

/** Searches for records in a depot: asks it for candidates, lays them on a tray and ranks them there. */
final class DepotRecordSearch {
    private final DepotDesk desk;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;
    private final Embedder embedder;

    DepotRecordSearch(DepotDesk desk, TradeAnalyzer analyzer, Tuning tuning, Embedder embedder) {
        this.desk = desk;
        this.analyzer = analyzer;
        this.tuning = tuning;
        this.embedder = embedder;
    }

    List<Precedent> find(Commit commit, RecordQuery query) {
        var question = new Question(query.text(), analyzer, tuning);
        if (query.text().isBlank() || question.terms().isEmpty()) return List.of();
        desk.requireSameEmbedder(commit);
        Condition seen = DepotRecordIndex.seen(commit, query.clearance());
        Census census = desk.census(commit, seen, question, Set.of());
        int depth = Math.max(tuning.depth(), query.top());
        var wanted = desk.wanted(scope(query, seen), question, census, embedder.query(query.text()), depth);
        var found = commit.find(List.of(wanted)).getFirst();
        var documents = found.cards().stream().map(DepotRecordSearch::document).toList();
        try (var tray = new Tray(documents, analyzer)) {
            return new RecordSearch(tray.searcher(seen, census), analyzer, tuning).find(query, embedder);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    Study study(
            Commit commit,
            MaintenanceRecord present,
            int days,
            Set<RecordId> without,
            List<Precedent> alike,
            Clearance clearance) {
        desk.requireSameEmbedder(commit);
        Condition seen = DepotRecordIndex.seen(commit, clearance);
        Condition own = seen.and(Condition.is(RecordFields.AIRCRAFT, RecordFields.folded(present.aircraft())));
        var documents = new TreeMap<String, Document>();
        commit.each(own, false, card -> documents.put(card.name(), trace(RecordForm.read(card.bytes()))));
        var question = new Question(RecordFields.complaint(present), analyzer, tuning);
        Census census = desk.census(commit, seen, question, words(present, alike));
        LocalDate to = present.date().orElseThrow(() -> new IllegalArgumentException("a complaint needs its day"));
        Condition window = own.and(new Condition.Between(
                        RecordFields.DAY, to.minusDays(days).toEpochDay(), to.toEpochDay()))
                .and(left(without));
        float[] asked = embedder.query(RecordFields.complaint(present));
        Found found = documents.isEmpty() || question.terms().isEmpty()
                ? new Found(List.of(), 0)
                : commit.find(List.of(desk.wanted(window, question, census, asked, AircraftStudy.OWN)))
                        .getFirst();
        var others = alike.stream().map(p -> p.record().id().value()).toList();
        commit.each(Condition.in(RecordFields.ID, others), true, card -> documents.put(card.name(), document(card)));
        for (Card card : found.cards()) documents.put(card.name(), document(card));
        Census whole = desk.census(commit, seen, question, words(present, found));
        try (var tray = new Tray(List.copyOf(documents.values()), analyzer)) {
            return new AircraftStudy(tray.searcher(seen, whole.and(census)), analyzer, tuning, embedder)
                    .of(present, days, without, alike);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Condition scope(RecordQuery query, Condition seen) {
        var all = new ArrayList<Condition>(List.of(seen, new Condition.Meaning(), left(query.without())));
        query.aircraft().ifPresent(a -> all.add(Condition.is(RecordFields.AIRCRAFT, RecordFields.folded(a))));
        query.model().ifPresent(m -> all.add(Condition.is(RecordFields.MODEL, RecordFields.folded(m))));
        return new Condition.All(all);
    }

    private static Condition left(Set<RecordId> without) {
        if (without.isEmpty()) return new Condition.All(List.of());
        return new Condition.Not(Condition.in(
                RecordFields.ID, without.stream().map(RecordId::value).toList()));
    }

    /** Every word whose rarity is asked for when two records are compared. */
    private Set<String> words(MaintenanceRecord present, List<Precedent> alike) {
        var words = new HashSet<String>();
        add(present, words);
        for (Precedent each : alike) add(each.record(), words);
        return words;
    }

    private Set<String> words(MaintenanceRecord present, Found found) {
        var words = new HashSet<String>();
        add(present, words);
        for (Card card : found.cards()) add(RecordForm.read(card.bytes()), words);
        return words;
    }

    private void add(MaintenanceRecord record, Set<String> words) {
        String text = String.join(
                "\n", RecordFields.complaint(record), record.narrative(), record.part(), record.partNumber());
        for (Word word : analyzer.words(text)) words.add(word.term());
    }

    private static Document document(Card card) {
        return RecordFields.of(RecordForm.read(card.bytes()), card.vector());
    }

    private static Document trace(MaintenanceRecord record) {
        OptionalLong day =
                record.date().stream().mapToLong(LocalDate::toEpochDay).findFirst();
        return RecordFields.trace(
                record.id().value(), record.aircraft(), record.marking().label(), day);
    }
}
