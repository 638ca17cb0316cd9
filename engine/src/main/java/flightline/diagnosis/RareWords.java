package flightline.diagnosis;

import flightline.diagnosis.claim.Stem;
import flightline.terms.HangarTalk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a question that neither the trade nor the hangar is known to use. A library that has none like it holds nothing
 * about what it names.
 */
final class RareWords {
    /** A word, not part of a number or an identifier. */
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}./-])\\p{L}{5,}(?![\\p{L}\\p{N}./-])");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    private static final int SHORTEST = 5;
    /** Share of a word that another must begin with to be of the same family: "extinguishant" and "extinguisher". */
    private static final double FAMILY = 0.6;

    private final Predicate<String> known;
    private final Set<String> spoken = HangarTalk.standard().all().keySet();

    /** @param known whether a word in lower case is one of the trade or of everyday speech */
    RareWords(Predicate<String> known) {
        this.known = known;
    }

    /** Beginning of its family, in lower case, to the word. */
    Map<String, String> in(String question) {
        var rare = new LinkedHashMap<String, String>();
        Matcher matcher = WORD.matcher(question.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            String stem = Stem.of(word);
            if (spoken.contains(word) || spoken.contains(stem) || AskedWords.isPlain(stem) || isKnown(word)) continue;
            int family = Math.min(stem.length(), Math.max(SHORTEST, (int) Math.ceil(FAMILY * stem.length())));
            rare.put(stem.substring(0, family), word);
        }
        return rare;
    }

    /** Whether any word of two letters or more is known. */
    boolean knowAny(String text) {
        return LETTERS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(Words::tells)
                .flatMap(word -> Stream.of(word, Stem.of(word)))
                .anyMatch(word -> spoken.contains(word) || AskedWords.isPlain(word) || isKnown(word));
    }

    /** "bigger" is known where "big" is. */
    private boolean isKnown(String word) {
        if (known.test(word)) return true;
        for (String ending : List.of("er", "est", "ness", "ish", "y", "en")) {
            if (!word.endsWith(ending) || word.length() < ending.length() + 3) continue;
            String base = word.substring(0, word.length() - ending.length());
            int last = base.length() - 1;
            if (known.test(base) || known.test(base + "e")) return true;
            if (base.charAt(last) == base.charAt(last - 1) && known.test(base.substring(0, last))) return true;
        }
        return false;
    }
}
