package flightline.app.view;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Characters that are not seen but do something: clear a terminal, begin a line, turn the direction of writing. Names of
 * files and texts of documents come from elsewhere, and what is shown of them is to be what they hold.
 */
public final class Unseen {
    private Unseen() {}

    /** Whether a name may not hold it. */
    public static boolean inName(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Whether a text may not hold it: lines and tabs are, and so is what joins letters or parts a word. */
    public static boolean inText(int point) {
        if (point == '\n' || point == '\t') return false;
        return Character.getType(point) == Character.CONTROL
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    /** A name with each such character written out, as {@code \\u001B}. */
    public static String name(String name) {
        return told(name, Unseen::inName);
    }

    /** A text with each such character written out. */
    public static String text(String text) {
        return told(text, Unseen::inText);
    }

    private static String told(String text, IntPredicate unseen) {
        if (text.codePoints().noneMatch(unseen)) return text;
        var told = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (unseen.test(point)) told.append(String.format(Locale.ROOT, "\\u%04X", point));
            else told.appendCodePoint(point);
        });
        return told.toString();
    }
}
