package flightline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A phrase of a rule: words in order, at most five others between neighbours. A word may list alternatives with a bar
 * and may end in a star that matches any ending.
 */
final class PhrasePattern {
    private static final int GAP = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[a-z]+)?");

    private final String written;
    private final List<List<String>> words;

    PhrasePattern(String written) {
        this.written = written;
        this.words = Stream.of(written.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .map(alternatives -> List.of(alternatives.split("\\|")))
                .toList();
    }

    String written() {
        return written;
    }

    static List<String> words(String text) {
        var found = new ArrayList<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) found.add(matcher.group());
        return found;
    }

    boolean occursIn(List<String> text) {
        for (int at = 0; at < text.size(); at++)
            if (matches(text.get(at), words.getFirst()) && restFollows(text, at + 1, 1)) return true;
        return false;
    }

    private boolean restFollows(List<String> text, int from, int word) {
        if (word == words.size()) return true;
        for (int at = from; at < Math.min(text.size(), from + GAP + 1); at++)
            if (matches(text.get(at), words.get(word)) && restFollows(text, at + 1, word + 1)) return true;
        return false;
    }

    private static boolean matches(String word, List<String> alternatives) {
        for (String alternative : alternatives) {
            boolean open = alternative.endsWith("*");
            if (open ? word.startsWith(alternative.substring(0, alternative.length() - 1)) : word.equals(alternative))
                return true;
        }
        return false;
    }
}
