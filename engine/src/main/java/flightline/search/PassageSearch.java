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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;

/** One search for passages: candidates by words and by meaning, one ranking, and the reasons. */
final class PassageSearch {
    /**
     * How far the meaning of a question is drawn towards the matter that it belongs to. Chosen together with the weight of the
     * matter's words on the half of the public support dialogues set aside for tuning; 0.2 to 0.5 do nearly as well there.
     */
    private static final float MATTER = 0.3f;

    private final IndexSearcher searcher;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;

    PassageSearch(IndexSearcher searcher, TradeAnalyzer analyzer, Tuning tuning) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.tuning = tuning;
        searcher.setSimilarity(new BM25Similarity(tuning.k1(), tuning.b()));
    }

    Evidence find(EvidenceQuery query, Embedder embedder) throws IOException {
        if (query.text().isBlank()) return Evidence.NONE;
        Query scope = Scope.filter(query, searcher.getIndexReader());
        var question = new Question(query.text(), query.about(), analyzer, tuning);
        var found = Candidates.find(
                searcher,
                question,
                tuning,
                PassageFields.VECTOR,
                meaning(query, embedder),
                scope,
                Math.max(tuning.depth(), query.top()));
        var ranked = new ArrayList<>(found.list());
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
        return new Evidence(hits(ranked, scores, query, question), found.total(), found.exact());
    }

    /** Not of length one where a matter is mixed in, so that likeness stays the mean of two likenesses. */
    private static float[] meaning(EvidenceQuery query, Embedder embedder) {
        float[] meaning = embedder.query(query.text());
        if (query.about().isEmpty()) return meaning;
        // The matter is put beside the question, not instead of it: of a matter alone every page speaks that was asked
        // for
        // before.
        float[] whole = embedder.query(query.text() + " " + query.about());
        for (int i = 0; i < meaning.length; i++) meaning[i] += MATTER * (whole[i] - meaning[i]);
        return meaning;
    }

    private List<Hit> hits(List<Candidate> ranked, Map<Integer, Double> scores, EvidenceQuery query, Question question)
            throws IOException {
        var byText = new LinkedHashMap<String, Hit>();
        var entries = new HashMap<String, HeldDocument>();
        for (var candidate : ranked) {
            Document stored = searcher.storedFields().document(candidate.doc());
            Passage passage = PassageForm.read(stored.getBinaryValue(PassageFields.STORED));
            String key = stored.get(PassageFields.OF);
            HeldDocument held = entries.get(key);
            if (held == null) {
                held = entry(key).orElseThrow(() -> new IllegalStateException("passage without entry " + key));
                entries.put(key, held);
            }
            String text = passage.text()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .strip();
            Hit same = byText.get(text);
            if (same == null && byText.size() == query.top()) break;
            var hit = new Hit(
                    passage,
                    held,
                    scores.getOrDefault(candidate.doc(), 0.0),
                    List.of(),
                    Effectivity.of(passage.applicability(), query.aircraft()));
            byText.put(text, same == null ? because(hit, candidate, question) : Twins.join(same, hit, query.on()));
        }
        return List.copyOf(byText.values());
    }

    private Optional<HeldDocument> entry(String key) throws IOException {
        var found = searcher.search(new TermQuery(new Term(PassageFields.ENTRY, key)), 1);
        if (found.scoreDocs.length == 0) return Optional.empty();
        var stored = searcher.storedFields().document(found.scoreDocs[0].doc);
        return Optional.of(EntryForm.read(stored.getBinaryValue(PassageFields.STORED)));
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
