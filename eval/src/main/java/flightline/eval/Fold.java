package flightline.eval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds text so that only reading is compared: compatibility forms made plain, lower case, letters and digits alone. */
final class Fold {
    private static final Pattern BLANK = Pattern.compile("\\s+");
    /** Leader dots of a list of contents, set close or apart. */
    private static final Pattern LEADERS = Pattern.compile("(?:\\.\\s?){4,}");

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Fold() {}

    /** One word; empty where it has neither letter nor digit (a bullet, a dash, leader dots). */
    static String word(String text) {
        return OTHER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (String part : BLANK.split(LEADERS.matcher(text).replaceAll(" "))) {
            String word = word(part);
            if (!word.isEmpty()) words.add(word);
        }
        return words;
    }

    /** A cell's text: white space folded, all else letter for letter. */
    static String cell(String text) {
        return BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }
}
