package flightline.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words of the trade with how common they are. Immutable and safe to share.
 *
 * <p>A word is lower case. Commonness is the rounded binary logarithm of how often the word stood in the texts that the
 * list was counted in, 0 for once; an inflected form of a listed word is known too, but has no commonness of its own.
 */
public final class Vocabulary {
    /** Commonness of a word that is not listed. */
    public static final int UNKNOWN = -1;

    /** Behind a beginning a shorter stem may be chance: "presure" is not what comes before "sure". */
    private static final int LONG_STEM = 5;

    private final Map<String, Integer> words;

    private Vocabulary(Map<String, Integer> words) {
        this.words = Map.copyOf(words);
    }

    /** The list that ships with this package, and every word that its other lists use. */
    public static Vocabulary standard() {
        return Standard.LIST;
    }

    /** Read when it is first asked for, and once: it takes longer than what most commands do besides. */
    private static final class Standard {
        static final Vocabulary LIST = read();
    }

    private static Vocabulary read() {
        var lines = new HashMap<String, Integer>(of(WordList.lines("vocabulary.txt")).words);
        Abbreviations.standard().all().forEach((form, expansion) -> own(lines, expansion));
        AtaTable table = AtaTable.standard();
        for (String code : table.codes()) {
            table.title(code).ifPresent(title -> own(lines, title));
            table.words(code).forEach(word -> own(lines, word));
        }
        return new Vocabulary(lines);
    }

    private static void own(Map<String, Integer> words, String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) continue;
            if (i > start + 1) words.putIfAbsent(text.substring(start, i).toLowerCase(Locale.ROOT), 1);
            start = i + 1;
        }
    }

    /**
     * A list from lines {@code word commonness}.
     *
     * @throws IllegalArgumentException with the line, where one is not of that form
     */
    public static Vocabulary of(List<String> lines) {
        var words = new HashMap<String, Integer>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space <= 0 || !isNumber(line, space + 1))
                throw new IllegalArgumentException("not 'word commonness': '" + line + "'");
            words.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
        }
        return new Vocabulary(words);
    }

    private static boolean isNumber(String line, int from) {
        int digits = line.length() - from;
        if (digits < 1 || digits > 2) return false;
        for (int i = from; i < line.length(); i++) if (line.charAt(i) < '0' || line.charAt(i) > '9') return false;
        return true;
    }

    /** How common a word is; {@link #UNKNOWN} where it is not listed. */
    public int commonness(String word) {
        return words.getOrDefault(word, UNKNOWN);
    }

    /** Whether the word, or the word that it is a form of, is listed. */
    public boolean knows(String word) {
        if (words.containsKey(word)) return true;
        for (String ending : List.of("'s", "s", "es", "ed", "d", "ing", "ly", "able")) {
            if (!word.endsWith(ending) || word.length() < ending.length() + 3) continue;
            String stem = word.substring(0, word.length() - ending.length());
            if (words.containsKey(stem) || words.containsKey(stem + "e")) return true;
            int n = stem.length();
            boolean doubled = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2);
            if (doubled && words.containsKey(stem.substring(0, n - 1))) return true;
        }
        for (String beginning : List.of("un", "re", "non", "pre", "over", "under", "dis", "mis"))
            if (word.length() >= beginning.length() + LONG_STEM
                    && word.startsWith(beginning)
                    && words.containsKey(word.substring(beginning.length()))) return true;
        return word.endsWith("ies") && words.containsKey(word.substring(0, word.length() - 3) + "y");
    }

    Iterable<Map.Entry<String, Integer>> entries() {
        return words.entrySet();
    }

    public int size() {
        return words.size();
    }
}
