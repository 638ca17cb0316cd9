package flightline.ingest;

import java.util.List;
import java.util.Locale;

/** Numbers below a hundred that are written in words: {@code two}, {@code twenty-four}. */
final class NumberWord {
    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /** One in lower case; has no groups of its own. */
    static final String FORM =
            "(?:(?:" + String.join("|", TENS) + ")(?:[\\s-](?:" + String.join("|", ONES.subList(1, 10)) + "))?|(?:"
                    + String.join("|", ONES.subList(1, ONES.size()).reversed()) + "))(?!\\w)";

    private NumberWord() {}

    /** The value of what {@link #FORM} matches, in any case of letters; 0 for other words. */
    static int value(String words) {
        int value = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            value += Math.max(0, ONES.indexOf(word));
            if (TENS.contains(word)) value += 20 + 10 * TENS.indexOf(word);
        }
        return value;
    }
}
