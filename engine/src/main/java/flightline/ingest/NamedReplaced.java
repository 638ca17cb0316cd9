package flightline.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the letters, notes, manuals and other documents that one says it replaces, by their numbers: {@code This letter
 * supersedes SIL-100}, {@code Supersedes: SL-290, SL-291}. Of a part that replaces another nothing is read, so the sentence
 * must be about the document itself. Directives are ended by directives alone and read by {@link Supersession}.
 */
final class NamedReplaced {
    private static final String DOCUMENT =
            "(?:documents?|letters?|notes?|bulletins?|memos?|memorandum|notices?|instructions?|orders?|procedures?|manuals?|cards?"
                    + "|circulars?|information|messages?|issue|revision|supplements?|reports?|guides?|specifications?|sheets?|page)";
    private static final String VERB = "(?:supersedes|replaces|cancels)(?:\\s+and\\s+(?:supersedes|replaces|cancels))?";
    private static final String KINDS =
            "(?:(?:the|all|our|previous|earlier|and|service|alert|engineering|maintenance|technical"
                    + "|operations|safety|temporary|" + DOCUMENT + "|nos?\\.|no|number)\\s+){0,6}+";
    private static final Pattern SAID = Pattern.compile("(?i)\\bthis\\s+(?:[\\w-]+\\s+){0,3}?(?:" + DOCUMENT
            + "|SB|SL|SIL|TR|EO)\\s+(?:also\\s+|hereby\\s+)?" + VERB + "\\s+" + KINDS);
    private static final Pattern FIELD =
            Pattern.compile("(?im)^[ \\t*_|>:-]*+" + VERB + "[*_]*+(?:[ \\t]*+[:|][ \\t*_|\"']*+|[ \\t]++)" + KINDS);
    /** A number has letters: {@code SIL-100}, {@code CMM 29-11-01}. Digits alone may be anything. */
    private static final Pattern CODE = Pattern.compile(
            "(?!(?:AD|PAD|REV|REVISION|ISSUE|PN)\\b)[A-Z][A-Z0-9]{0,7}(?:-[A-Z0-9]{1,8}){0,5}(?: \\d[\\dA-Z-]*)?(?![\\w/])");

    private static final Pattern JOINED =
            Pattern.compile("(?i)(?:,?\\s+(?:issue|rev(?:ision)?\\.?)\\s+\\w{1,3})?(?:,?\\s+(?:dated|of)\\s+"
                    + WrittenDate.FORM + ")?(?:\\s*+[,;&]\\s*+(?:and\\s+)?|\\s+and\\s+)" + KINDS);

    private NamedReplaced() {}

    /** Their numbers as written, in order, each once. */
    static List<String> in(String opening) {
        var named = new LinkedHashSet<String>();
        for (Pattern form : List.of(SAID, FIELD))
            for (Matcher said = form.matcher(opening); said.find(); ) list(opening, said.end(), named);
        return List.copyOf(named);
    }

    private static void list(String text, int from, Set<String> named) {
        int at = from;
        while (true) {
            Matcher code = CODE.matcher(text).region(at, text.length());
            if (!code.lookingAt() || code.group().chars().noneMatch(Character::isDigit)) return;
            named.add(code.group());
            Matcher joined = JOINED.matcher(text).region(code.end(), text.length());
            if (!joined.lookingAt()) return;
            at = joined.end();
        }
    }
}
