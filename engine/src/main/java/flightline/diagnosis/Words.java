package flightline.diagnosis;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
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
        while (matcher.find()) if (!EMPTY.contains(matcher.group())) words.add(stem(matcher.group()));
        return words;
    }

    /** Share of the wanted words that are there, 0 to 1; 0 where nothing is wanted. */
    static double covered(Set<String> wanted, Set<String> there) {
        if (wanted.isEmpty()) return 0;
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }

    private static String stem(String word) {
        if (word.length() > 5 && word.endsWith("ing")) return undouble(word.substring(0, word.length() - 3));
        if (word.length() > 4 && word.endsWith("ies")) return word.substring(0, word.length() - 3) + "y";
        if (word.length() > 4 && word.endsWith("ed")) return undouble(word.substring(0, word.length() - 2));
        if (word.length() > 4 && word.endsWith("es") && !word.endsWith("ses"))
            return word.substring(0, word.length() - 2);
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
            return word.substring(0, word.length() - 1);
        if (word.length() > 4 && word.endsWith("e")) return word.substring(0, word.length() - 1);
        return word;
    }

    private static String undouble(String stem) {
        int n = stem.length();
        boolean doubled = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2);
        return doubled ? stem.substring(0, n - 1) : stem.endsWith("e") ? stem.substring(0, n - 1) : stem;
    }
}
