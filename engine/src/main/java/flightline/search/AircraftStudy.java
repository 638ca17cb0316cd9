package flightline.search;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.model.Embedder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/** Puts one {@link Study} together. */
final class AircraftStudy {
    /** Of an aircraft's own records, those most like the complaint are looked at; more would cost time and bring nothing. */
    static final int OWN = 40;

    private static final int ELSEWHERE = 100;
    /** Weight of the long form of an abbreviation among the words. */
    private static final double RESTATED = 0.5;

    private final ClearedSearcher searcher;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;
    private final Embedder embedder;
    private final Map<String, Double> rarities = new HashMap<>();

    AircraftStudy(ClearedSearcher searcher, TradeAnalyzer analyzer, Tuning tuning, Embedder embedder) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.tuning = tuning;
        this.embedder = embedder;
    }

    Study of(MaintenanceRecord present, int days, Set<RecordId> without, List<Precedent> alike) throws IOException {
        LocalDate to = present.date().orElseThrow(() -> new IllegalArgumentException("a complaint needs its day"));
        LocalDate from = to.minusDays(days);
        var log = Log.of(searcher, aircraft(present.aircraft(), without), from, to);
        float[] asked = embedder.query(RecordFields.complaint(present));
        Map<Integer, MaintenanceRecord> own = log.days().isEmpty() ? Map.of() : own(present, asked, from, to, without);
        Map<Integer, MaintenanceRecord> elsewhere = own.isEmpty() ? Map.of() : elsewhere(present, from, to, alike);
        var vectors = new ArrayList<float[]>();
        Map<Integer, float[]> held = vectors(docs(own.keySet(), elsewhere.keySet()));
        var ownTraces = traces(own, held, vectors);
        vectors.add(asked);
        var elsewhereTraces = traces(elsewhere, held, vectors);
        return new Study(
                trace(present),
                ownTraces,
                elsewhereTraces,
                log.days(),
                searcher.entries(),
                log.tail(),
                likeness(vectors, ownTraces.size() + 1));
    }

    private List<Trace> traces(
            Map<Integer, MaintenanceRecord> records, Map<Integer, float[]> held, List<float[]> vectors)
            throws IOException {
        var inOrder = records.entrySet().stream()
                .sorted(Comparator.comparing(AircraftStudy::day)
                        .thenComparing(e -> e.getValue().id().value()))
                .toList();
        var traces = new ArrayList<Trace>();
        for (var entry : inOrder) {
            traces.add(trace(entry.getValue()));
            vectors.add(held.getOrDefault(entry.getKey(), new float[embedder.dimension()]));
        }
        return traces;
    }

    private static LocalDate day(Map.Entry<Integer, MaintenanceRecord> entry) {
        return entry.getValue().date().orElse(LocalDate.MIN);
    }

    private Map<Integer, MaintenanceRecord> own(
            MaintenanceRecord present, float[] asked, LocalDate from, LocalDate to, Set<RecordId> without)
            throws IOException {
        var window = new BooleanQuery.Builder()
                .add(aircraft(present.aircraft(), without), Occur.FILTER)
                .add(
                        NumericDocValuesField.newSlowRangeQuery(RecordFields.DAY, from.toEpochDay(), to.toEpochDay()),
                        Occur.FILTER)
                .build();
        var question = new Question(RecordFields.complaint(present), analyzer, tuning);
        double most = question.rarity(searcher, tuning.fields().keySet()) * tuning.fullMatch();
        var found = Candidates.find(searcher, question, tuning, RecordFields.VECTOR, asked, searcher.once(window), OWN);
        var nearest = found.list().stream()
                .sorted(Comparator.<Candidate>comparingDouble(c ->
                                -tuning.lexical() * (most <= 0 ? 0 : Math.min(1, c.lexical() / most))
                                        - tuning.semantic() * corrected((float) c.likeness()))
                        .thenComparingInt(Candidate::doc))
                .limit(OWN)
                .toList();
        var records = new HashMap<Integer, MaintenanceRecord>();
        for (Candidate each : nearest)
            records.put(
                    each.doc(),
                    RecordForm.read(searcher.storedFields().document(each.doc()).getBinaryValue(RecordFields.STORED)));
        return records;
    }

    /** The records given, but for the aircraft's own around the day: those are what is compared, not what with. */
    private Map<Integer, MaintenanceRecord> elsewhere(
            MaintenanceRecord present, LocalDate from, LocalDate to, List<Precedent> alike) throws IOException {
        LocalDate after = to.plusDays(to.toEpochDay() - from.toEpochDay());
        var wanted = new HashMap<String, MaintenanceRecord>();
        for (Precedent precedent : alike) {
            MaintenanceRecord record = precedent.record();
            boolean near = record.aircraft().equalsIgnoreCase(present.aircraft())
                    && record.date()
                            .filter(day -> !day.isBefore(from) && !day.isAfter(after))
                            .isPresent();
            if (!near && wanted.size() < ELSEWHERE) wanted.put(record.id().value(), record);
        }
        if (wanted.isEmpty()) return Map.of();
        var query = new TermInSetQuery(
                RecordFields.ID, wanted.keySet().stream().map(BytesRef::new).toList());
        var records = new HashMap<Integer, MaintenanceRecord>();
        for (int doc : Matches.of(searcher, query)) {
            var leaf = Candidates.leaf(searcher, doc);
            var ids = DocValues.getSorted(leaf.reader(), RecordFields.ID);
            if (!ids.advanceExact(doc - leaf.docBase)) continue;
            MaintenanceRecord record = wanted.get(ids.lookupOrd(ids.ordValue()).utf8ToString());
            if (record != null) records.put(doc, record);
        }
        return records;
    }

    private Query aircraft(String registration, Set<RecordId> without) {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(RecordFields.AIRCRAFT, RecordFields.folded(registration))), Occur.FILTER)
                .add(searcher.seen(), Occur.FILTER);
        RecordSearch.leaveOut(without, query);
        return query.build();
    }

    private static int[] docs(Collection<Integer> some, Collection<Integer> others) {
        var all = new TreeMap<Integer, Boolean>();
        some.forEach(doc -> all.put(doc, true));
        others.forEach(doc -> all.put(doc, true));
        return all.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** @param docs ascending */
    private Map<Integer, float[]> vectors(int[] docs) throws IOException {
        var vectors = new HashMap<Integer, float[]>();
        int i = 0;
        while (i < docs.length) {
            var leaf = Candidates.leaf(searcher, docs[i]);
            int end = leaf.docBase + leaf.reader().maxDoc();
            var values = leaf.reader().getFloatVectorValues(RecordFields.VECTOR);
            var at = values == null ? null : values.iterator();
            for (; i < docs.length && docs[i] < end; i++)
                if (values != null && at != null) {
                    int local = docs[i] - leaf.docBase;
                    if (at.docID() < local) at.advance(local);
                    if (at.docID() == local)
                        vectors.put(docs[i], values.vectorValue(at.index()).clone());
                }
        }
        return vectors;
    }

    private float[][] likeness(List<float[]> vectors, int lines) {
        float[][] likeness = new float[lines][vectors.size()];
        for (int i = 0; i < lines; i++)
            for (int j = 0; j < vectors.size(); j++)
                likeness[i][j] = corrected(VectorUtil.dotProduct(vectors.get(i), vectors.get(j)));
        return likeness;
    }

    private float corrected(float likeness) {
        float chance = (float) embedder.chance();
        return Math.clamp((likeness - chance) / (1 - chance), 0f, 1f);
    }

    private Trace trace(MaintenanceRecord record) throws IOException {
        Map<String, Double> complaint = words(RecordFields.complaint(record));
        var text = new HashMap<>(words(record.narrative() + "\n" + record.part() + "\n" + record.partNumber()));
        complaint.forEach(text::putIfAbsent);
        return new Trace(record, complaint, text);
    }

    private Map<String, Double> words(String text) throws IOException {
        var words = new HashMap<String, Double>();
        for (Word word : analyzer.words(text))
            if (!Question.asks(word.term()))
                words.merge(
                        word.term(),
                        rarity(word.term()) * (word.role() == Word.Role.RESTATED ? RESTATED : 1),
                        Math::max);
        return words;
    }

    private double rarity(String term) throws IOException {
        Double known = rarities.get(term);
        if (known != null) return known;
        long entries = Math.max(1, searcher.entries());
        long with = Math.min(
                entries,
                Math.max(
                        searcher.frequency(new Term(RecordFields.COMPLAINT, term)),
                        searcher.frequency(new Term(RecordFields.NARRATIVE, term))));
        double rarity = Math.log(1 + (entries - with + 0.5) / (with + 0.5));
        rarities.put(term, rarity);
        return rarity;
    }

    /** Which days the aircraft has records of. */
    private record Log(List<LocalDate> days, Study.Tail tail) {
        static Log of(IndexSearcher searcher, Query aircraft, LocalDate from, LocalDate to) throws IOException {
            var days = new ArrayList<LocalDate>();
            int undated = 0;
            long newest = Long.MIN_VALUE;
            int[] docs = Matches.of(searcher, aircraft);
            int i = 0;
            while (i < docs.length) {
                var leaf = Candidates.leaf(searcher, docs[i]);
                int end = leaf.docBase + leaf.reader().maxDoc();
                var values = DocValues.getNumeric(leaf.reader(), RecordFields.DAY);
                for (; i < docs.length && docs[i] < end; i++) {
                    if (!values.advanceExact(docs[i] - leaf.docBase)) {
                        undated++;
                        continue;
                    }
                    long day = values.longValue();
                    if (day > to.toEpochDay()) continue;
                    newest = Math.max(newest, day);
                    if (day >= from.toEpochDay()) days.add(LocalDate.ofEpochDay(day));
                }
            }
            days.sort(Comparator.naturalOrder());
            return new Log(
                    days,
                    new Study.Tail(
                            docs.length,
                            undated,
                            newest == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(newest))));
        }
    }
}
