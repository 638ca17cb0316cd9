package flightline.diagnosis;

import flightline.diagnosis.claim.Stem;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry its meaning, cut to a common stem, for comparing texts with one another. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[./-][\\p{L}\\p{N}]+)*");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "is", "are", "was", "were", "be",
            "been", "it", "its", "this", "that", "these", "those", "what", "which", "who", "how", "why", "when",
            "where", "do", "does", "did", "can", "could", "should", "would", "i", "we", "you", "my", "our", "me",
            "there", "with", "by", "as", "from", "if", "has", "have", "had", "much", "many", "any", "some", "will",
            "shall", "must", "so", "than", "then", "about", "into", "get", "got", "tell", "give", "need");

    private Words() {}

    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) if (!EMPTY.contains(matcher.group())) words.add(Stem.of(matcher.group()));
        return words;
    }

    /** Whether a word in lower case says anything: it is neither one of those that every text has nor a bare number. */
    static boolean tells(String word) {
        return !EMPTY.contains(word) && word.chars().anyMatch(Character::isLetter);
    }

    /** Whether any word of a text says anything; a letter by itself does not, except where it writes a whole word. */
    static boolean tellAnything(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(Words::tells)
                .anyMatch(word -> word.codePoints().filter(Character::isLetter).count() > 1
                        || word.codePoints().anyMatch(Character::isIdeographic));
    }

    /** Share of the wanted words that are there, 0 to 1; 0 where nothing is wanted. */
    static double covered(Set<String> wanted, Set<String> there) {
        if (wanted.isEmpty()) return 0;
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }
}
