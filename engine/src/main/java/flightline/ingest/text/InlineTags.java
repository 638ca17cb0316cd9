package flightline.ingest.text;

import flightline.ingest.ScriptMarks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Raised and lowered letters and names of characters in a text of Markdown, set as a page shows them: {@code 10<sup>4</sup>} is 10^4. */
final class InlineTags {
    private static final Pattern TAG_OR_NAME = Pattern.compile(
            "(?i)<(sup|sub)\\b[^<>\\n]{0,100}>((?:[^<\\n]|<(?!/?\\1\\b)){1,120}?)</\\1\\s{0,9}>|&(?:#x?[0-9a-f]{2,6}|[a-z][a-z0-9]{1,24});");
    private static final Pattern ANY_TAG = Pattern.compile("<[^<>\\n]{1,100}>");
    private static final Pattern LOWERED = Pattern.compile("(?i)\\A<sub\\b");
    /** To a note on the same page: no power of what stands before it. */
    private static final Pattern LINK = Pattern.compile("(?i)href\\s{0,3}=\\s{0,3}[\"']?#|\\]\\(#");
    /** Characters that are looked at before and behind. */
    private static final int NEAR = 40;

    private InlineTags() {}

    /** @param prose as long as the text, with blanks in place of code */
    static String set(String text, String prose) {
        Matcher found = TAG_OR_NAME.matcher(prose);
        if (!found.find()) return text;
        var out = new StringBuilder(text.length());
        int done = 0;
        do {
            String words = found.group(1) == null
                    ? character(found.group())
                    : ANY_TAG.matcher(found.group(2)).replaceAll("");
            if (found.group(1) == null && words.isEmpty()) continue;
            out.append(text, done, found.start());
            done = found.end();
            if (found.group(1) != null && LINK.matcher(found.group(2)).find())
                out.append(words.startsWith("[") ? " " : " [").append(words).append(words.startsWith("[") ? "" : "]");
            else if (found.group(1) != null)
                out.append(joint(out, found, words, text)).append(words);
            else out.append(words);
        } while (found.find());
        return out.append(text, done, text.length()).toString();
    }

    private static String joint(StringBuilder out, Matcher found, String words, String text) {
        // Bold figures have their marks between them and what is raised.
        String line = out.substring(Math.max(0, out.length() - NEAR))
                .replaceFirst("(?s)^.*\\n", "")
                .replaceFirst("[*_]{1,3}$", "");
        String bare = words.replaceAll("[*_`]", "");
        if (found.group(1).equalsIgnoreCase("sub")) return ScriptMarks.beforeLowered(line, bare);
        String behind = text.substring(found.end(), Math.min(text.length(), found.end() + NEAR));
        boolean lowered = LOWERED.matcher(behind).find();
        return ScriptMarks.beforeRaised(
                line, bare, lowered ? ANY_TAG.matcher(behind).replaceAll("") : behind, lowered);
    }

    /** Letters and signs; what Markdown has a use for, and what nobody sees, stays a name. */
    private static String character(String name) {
        String shown = Parser.unescapeEntities(name, false);
        if (shown.equals("\u00A0")) return " ";
        int first = shown.codePointAt(0);
        boolean one = shown.length() == Character.charCount(first);
        int kind = Character.getType(first);
        boolean seen = kind != Character.FORMAT
                && kind != Character.CONTROL
                && kind != Character.UNASSIGNED
                && kind != Character.PRIVATE_USE
                && kind != Character.SURROGATE;
        return one && first > 0x7F && seen ? shown : "";
    }
}
