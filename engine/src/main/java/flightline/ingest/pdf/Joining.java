package flightline.ingest.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins printed lines into running text. A hyphen at a line's end is kept as printed ({@code 39-23203}, {@code DC-10});
 * only a word of small letters is put together again, unless the document writes it with its hyphen elsewhere.
 */
final class Joining {
    private static final Pattern TORN =
            Pattern.compile("(?:^|[^\\p{L}\\p{N}-])((?:\\p{Ll}|\\p{Lu}(?=\\p{Ll}))\\p{Ll}+)[-‐]$");
    private static final Pattern GOES_ON = Pattern.compile("^(\\p{Ll}{2,})");
    private static final Set<String> HYPHENATED = Set.of(
            "left", "right", "self", "non", "high", "low", "anti", "cross", "on", "off", "two", "three", "four", "all");

    private final Set<String> vocabulary;

    private Joining(Set<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Learns the document's words. */
    static Joining in(List<Sheet> sheets) {
        var vocabulary = new HashSet<String>();
        for (Sheet sheet : sheets)
            for (Word word : sheet.words()) {
                String text = word.text().toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
                if (text.length() > 3 && text.length() < 40) vocabulary.add(text);
            }
        return new Joining(vocabulary);
    }

    String join(List<String> lines) {
        var text = new StringBuilder();
        for (String line : lines) {
            if (line.isEmpty()) continue;
            if (text.isEmpty()) text.append(line);
            else append(text, line);
        }
        return text.toString();
    }

    private void append(StringBuilder text, String line) {
        int last = text.length() - 1;
        char end = text.charAt(last);
        if (end == '\u00AD') {
            text.setLength(last);
            text.append(line);
            return;
        }
        // Federal print has a dash in its numbers; a dash between words has a blank before it.
        boolean hyphen = (end == '-' || end == '‐' || end == '–')
                && last > 0
                && Character.isLetterOrDigit(text.charAt(last - 1));
        if (!hyphen) {
            text.append(end == '/' && last > 0 && text.charAt(last - 1) != ' ' ? "" : " ")
                    .append(line);
            return;
        }
        Matcher torn = TORN.matcher(text);
        Matcher rest = GOES_ON.matcher(line);
        if (torn.find() && rest.find() && isOneWord(torn.group(1), rest.group(1))) text.setLength(last);
        text.append(line);
    }

    private boolean isOneWord(String first, String rest) {
        String head = first.toLowerCase(Locale.ROOT);
        if (vocabulary.contains(head + rest)) return true;
        return !vocabulary.contains(head + "-" + rest) && !HYPHENATED.contains(head);
    }
}
