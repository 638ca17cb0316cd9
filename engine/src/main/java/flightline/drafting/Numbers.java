package flightline.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and dates in a text, in one way of writing. */
final class Numbers {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[ ,\\u00A0\\u2009\\u202F]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");

    private Numbers() {}

    /** Each in the order of the text; {@code 37 300} and {@code 1,900} become {@code 37300} and {@code 1900}. */
    static List<String> in(String text) {
        var found = new ArrayList<String>();
        for (Matcher date = DATE.matcher(text); date.find(); ) found.add(date.group());
        for (Matcher number = NUMBER.matcher(text); number.find(); ) found.add(plain(number.group()));
        return found;
    }

    private static String plain(String written) {
        return Reckoning.plain(new java.math.BigDecimal(written.replaceAll("[ ,\\u00A0\\u2009\\u202F]", "")));
    }
}
