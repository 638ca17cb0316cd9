package flightline.diagnosis.claim;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text in the one form in which claim and source are compared: kinds of dashes, blanks and signs made one, thousands
 * written without separator. Capitals stay, for MΩ is not mΩ.
 */
public final class ClaimText {
    private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]");
    /** Blanks that printers set inside a number; an ordinary blank parts two numbers. */
    private static final Pattern INSIDE_NUMBER =
            Pattern.compile("(?=[\u00A0\u2007\u2009\u202F'\u2019])(?<=\\d).(?=\\d{3}(?!\\d))");

    private static final Pattern THOUSANDS = Pattern.compile("(?=\\d)(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d,])");
    private static final Pattern BLANK = Pattern.compile("[\\s\u00A0\u2007\u2009\u202F\u200B]+");
    private static final Pattern SIGN = Pattern.compile("(?=[±+-])(?<![\\p{L}\\d])(.) (?=\\d)");

    private ClaimText() {}

    public static String of(String text) {
        // Every sentence of every source comes by here: what cannot be in a text is not looked for.
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        String plain =
                ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC).replace("\u22C5", "·");
        plain = plain.replace("+/-", "±");
        if (!ascii) plain = DASH.matcher(plain).replaceAll("-");
        if (!ascii || plain.indexOf('\'') >= 0)
            plain = INSIDE_NUMBER.matcher(plain).replaceAll("");
        if (plain.indexOf(',') >= 0)
            plain = THOUSANDS.matcher(plain).replaceAll(number -> number.group().replace(",", ""));
        plain = BLANK.matcher(plain).replaceAll(" ").strip();
        return SIGN.matcher(plain).replaceAll("$1");
    }
}
