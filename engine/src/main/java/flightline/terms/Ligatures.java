package flightline.terms;

/**
 * Letters that print joins into one character (U+FB00 to U+FB06), as they stand in the text of many PDF files. A word is compared
 * without them; what is quoted keeps them, for offsets count the characters of the source.
 */
public final class Ligatures {
    private static final char FIRST = '\uFB00';
    private static final String[] LETTERS = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private Ligatures() {}

    /** The text with each such character as the letters that it joins; the same text where it has none. */
    public static String apart(String text) {
        for (int i = 0; i < text.length(); i++)
            if (joins(text.charAt(i))) {
                var apart = new StringBuilder(text.length() + 8).append(text, 0, i);
                for (int k = i; k < text.length(); k++) {
                    char c = text.charAt(k);
                    if (joins(c)) apart.append(LETTERS[c - FIRST]);
                    else apart.append(c);
                }
                return apart.toString();
            }
        return text;
    }

    private static boolean joins(char c) {
        return c >= FIRST && c < FIRST + LETTERS.length;
    }
}
