package flightline.ingest.text;

import java.util.Locale;

/** Writes a count in the form that a list's level names. */
public final class NumberForm {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private NumberForm() {}

    /**
     * The count as it is printed; forms that are not known print as decimal, as Word does for those it does not know.
     *
     * @param form as Word names it, for example {@code upperLetter}
     */
    public static String print(String form, int count) {
        return switch (form) {
            case "none", "bullet" -> "";
            case "lowerLetter" -> letter(count);
            case "upperLetter" -> letter(count).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(count);
            case "upperRoman" -> roman(count).toUpperCase(Locale.ROOT);
            case "decimalZero" -> (count < 10 ? "0" : "") + count;
            case "ordinal" -> count + suffix(count);
            default -> Integer.toString(count);
        };
    }

    /** After z comes aa, then bb. */
    private static String letter(int count) {
        if (count < 1) return "";
        return String.valueOf((char) ('a' + (count - 1) % 26)).repeat(Math.min(30, (count - 1) / 26 + 1));
    }

    private static String roman(int count) {
        var text = new StringBuilder();
        int rest = Math.min(count, 30_000);
        for (int i = 0; i < VALUES.length; i++) for (; rest >= VALUES[i]; rest -= VALUES[i]) text.append(ROMAN[i]);
        return text.toString();
    }

    private static String suffix(int count) {
        if (count % 100 >= 11 && count % 100 <= 13) return "th";
        return switch (count % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
