package flightline.search;

import flightline.search.Word.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The words of a question with their weights, and the queries made of them. */
final class Question {
    /** More words than this make a text, not a question; the rest is left to the vector. */
    private static final int MOST_TERMS = 200;
    /** Weight of a word of the matter beside one of the question, chosen as {@code PassageMeaning.MATTER} was. */
    private static final float ABOUT = 0.1f;
    /** Words that ask without saying what is asked for. "No", "not", "on" and "off" are not among them. */
    private static final Set<String> ASKING = Set.of(
            "a",
            "about",
            "actually",
            "am",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "but",
            "by",
            "can",
            "could",
            "did",
            "do",
            "doe",
            "does",
            "for",
            "from",
            "get",
            "got",
            "had",
            "has",
            "have",
            "how",
            "i",
            "if",
            "in",
            "into",
            "is",
            "it",
            "its",
            "just",
            "me",
            "my",
            "of",
            "or",
            "our",
            "should",
            "so",
            "some",
            "than",
            "that",
            "the",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "to",
            "was",
            "we",
            "were",
            "what",
            "when",
            "where",
            "which",
            "who",
            "whose",
            "why",
            "will",
            "with",
            "would",
            "you",
            "your");

    private final List<Weighted> terms;

    /**
     * A term of the question.
     *
     * @param said the asker's own spelling
     * @param code whether it is an identifier
     */
    record Weighted(String term, String said, float weight, boolean code) {}

    Question(String text, TradeAnalyzer analyzer, Tuning tuning) {
        this(text, "", analyzer, tuning);
    }

    /** @param about words of the matter that the text belongs to; they count less, and are no identifiers that a hit must have */
    Question(String text, String about, TradeAnalyzer analyzer, Tuning tuning) {
        Map<String, Weighted> found = new LinkedHashMap<>();
        Map<String, Weighted> asking = new LinkedHashMap<>();
        for (Word word : analyzer.words(text)) {
            var weighted = new Weighted(
                    word.term(),
                    text.substring(word.start(), word.end()),
                    weight(word.role(), tuning),
                    word.role() == Role.CODE);
            var into = asks(word.term()) ? asking : found;
            into.merge(word.term(), weighted, (a, b) -> a.weight() >= b.weight() ? a : b);
        }
        for (Word word : analyzer.words(about))
            if (!asks(word.term()))
                found.putIfAbsent(
                        word.term(),
                        new Weighted(
                                word.term(),
                                about.substring(word.start(), word.end()),
                                ABOUT * weight(word.role(), tuning),
                                false));
        terms = (found.isEmpty() ? asking : found)
                .values().stream().limit(MOST_TERMS).toList();
    }

    private static float weight(Role role, Tuning tuning) {
        return switch (role) {
            case PLAIN, EXACT -> 1f;
            case CODE -> tuning.codeWeight();
            case JOINED -> tuning.joinedWeight();
            case RESTATED -> tuning.restatedWeight();
        };
    }

    /** Whether the word only asks or joins, and says nothing of the matter. */
    static boolean asks(String term) {
        return ASKING.contains(term);
    }

    List<Weighted> terms() {
        return terms;
    }

    /**
     * BM25 over the fields taken as one text, in which a word of a heavier field counts several times; absent without words.
     *
     * @param layouts the fields of each way in which entries are held; no entry is held in two
     */
    Optional<BooleanQuery> words(List<Map<String, Float>> layouts) {
        if (terms.isEmpty()) return Optional.empty();
        var any = new BooleanQuery.Builder();
        for (Map<String, Float> fields : layouts)
            for (Weighted term : terms)
                any.add(new BoostQuery(inAny(term.term(), fields), term.weight()), Occur.SHOULD);
        return Optional.of(any.build());
    }

    /** Scores 1 for each identifier of the question that stands in a field; absent where the question has none. */
    Optional<BooleanQuery> codes(List<Map<String, Float>> layouts) {
        var any = new BooleanQuery.Builder();
        boolean none = true;
        for (Weighted term : terms) {
            if (!term.code()) continue;
            none = false;
            var either = new BooleanQuery.Builder();
            for (Map<String, Float> fields : layouts)
                for (String field : fields.keySet())
                    either.add(new TermQuery(new Term(field, term.term())), Occur.SHOULD);
            any.add(new ConstantScoreQuery(either.build()), Occur.SHOULD);
        }
        return none ? Optional.empty() : Optional.of(any.build());
    }

    /** How many identifiers the question names. */
    long codeCount() {
        return terms.stream().filter(Weighted::code).count();
    }

    /** The weighted rarity of all terms: what a text that had every one of them could score at most. */
    double rarity(ClearedSearcher searcher, Set<String> fields) throws IOException {
        long entries = Math.max(1, searcher.entries());
        double sum = 0;
        for (Weighted term : terms) {
            long with = 0;
            for (String field : fields) with = Math.max(with, searcher.frequency(new Term(field, term.term())));
            // A word that no record has cannot tell records apart; it counts as a rare one, not as an infinitely rare
            // one.
            sum += term.weight() * Math.log(1 + (entries - Math.min(with, entries) + 0.5) / (Math.max(1, with) + 0.5));
        }
        return sum;
    }

    /** The terms that stand among the words, in the asker's spelling, heaviest first. */
    List<String> matched(Set<String> words) {
        var matched = new ArrayList<String>();
        for (Weighted term : terms)
            if (words.contains(term.term()) && !matched.contains(term.said())) matched.add(term.said());
        return matched;
    }

    private static Query inAny(String term, Map<String, Float> fields) {
        if (fields.size() == 1)
            return new TermQuery(new Term(fields.keySet().iterator().next(), term));
        var query = new CombinedFieldQuery.Builder(term);
        fields.forEach(query::addField);
        return query.build();
    }
}
