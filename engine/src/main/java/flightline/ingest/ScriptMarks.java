package flightline.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What has to stand before raised and lowered text once it stands in the line, so that no value changes: 10⁴ is {@code
 * 10^4} and not 104, 1¹/₂ is {@code 1 1/2}, a tolerance stands apart. What is no value (ordinals, trademarks, chemical
 * formulas) stands as it would without.
 */
public final class ScriptMarks {
    private static final Pattern SIGNED = Pattern.compile("\\s*[-+\u2212\u2013\u00b1].*", Pattern.DOTALL);
    private static final Pattern TOLERANCE = Pattern.compile("\\s*[+\u00b1].*", Pattern.DOTALL);
    private static final Pattern FRACTION = Pattern.compile("\\s*\\d+\\s*[/\u2044]\\s*\\d+\\s*");
    private static final Pattern NUMERATOR = Pattern.compile("\\s*\\d+\\s*");
    private static final Pattern EXPONENT =
            Pattern.compile("\\s*(?:[-+\u2212\u2013]\\s*)?[\\p{L}\\d].*", Pattern.DOTALL);
    private static final Pattern POWER_OF_A_UNIT = Pattern.compile("\\s*(?:[234]|[-\u2212\u2013][1-4])\\s*");
    private static final Set<String> ORDINALS_AND_MARKS =
            Set.of("st", "nd", "rd", "th", "er", "re", "e", "o", "a", "r", "c", "tm", "sm");
    private static final Set<String> UNITS = Set.of(
            "m", "mm", "cm", "dm", "km", "um", "µm", "μm", "nm", "in", "inch", "ft", "yd", "s", "sec", "min", "h", "hr",
            "g", "kg", "n", "kn", "k", "a", "v", "j", "w", "hz", "mol", "cd", "rad", "l");
    /** Letters that name a footnote where no ordinal can be meant. */
    private static final Set<String> NOTES = Set.of("a", "c", "e", "r");
    /** A value and no count: nothing is the 2.5th. */
    private static final Pattern DECIMAL = Pattern.compile("\\d[.,]\\d{1,9}$");

    private static final int LONGEST_DECIMAL = 11;
    private static final int LONGEST_UNIT = 4;

    private ScriptMarks() {}

    /**
     * @param line what stands before the raised text, up to it
     * @param next what follows it right behind; empty where nothing does
     * @param nextLowered whether that is lowered text
     * @return what to put between: nothing, a blank, or {@code ^}
     */
    public static String beforeRaised(CharSequence line, String raised, String next, boolean nextLowered) {
        if (raised.isBlank() || line.isEmpty()) return "";
        if (!Character.isDigit(line.charAt(line.length() - 1)))
            return POWER_OF_A_UNIT.matcher(raised).matches() && endsInUnit(line) ? "^" : "";
        if (FRACTION.matcher(raised).matches() || (NUMERATOR.matcher(raised).matches() && beginsWithStroke(next)))
            return " ";
        boolean withLower = nextLowered && SIGNED.matcher(next).matches();
        if (TOLERANCE.matcher(raised).matches() || withLower) return " ";
        String small = raised.strip().toLowerCase(Locale.ROOT);
        boolean mark = ORDINALS_AND_MARKS.contains(small) && !(NOTES.contains(small) && endsInDecimal(line));
        return EXPONENT.matcher(raised).matches() && !mark ? "^" : "";
    }

    /**
     * @param line what stands before the lowered text, up to it
     * @return what to put between: nothing, a blank, or {@code _}
     */
    public static String beforeLowered(CharSequence line, String lowered) {
        if (lowered.isBlank() || line.isEmpty()) return "";
        boolean behindDigit = Character.isDigit(line.charAt(line.length() - 1));
        if (!behindDigit) return "";
        return SIGNED.matcher(lowered).matches() ? " " : "_";
    }

    private static boolean endsInDecimal(CharSequence line) {
        return DECIMAL.matcher(line.subSequence(Math.max(0, line.length() - LONGEST_DECIMAL), line.length()))
                .find();
    }

    private static boolean beginsWithStroke(String next) {
        String text = next.stripLeading();
        return text.startsWith("/") || text.startsWith("\u2044");
    }

    /** Whether it ends in a word that is a unit, such as the last one of {@code 5 N·m} and {@code kg/cm}. */
    private static boolean endsInUnit(CharSequence line) {
        int from = line.length();
        while (from > 0 && Character.isLetter(line.charAt(from - 1))) from--;
        if (from == line.length() || line.length() - from > LONGEST_UNIT) return false;
        return UNITS.contains(line.subSequence(from, line.length()).toString().toLowerCase(Locale.ROOT));
    }
}
