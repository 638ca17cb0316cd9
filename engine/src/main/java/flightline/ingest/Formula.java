package flightline.ingest;

import java.util.regex.Pattern;

/**
 * Sets the parts of a formula on one line, so that no value changes: what stands above a stroke is parted from what
 * stands below it by {@code /}, a power by {@code ^}, a lowered letter by {@code _}. Parts of more than one number or word
 * stand in brackets.
 */
public final class Formula {
    private static final Pattern SIMPLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}.,\u00b0'%]*");
    private static final Pattern SIGNED = Pattern.compile("[-+\u2212\u00b1]?[\\p{L}\\p{M}\\p{N}.,]*");
    private static final Pattern WRAPPED = Pattern.compile("\\([^()]*\\)");

    private Formula() {}

    public static String fraction(String above, String below) {
        return whole(above) + "/" + whole(below);
    }

    public static String raised(String base, String power) {
        return power.isBlank() ? base : whole(base) + "^" + signed(power);
    }

    public static String lowered(String base, String index) {
        return index.isBlank() ? base : base + "_" + signed(index);
    }

    /** A base with both: {@code x_1^2}. */
    public static String both(String base, String index, String power) {
        if (index.isBlank()) return raised(base, power);
        return power.isBlank() ? lowered(base, index) : lowered(base, index) + "^" + signed(power);
    }

    /** @param degree 3 of a cube root; empty of a square root */
    public static String root(String of, String degree) {
        return degree.isBlank() ? "√" + whole(of) : whole(of) + "^(1/" + whole(degree) + ")";
    }

    /** What has to stand between a line and a fraction behind it: {@code 1 3/8} is not thirteen eighths. */
    public static String beforeFraction(CharSequence line) {
        return !line.isEmpty() && Character.isDigit(line.charAt(line.length() - 1)) ? " " : "";
    }

    private static String whole(String part) {
        return inBrackets(part.strip(), SIMPLE);
    }

    private static String signed(String part) {
        return inBrackets(part.strip(), SIGNED);
    }

    private static String inBrackets(String part, Pattern bare) {
        boolean stands = bare.matcher(part).matches() || WRAPPED.matcher(part).matches();
        return stands ? part : "(" + part + ")";
    }
}
