package flightline.search;

import flightline.corpus.RecordId;
import flightline.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;

/** One search for records, with a similarity that means the same for every complaint. */
final class RecordSearch {
    private final ClearedSearcher searcher;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;

    RecordSearch(ClearedSearcher searcher, TradeAnalyzer analyzer, Tuning tuning) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.tuning = tuning;
        searcher.setSimilarity(new BM25Similarity(tuning.k1(), tuning.b()));
    }

    List<Precedent> find(RecordQuery query, Embedder embedder) throws IOException {
        if (query.text().isBlank()) return List.of();
        var question = new Question(query.text(), analyzer, tuning);
        if (question.terms().isEmpty()) return List.of();
        double most = question.rarity(searcher, tuning.fields().keySet()) * tuning.fullMatch();
        var candidates = Candidates.find(
                searcher,
                question,
                tuning,
                RecordFields.VECTOR,
                embedder.query(query.text()),
                query.without().isEmpty() ? searcher.sifted(scope(query)) : searcher.once(scope(query)),
                Math.max(tuning.depth(), query.top()));
        Map<Integer, Double> similarity = new HashMap<>();
        for (var candidate : candidates.list())
            similarity.put(
                    candidate.doc(),
                    tuning.lexical() * lexical(candidate, most) + tuning.semantic() * semantic(candidate, embedder));
        var ranked = new ArrayList<>(candidates.list());
        ranked.sort(Comparator.<Candidate>comparingDouble(c -> -similarity.getOrDefault(c.doc(), 0.0))
                .thenComparingInt(Candidate::doc));
        var precedents = new ArrayList<Precedent>();
        for (var candidate : ranked) {
            if (precedents.size() == query.top()) break;
            var entry = RecordForm.read(
                    searcher.storedFields().document(candidate.doc()).getBinaryValue(RecordFields.STORED));
            // Whatever says nothing of what it is about is near to a record without a word.
            if (RecordFields.complaint(entry).isBlank()) continue;
            precedents.add(new Precedent(
                    entry,
                    similarity.getOrDefault(candidate.doc(), 0.0),
                    lexical(candidate, most),
                    semantic(candidate, embedder)));
        }
        return precedents;
    }

    private static double lexical(Candidate candidate, double most) {
        return most <= 0 ? 0 : Math.min(1, candidate.lexical() / most);
    }

    /** Likeness above what two texts of the trade have by chance, which some embedders put far above 0. */
    private static double semantic(Candidate candidate, Embedder embedder) {
        double chance = embedder.chance();
        return Math.clamp((candidate.likeness() - chance) / (1 - chance), 0, 1);
    }

    private Query scope(RecordQuery query) {
        var all = new BooleanQuery.Builder()
                .add(new FieldExistsQuery(RecordFields.VECTOR), Occur.FILTER)
                .add(searcher.seen(), Occur.FILTER);
        query.aircraft().ifPresent(wanted -> all.add(is(RecordFields.AIRCRAFT, wanted), Occur.FILTER));
        query.model().ifPresent(wanted -> all.add(is(RecordFields.MODEL, wanted), Occur.FILTER));
        leaveOut(query.without(), all);
        return all.build();
    }

    static void leaveOut(Set<RecordId> without, BooleanQuery.Builder query) {
        if (!without.isEmpty())
            query.add(
                    new TermInSetQuery(
                            RecordFields.ID,
                            without.stream().map(id -> new BytesRef(id.value())).toList()),
                    Occur.MUST_NOT);
    }

    private static Query is(String field, String value) {
        return new TermQuery(new Term(field, RecordFields.folded(value)));
    }
}
