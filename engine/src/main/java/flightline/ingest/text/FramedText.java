package flightline.ingest.text;

import java.util.regex.Pattern;

/** Warnings that are set in a frame of typed signs, as manuals in plain text have them. */
final class FramedText {
    private static final Pattern EDGE = Pattern.compile("([*#=+_~-])\\1{4,}|\\+[-=+]{3,}\\+");
    private static final String SIDES = "*#|!+";
    /** Lines; a longer stretch between two edges is no frame. */
    private static final int TALLEST = 40;

    private FramedText() {}

    /** The text with blanks in place of the frames around warnings, as long as it was. */
    static String unframed(String text) {
        var lines = TextLines.of(text);
        var seen = new StringBuilder(text);
        for (int top = 0; top < lines.count(); top++) {
            int bottom = EDGE.matcher(lines.stripped(top)).matches() ? bottom(lines, top) : top;
            if (bottom - top < 2 || !isLabelled(lines, top, bottom)) continue;
            blank(seen, lines.start(top), lines.end(top));
            for (int line = top + 1; line < bottom; line++) sides(seen, lines, line);
            blank(seen, lines.start(bottom), lines.end(bottom));
            top = bottom;
        }
        return seen.toString();
    }

    /** The next line that is as the upper edge; the upper edge itself where there is none near. */
    private static int bottom(TextLines lines, int top) {
        String edge = lines.stripped(top);
        for (int line = top + 1; line < Math.min(lines.count(), top + TALLEST); line++)
            if (lines.stripped(line).equals(edge)) return line;
        return top;
    }

    private static boolean isLabelled(TextLines lines, int top, int bottom) {
        var inside = new StringBuilder();
        for (int line = top + 1; line < bottom; line++)
            inside.append(within(lines.stripped(line))).append('\n');
        return Admonition.labelOf(inside.toString().strip()).isPresent();
    }

    private static boolean hasSides(String line) {
        return line.length() > 1
                && SIDES.indexOf(line.charAt(0)) >= 0
                && line.charAt(0) == line.charAt(line.length() - 1);
    }

    private static String within(String line) {
        return hasSides(line) ? line.substring(1, line.length() - 1).strip() : line;
    }

    private static void sides(StringBuilder seen, TextLines lines, int line) {
        String text = lines.stripped(line);
        if (!hasSides(text)) return;
        int left = lines.content(line);
        seen.setCharAt(left, ' ');
        seen.setCharAt(left + text.length() - 1, ' ');
    }

    private static void blank(StringBuilder seen, int from, int to) {
        for (int i = from; i < to; i++) seen.setCharAt(i, ' ');
    }
}
