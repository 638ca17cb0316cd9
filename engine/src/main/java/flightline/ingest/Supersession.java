package flightline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the directives that a text says it replaces, or would replace.
 *
 * <p>Only the list behind a verb of replacing counts: what a text names for other reasons (what prompted it, what an
 * authority abroad replaced, which later directive took over) does not stand in such a list.
 */
final class Supersession {
    private static final int LONGEST_SENTENCE = 4_000;
    private static final String DIRECTIVE =
            "(?:(?i:existing|current|earlier|previous|both|the|for|following|emergency|airworthiness|directives?|numbers?|final|rules?)"
                    + "|\\(E?ADs?\\)|E?ADs?|Nos?\\.|[A-Z]{2,6}(?=\\s+(?:AD|Emergency))|Transport Canada)";
    private static final Pattern REPLACING = Pattern.compile(
            "\\b(?:(?i:supersed(?:es|ing|e)|would have superseded|replac(?:es|ing|e)|revis(?:es|ing)|cancel(?:s|ling|ing)"
                    + "|rescind(?:s|ing)?|remov(?:es|ing|e))(?:\\s*+:\\s*+|\\s++)|(?i:supersedure|supersession|cancellation)\\s*+[:\\t]\\s*+)(?i:and\\s+(?:replac(?:es|ing|e)|cancel(?:s|ling)?)\\s+)?(?:"
                    + DIRECTIVE + "[\\s,:]+)*(?=" + DirectiveNumber.FORM + ")");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])" + DirectiveNumber.FORM);
    /** What joins a number to the one before it: a comma or "and", and the word directive. */
    private static final Pattern JOINED =
            Pattern.compile("(?s)^(?:\\s*dated\\s[\\w ,]{6,20}?)?(?:\\s*+,?\\s*+\\bwhich\\s+appl.*?)?"
                    + "\\s*+(?:[,;]|\\b(?:and|or)\\b)[\\s,;]*+(?:(?:and|or)\\s+)?(?:" + DIRECTIVE + "[\\s,:]+)*$");

    private static final Pattern CHAINED = Pattern.compile(
            "\\bThis (?:P?AD|directive|airworthiness directive)\\s+(?:also\\s+)?(?i:revises|supersedes|replaces|cancels)\\b");
    private static final Pattern END =
            Pattern.compile("(\\S+)\\.(?=\\s+[A-Z(]|\\s*$)|\\n\\s*\\n|\\n(?=\\([a-z0-9]{1,3}\\))");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?i).*(?:inc|ltd|corp|co|s\\.p\\.a|s\\.r\\.o|s\\.a\\.s?|a\\.s|no|nos|u\\.[sk]|amdt|rev|st|s\\.a)");
    private static final Pattern FEDERAL = Pattern.compile("\\d{2,4}-\\d{2}-\\d{2}(?:R\\d+)?");

    private Supersession() {}

    /**
     * A directive named as replaced.
     *
     * @param number compact
     * @param start offset of its first character in the text
     */
    record Named(String number, int start, int end) {}

    /**
     * Those that the text names, in order, each once.
     *
     * @param own number of the directive itself, compact; it does not replace itself
     * @param federal whether numbers are of the form that the FAA uses, as its texts also tell what others replaced
     */
    static List<Named> in(String text, String own, boolean federal) {
        var found = new ArrayList<Named>();
        for (Matcher verb = REPLACING.matcher(text); verb.find(); ) list(text, verb.end(), federal, found);
        // The text of a European directive names in one sentence what the one that it revises had superseded.
        if (!federal)
            for (Matcher said = CHAINED.matcher(text); said.find(); ) {
                Matcher number = NUMBER.matcher(text).region(said.end(), end(text, said.end()));
                while (number.find()) add(number, federal, found);
            }
        found.removeIf(named -> named.number().equals(own));
        return found;
    }

    static boolean federal(String number) {
        return FEDERAL.matcher(number).matches();
    }

    private static void list(String text, int from, boolean federal, List<Named> found) {
        Matcher number = NUMBER.matcher(text).region(from, end(text, from));
        int last = -1;
        while (number.find()) {
            if (last >= 0
                    && !JOINED.matcher(text.substring(last, number.start())).matches()) return;
            add(number, federal, found);
            last = number.end();
        }
    }

    private static void add(Matcher number, boolean federal, List<Named> found) {
        String compact = DirectiveNumber.compact(number.group());
        if (federal(compact) != federal) return;
        if (found.stream().anyMatch(named -> named.number().equals(compact))) return;
        found.add(new Named(compact, number.start(), number.end()));
    }

    /** End of the sentence around an offset. */
    static int end(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_SENTENCE);
        Matcher end = END.matcher(text).region(from, limit);
        while (end.find()) {
            String word = end.group(1);
            if (word == null) return end.start();
            if (!ABBREVIATION.matcher(word).matches()) return end.end();
        }
        return limit;
    }
}
