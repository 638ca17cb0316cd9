package flightline.policy;

import java.util.List;
import java.util.Set;

/** Tells a sentence that says what happened from one that asks for something, by how English begins them. */
final class Narration {
    private static final Set<String> BEGIN = Set.of(
            "i",
            "we",
            "he",
            "she",
            "it",
            "they",
            "this",
            "that",
            "these",
            "those",
            "the",
            "a",
            "an",
            "my",
            "our",
            "his",
            "her",
            "their",
            "your",
            "so",
            "some",
            "somebody",
            "someone",
            "yesterday",
            "then",
            "there",
            "and",
            "but",
            "when",
            "after",
            "before",
            "during",
            "if",
            "no");
    private static final Set<String> PAST = Set.of(
            "was", "were", "had", "has", "been", "did", "didn't", "said", "found", "came", "went", "took", "got",
            "made", "flew", "saw", "felt", "heard", "fell", "broke", "held", "left", "ran", "lost");
    private static final Set<String> WISH =
            Set.of("want", "need", "would", "like", "wish", "plan", "must", "have", "i'd", "we'd");
    /** Words in which a sentence that tells has its verb. */
    private static final int VERB_WITHIN = 5;

    private static final int SHORTEST_PAST = 5;

    private Narration() {}

    static boolean tells(String sentence) {
        List<String> words = RequestWords.of(sentence);
        if (words.isEmpty() || sentence.stripTrailing().endsWith("?")) return false;
        String first = words.getFirst();
        if (WISH.contains(first)) return false;
        if ((first.equals("i") || first.equals("we")) && words.size() > 1 && WISH.contains(words.get(1))) return false;
        return BEGIN.contains(first)
                || first.endsWith("'s")
                || words.subList(1, Math.min(VERB_WITHIN, words.size())).stream()
                        .anyMatch(Narration::isPast);
    }

    private static boolean isPast(String word) {
        return PAST.contains(word) || (word.endsWith("ed") && word.length() >= SHORTEST_PAST);
    }
}
