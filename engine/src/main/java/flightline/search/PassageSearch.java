package flightline.search;

import flightline.corpus.Effectivity;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;

/** One search for passages: candidates by words and by meaning, one ranking, and the reasons. */
final class PassageSearch {
    private final ClearedSearcher searcher;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;
    private final Embedder embedder;

    /** Tells of a hit why it was found. */
    private interface Telling {
        Hit because(Hit hit, Candidate candidate, Question question);
    }

    private static final Telling NO_REASONS = (hit, _, _) -> hit;

    PassageSearch(ClearedSearcher searcher, TradeAnalyzer analyzer, Tuning tuning, Embedder embedder) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.tuning = tuning;
        this.embedder = embedder;
        searcher.setSimilarity(new BM25Similarity(tuning.k1(), tuning.b()));
    }

    /** What fits best in scope, without reasons. */
    Evidence find(EvidenceQuery query) throws IOException {
        return evidence(query, scope(query), NO_REASONS);
    }

    Evidence explained(EvidenceQuery query) throws IOException {
        return evidence(query, scope(query), this::because);
    }

    Evidence tables(EvidenceQuery query) throws IOException {
        Query tables = Scope.tables(searcher.getIndexReader());
        return evidence(query, searcher.sifted(Scope.both(filter(query), tables)), NO_REASONS);
    }

    /** The same as {@link #find}, and what of revisions not in force would have been among the first {@code near}. */
    Sight look(EvidenceQuery query, int near) throws IOException {
        if (query.text().isBlank()) return Sight.NONE;
        var question = question(query);
        if (question.terms().isEmpty()) return Sight.NONE;
        Candidates found = candidates(query, question, scope(query), depth(query));
        var sight = ranked(found.list(), query, question, NO_REASONS);
        Candidates others = candidates(
                query, question, searcher.sifted(Scope.notInForce(query, searcher.getIndexReader())), 4 * near);
        if (others.list().isEmpty()) return new Sight(evidence(sight, found), List.of());
        var all = new ArrayList<>(found.list());
        all.addAll(others.list());
        return new Sight(
                evidence(sight, found),
                ranked(all, query.withTop(near), question, NO_REASONS).stream()
                        .filter(hit -> !hit.document().inForceOn(query.on()))
                        .toList());
    }

    private Sifted scope(EvidenceQuery query) throws IOException {
        return searcher.sifted(filter(query));
    }

    private Query filter(EvidenceQuery query) throws IOException {
        return Scope.filter(query, searcher.getIndexReader());
    }

    private Evidence evidence(EvidenceQuery query, Sifted scope, Telling telling) throws IOException {
        if (query.text().isBlank()) return Evidence.NONE;
        var question = question(query);
        if (question.terms().isEmpty()) return Evidence.NONE;
        Candidates found = candidates(query, question, scope, depth(query));
        return evidence(ranked(found.list(), query, question, telling), found);
    }

    private static Evidence evidence(List<Hit> hits, Candidates found) {
        return new Evidence(hits, found.total(), found.exact());
    }

    private Question question(EvidenceQuery query) {
        return new Question(query.text(), query.about(), analyzer, tuning);
    }

    private int depth(EvidenceQuery query) {
        return Math.max(tuning.depth(), query.top());
    }

    private Candidates candidates(EvidenceQuery query, Question question, Sifted scope, int depth) throws IOException {
        return Candidates.find(
                searcher, question, tuning, PassageFields.VECTOR, PassageMeaning.of(query, embedder), scope, depth);
    }

    private List<Hit> ranked(List<Candidate> candidates, EvidenceQuery query, Question question, Telling telling)
            throws IOException {
        var ranked = new ArrayList<>(candidates);
        double best = ranked.stream().mapToDouble(Candidate::lexical).max().orElse(0);
        long codes = Math.max(1, question.codeCount());
        var scores = new HashMap<Integer, Double>();
        for (var candidate : ranked)
            scores.put(
                    candidate.doc(),
                    tuning.lexical() * (best > 0 ? candidate.lexical() / best : 0)
                            + tuning.semantic() * candidate.likeness()
                            + tuning.codes() * candidate.codes() / codes);
        ranked.sort(Comparator.<Candidate>comparingDouble(c -> -scores.getOrDefault(c.doc(), 0.0))
                .thenComparingInt(Candidate::doc));
        return hits(ranked, scores, query, question, telling);
    }

    private List<Hit> hits(
            List<Candidate> ranked,
            Map<Integer, Double> scores,
            EvidenceQuery query,
            Question question,
            Telling telling)
            throws IOException {
        var byText = new LinkedHashMap<String, Hit>();
        var entries = new HashMap<String, HeldDocument>();
        for (var candidate : ranked) {
            Document stored = searcher.storedFields().document(candidate.doc());
            Passage passage = PassageForm.read(stored.getBinaryValue(PassageFields.STORED));
            String key = stored.get(PassageFields.OF);
            HeldDocument held = entries.get(key);
            if (held == null) {
                held = searcher.entry(key, () -> entry(key));
                entries.put(key, held);
            }
            String text = Twins.folded(passage.text());
            Hit same = byText.get(text);
            if (same == null && byText.size() == query.top()) break;
            var hit = new Hit(
                    passage,
                    held,
                    scores.getOrDefault(candidate.doc(), 0.0),
                    List.of(),
                    Effectivity.of(passage.applicability(), query.aircraft()));
            byText.put(
                    text, same == null ? telling.because(hit, candidate, question) : Twins.join(same, hit, query.on()));
        }
        return List.copyOf(byText.values());
    }

    private HeldDocument entry(String key) throws IOException {
        var found = searcher.search(new ConstantScoreQuery(new TermQuery(new Term(PassageFields.ENTRY, key))), 1);
        if (found.scoreDocs.length == 0) throw new IllegalStateException("passage without entry " + key);
        var stored = searcher.storedFields().document(found.scoreDocs[0].doc);
        return EntryForm.read(stored.getBinaryValue(PassageFields.STORED));
    }

    private Hit because(Hit hit, Candidate candidate, Question question) {
        var words = new HashSet<String>();
        var passage = hit.passage();
        for (String text : List.of(
                passage.text(),
                passage.context(),
                String.join("\n", passage.path()),
                hit.document().header().title())) for (Word word : analyzer.words(text)) words.add(word.term());
        return hit.because(Reasons.of(candidate, question, words));
    }
}
