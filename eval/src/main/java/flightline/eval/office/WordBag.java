package flightline.eval.office;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Words with how often each occurs; order is not compared, as programs differ in where they put boxes and notes. */
final class WordBag {
    /** Runs of letters and digits, and signs without which a value is another one. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[°±≤≥×÷Ω%]");

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String text) {
        var words =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (words.find()) counts.merge(words.group(), 1, Integer::sum);
    }

    int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What is here more often than there. */
    WordBag without(WordBag other) {
        var left = new WordBag();
        counts.forEach((word, count) -> {
            int more = count - other.counts.getOrDefault(word, 0);
            if (more > 0) left.counts.put(word, more);
        });
        return left;
    }

    /** What is here, of words that the other does not have at all. */
    WordBag unknownTo(WordBag other) {
        var left = new WordBag();
        counts.forEach((word, count) -> {
            if (!other.counts.containsKey(word)) left.counts.put(word, count);
        });
        return left;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
