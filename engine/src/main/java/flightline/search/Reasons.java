package flightline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Says in words why an entry was found. */
final class Reasons {
    private Reasons() {}

    /**
     * @param piece likeness of its likeliest piece, where that counts
     * @param words stemmed words of the entry
     */
    static List<String> of(Candidate candidate, OptionalDouble piece, Question question, Set<String> words) {
        var reasons = new ArrayList<String>();
        var codes = question.terms().stream()
                .filter(t -> t.code() && words.contains(t.term()))
                .map(Question.Weighted::said)
                .distinct()
                .toList();
        if (!codes.isEmpty()) reasons.add("has " + String.join(", ", codes));
        var matched = question.matched(words);
        if (!matched.isEmpty()) reasons.add("words: " + String.join(", ", matched));
        if (candidate.lexicalRank() > 0)
            reasons.add(String.format(Locale.ROOT, "BM25 %.2f, rank %d", candidate.lexical(), candidate.lexicalRank()));
        reasons.add(
                candidate.semanticRank() > 0
                        ? String.format(
                                Locale.ROOT, "meaning %.2f, rank %d", candidate.likeness(), candidate.semanticRank())
                        : String.format(Locale.ROOT, "meaning %.2f", candidate.likeness()));
        piece.ifPresent(likeness ->
                reasons.add(String.format(Locale.ROOT, "meaning of its likeliest sentences %.2f", likeness)));
        return reasons;
    }
}
