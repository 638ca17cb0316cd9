package flightline.ingest.inspection;

import java.util.Locale;

/** A line of a suspected text that is safe to show: what nobody could see, or what a screen would obey, is spelt out. */
public final class Excerpt {
    private static final int LONGEST = 120;

    private Excerpt() {}

    /** At most a line, in quotation marks. */
    public static String of(String text) {
        var line = new StringBuilder("\"");
        int shown = 0;
        for (int at = 0; at < text.length() && shown < LONGEST; shown++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isWhitespace(c)) line.append(line.charAt(line.length() - 1) == ' ' ? "" : " ");
            else if (seen(c)) line.appendCodePoint(c);
            else line.append(String.format(Locale.ROOT, "‹U+%04X›", c));
        }
        return line.append(shown >= LONGEST ? "…\"" : "\"").toString();
    }

    private static boolean seen(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }
}
