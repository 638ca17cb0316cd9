package flightline.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds words in a passage, white space and case aside, and cuts them out of it: what is shown is always the passage's own text. */
final class Span {
    private static final Pattern GAP = Pattern.compile("\\s*(?:\\.\\.\\.|\u2026)\\s*");
    private static final Pattern BLANK = Pattern.compile("[\\s\u00A0\u2007\u2009\u202F\u200B]+");
    /** Words that each end of a quote must have when only its ends are given. */
    private static final int END_WORDS = 2;

    private Span() {}

    /** @param asked the words, or the first and last of them with three dots between; empty where they do not stand there */
    static Optional<String> cut(String passage, String asked) {
        String plain = asked.strip();
        Optional<String> whole = find(passage, pattern(plain));
        if (whole.isPresent()) return whole;
        String[] ends = GAP.split(plain);
        if (ends.length != 2 || words(ends[0]) < END_WORDS || words(ends[1]) < END_WORDS) return Optional.empty();
        return find(passage, pattern(ends[0]) + "(?s:.*?)" + pattern(ends[1]));
    }

    private static Optional<String> find(String passage, String pattern) {
        if (pattern.isEmpty()) return Optional.empty();
        Matcher found = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(passage);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static String pattern(String words) {
        return BLANK.splitAsStream(words.strip())
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining(BLANK.pattern()));
    }

    private static int words(String text) {
        return BLANK.split(text.strip()).length;
    }
}
