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
import java.util.Optional;
import java.util.OptionalDouble;
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
        Hit because(Hit hit, Scored scored, Question question);
    }

    /** A query that has words to look for, with what it means. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and compared by nobody
    private record Asked(EvidenceQuery query, Question words, float[] meaning) {
        Asked withTop(int top) {
            return new Asked(query.withTop(top), words, meaning);
        }
    }

    /** @param piece likeness of its likeliest piece, where it has several and they were looked at */
    private record Scored(Candidate candidate, double score, OptionalDouble piece) {
        static final Comparator<Scored> ORDER = Comparator.<Scored>comparingDouble(one -> -one.score())
                .thenComparingInt(one -> one.candidate().doc());
    }

    /** How many of the first passages are looked at piece by piece; what a question wants is mostly among them. */
    private static final int READ = 20;

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
        var asked = asked(query);
        if (asked.isEmpty()) return Sight.NONE;
        Candidates found = candidates(asked.get(), scope(query));
        var sight = ranked(found.list(), asked.get(), NO_REASONS);
        Candidates others =
                candidates(asked.get(), searcher.sifted(Scope.notInForce(query, searcher.getIndexReader())), 4 * near);
        if (others.list().isEmpty()) return new Sight(evidence(sight, found), List.of());
        var all = new ArrayList<>(found.list());
        all.addAll(others.list());
        return new Sight(
                evidence(sight, found),
                ranked(all, asked.get().withTop(near), NO_REASONS).stream()
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
        var asked = asked(query);
        if (asked.isEmpty()) return Evidence.NONE;
        Candidates found = candidates(asked.get(), scope);
        return evidence(ranked(found.list(), asked.get(), telling), found);
    }

    private static Evidence evidence(List<Hit> hits, Candidates found) {
        return new Evidence(hits, found.total(), found.exact());
    }

    /** Empty where the query has nothing that could be looked for. */
    private Optional<Asked> asked(EvidenceQuery query) {
        if (query.text().isBlank()) return Optional.empty();
        var words = new Question(query.text(), query.about(), analyzer, tuning);
        return words.terms().isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(query, words, PassageMeaning.of(query, embedder)));
    }

    private Candidates candidates(Asked asked, Sifted scope) throws IOException {
        return candidates(asked, scope, Math.max(tuning.depth(), asked.query().top()));
    }

    private Candidates candidates(Asked asked, Sifted scope, int depth) throws IOException {
        return Candidates.find(searcher, asked.words(), tuning, PassageFields.VECTOR, asked.meaning(), scope, depth);
    }

    private List<Hit> ranked(List<Candidate> candidates, Asked asked, Telling telling) throws IOException {
        double best = candidates.stream().mapToDouble(Candidate::lexical).max().orElse(0);
        long codes = Math.max(1, asked.words().codeCount());
        var ranked = new ArrayList<Scored>();
        for (var candidate : candidates)
            ranked.add(new Scored(
                    candidate,
                    tuning.lexical() * (best > 0 ? candidate.lexical() / best : 0)
                            + tuning.semantic() * candidate.likeness()
                            + tuning.codes() * candidate.codes() / codes,
                    OptionalDouble.empty()));
        ranked.sort(Scored.ORDER);
        var texts = new Texts();
        readPieces(ranked.subList(0, Math.min(READ, ranked.size())), asked, texts);
        ranked.sort(Scored.ORDER);
        return hits(ranked, asked, texts, telling);
    }

    /** A long passage may be like the question in one place only. */
    private void readPieces(List<Scored> first, Asked asked, Texts texts) throws IOException {
        for (int i = 0; i < first.size(); i++) {
            Scored one = first.get(i);
            PieceVectors pieces = texts.of(one.candidate()).stored().pieces();
            if (pieces.isEmpty()) continue;
            double piece = pieces.nearest(asked.meaning());
            double gain = tuning.semantic()
                    * tuning.pieces()
                    * (piece - one.candidate().likeness());
            first.set(i, new Scored(one.candidate(), one.score() + gain, OptionalDouble.of(piece)));
        }
    }

    private List<Hit> hits(List<Scored> ranked, Asked asked, Texts texts, Telling telling) throws IOException {
        var query = asked.query();
        var byText = new LinkedHashMap<String, Hit>();
        var entries = new HashMap<String, HeldDocument>();
        for (var one : ranked) {
            Text read = texts.of(one.candidate());
            Passage passage = read.stored().passage();
            String key = read.key();
            HeldDocument held = entries.get(key);
            if (held == null) {
                held = searcher.entry(key, () -> entry(key));
                entries.put(key, held);
            }
            String text = Twins.folded(passage.text());
            Hit same = byText.get(text);
            if (same == null && byText.size() == query.top()) break;
            var hit = new Hit(
                    passage, held, one.score(), List.of(), Effectivity.of(passage.applicability(), query.aircraft()));
            byText.put(
                    text, same == null ? telling.because(hit, one, asked.words()) : Twins.join(same, hit, query.on()));
        }
        return Successors.first(List.copyOf(byText.values()));
    }

    /** @param key of the entry that it belongs to */
    private record Text(String key, PassageForm.Whole stored) {}

    /** What is stored of candidates, each read once. */
    private final class Texts {
        private final Map<Integer, Text> read = new HashMap<>();

        Text of(Candidate candidate) throws IOException {
            Text held = read.get(candidate.doc());
            if (held == null) {
                Document document = searcher.storedFields().document(candidate.doc());
                held = new Text(
                        document.get(PassageFields.OF),
                        PassageForm.whole(document.getBinaryValue(PassageFields.STORED)));
                read.put(candidate.doc(), held);
            }
            return held;
        }
    }

    private HeldDocument entry(String key) throws IOException {
        var found = searcher.search(new ConstantScoreQuery(new TermQuery(new Term(PassageFields.ENTRY, key))), 1);
        if (found.scoreDocs.length == 0) throw new IllegalStateException("passage without entry " + key);
        var stored = searcher.storedFields().document(found.scoreDocs[0].doc);
        return EntryForm.read(stored.getBinaryValue(PassageFields.STORED));
    }

    private Hit because(Hit hit, Scored scored, Question question) {
        var words = new HashSet<String>();
        var passage = hit.passage();
        for (String text : List.of(
                passage.text(),
                passage.context(),
                String.join("\n", passage.path()),
                hit.document().header().title())) for (Word word : analyzer.words(text)) words.add(word.term());
        return hit.because(Reasons.of(scored.candidate(), scored.piece(), question, words));
    }
}
