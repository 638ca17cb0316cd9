package flightline.ingest.text;

import java.util.regex.Pattern;

/** The words of an inline reStructuredText without roles, targets and emphasis, for paths and cells. */
final class RstInline {
    private static final Pattern ROLE = Pattern.compile("(?::[\\w:+.-]+:)?`([^`<]*?)\\s*(?:<[^`>]*>)?`_{0,2}");
    private static final Pattern MARKS = Pattern.compile("``|\\*\\*|(?<!\\w)\\*|\\*(?!\\w)|\\\\(?=\\W)|\\\\(?=_)");

    private RstInline() {}

    static String words(String text) {
        String open = text.replace("``", "");
        return MARKS.matcher(ROLE.matcher(open).replaceAll("$1"))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
