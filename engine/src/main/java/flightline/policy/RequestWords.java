package flightline.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a request: lower case, without accents. */
final class RequestWords {
    /** More than the longest text that is read has. */
    private static final int MOST = 30_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][a-z]+)?");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Where a sentence ends; a full stop within a number ends none. */
    private static final Pattern SENTENCE = Pattern.compile("[^\\n]+?(?:[.?!;:]+(?=\\s|$)|\\n|$)");

    private RequestWords() {}

    /**
     * One sentence of a request, or what stands for one.
     *
     * @param words at least one
     * @param asked whether it ends in a question mark
     */
    record Sentence(List<String> words, boolean asked) {}

    /** The sentences in their order, at most so many; without those that have no word. */
    static List<Sentence> sentences(String text, int most) {
        var found = new ArrayList<Sentence>();
        var matcher = SENTENCE.matcher(text);
        while (matcher.find() && found.size() < most) {
            List<String> words = of(matcher.group());
            if (!words.isEmpty())
                found.add(new Sentence(words, matcher.group().strip().endsWith("?")));
        }
        return found;
    }

    static List<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var found = new ArrayList<String>();
        var matcher = WORD.matcher(plain);
        while (matcher.find() && found.size() < MOST) found.add(matcher.group().replace('’', '\''));
        return found;
    }
}
