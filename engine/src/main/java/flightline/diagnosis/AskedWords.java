package flightline.diagnosis;

import flightline.terms.HangarTalk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of a question that a passage is held against. A word stands there as it is, as another form of the same
 * beginning, or as what a document writes for what the hangar says.
 */
final class AskedWords {
    /** Shorter words have too many others that begin like them. */
    private static final int LONG = 5;

    /** Words that carry a question along and say nothing of the matter. */
    private static final Set<String> PLAIN = stems(
            "no not but just out up down off only still very thing stuff sort way kind"
                    + " bit look looks looking like come comes coming came go goes going went mean means meant put puts make makes made take takes taking took use used using us say all too also more most other another each"
                    + " both same one two first second good ok fine right wrong am side whats onto lot really actually maybe quite bits things please she he"
                    + " they them their wont dont cant isnt im doesnt didnt wasnt arent werent couldnt shouldnt wouldnt hasnt havent hadnt"
                    + " anyone something everyone nobody somebody anybody everybody between measured happens happen else");

    private static final Map<String, Set<String>> WRITTEN = written();

    private final Set<String> words;

    AskedWords(Set<String> wanted) {
        var own = new LinkedHashSet<>(wanted);
        own.removeAll(PLAIN);
        words = own.isEmpty() ? Set.copyOf(wanted) : own;
    }

    /** Share of the words that stand among these, 0 to 1; 0 where nothing is asked. */
    double covered(Set<String> there) {
        if (words.isEmpty()) return 0;
        return (double) words.stream().filter(word -> stands(word, there)).count() / words.size();
    }

    /** The same question without the words for which the test holds. */
    AskedWords without(Predicate<String> test) {
        var rest = new LinkedHashSet<>(words);
        rest.removeIf(test);
        return new AskedWords(rest);
    }

    /** Whether a word, cut to its stem, says nothing of the matter. */
    static boolean isPlain(String stem) {
        return PLAIN.contains(stem);
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static boolean stands(String word, Set<String> there) {
        return standsItself(word, there)
                || WRITTEN.getOrDefault(word, Set.of()).stream().anyMatch(other -> standsItself(other, there));
    }

    private static boolean standsItself(String word, Set<String> there) {
        if (there.contains(word)) return true;
        if (word.length() < LONG) return false;
        String beginning = word.substring(0, Math.max(LONG, word.length() - 2));
        return there.stream().anyMatch(other -> other.startsWith(beginning));
    }

    private static Map<String, Set<String>> written() {
        var written = new HashMap<String, Set<String>>();
        HangarTalk.standard()
                .all()
                .forEach((spoken, others) -> written.computeIfAbsent(stem(spoken), key -> new HashSet<>())
                        .addAll(stems(String.join(" ", others))));
        return Map.copyOf(written);
    }

    private static String stem(String word) {
        return Words.of(word).stream().findFirst().orElse(word);
    }

    private static Set<String> stems(String text) {
        return Set.copyOf(Words.of(text));
    }
}
