package flightline.ingest.text;

import flightline.ingest.ScriptMarks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an inline reStructuredText without roles, targets and emphasis, for paths and cells. */
final class RstInline {
    private static final Pattern ROLE = Pattern.compile("(?::[\\w:+.-]+:)?`([^`<]*?)\\s*(?:<[^`>]*>)?`_{0,2}");
    private static final Pattern MARKS = Pattern.compile("``|\\*\\*|(?<!\\w)\\*|\\*(?!\\w)|\\\\(?=\\W)|\\\\(?=_)");

    private RstInline() {}

    private static final Pattern RAISED =
            Pattern.compile("(?:\\\\ )?:(sup|superscript|sub|subscript):`([^`]{1,60})`(?:\\\\ )?");

    static String words(String text) {
        String open = settled(text.replace("``", ""));
        return MARKS.matcher(ROLE.matcher(open).replaceAll("$1"))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Raised and lowered letters, set on the line. */
    private static String settled(String text) {
        Matcher raised = RAISED.matcher(text);
        if (!raised.find()) return text;
        var out = new StringBuilder();
        int done = 0;
        do {
            out.append(text, done, raised.start());
            done = raised.end();
            String behind = text.substring(done);
            Matcher next = RAISED.matcher(behind);
            boolean lowered = next.lookingAt() && next.group(1).startsWith("sub");
            out.append(
                            raised.group(1).startsWith("sub")
                                    ? ScriptMarks.beforeLowered(out, raised.group(2))
                                    : ScriptMarks.beforeRaised(
                                            out, raised.group(2), lowered ? next.group(2) : behind, lowered))
                    .append(raised.group(2));
        } while (raised.find());
        return out.append(text.substring(done)).toString();
    }
}
