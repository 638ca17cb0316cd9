package flightline.drafting;

import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and dates in a text, in one way of writing. */
final class Numbers {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** A day as directives write it: {@code 08 December 2025}, {@code December 1, 2025}. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,2})\\s+)?(January|February|March|April|May|June|July|August"
                    + "|September|October|November|December)\\s+(?:(\\d{1,2}),\\s*)?(\\d{4})");

    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[ ,\\u00A0\\u2009\\u202F]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");

    private Numbers() {}

    /** Each in the order of the text; {@code 37 300} and {@code 1,900} become {@code 37300} and {@code 1900}. */
    static List<String> in(String text) {
        var found = new ArrayList<String>();
        for (Matcher date = DATE.matcher(text); date.find(); ) found.add(date.group());
        for (Matcher day = WRITTEN.matcher(text); day.find(); ) {
            String inMonth = day.group(1) == null ? day.group(3) : day.group(1);
            if (inMonth != null) found.add(iso(day.group(4), day.group(2), inMonth));
        }
        for (Matcher number = NUMBER.matcher(text); number.find(); ) found.add(plain(number.group()));
        return found;
    }

    private static String iso(String year, String month, String day) {
        int number = Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue();
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, number, Integer.parseInt(day));
    }

    private static String plain(String written) {
        return Reckoning.plain(new BigDecimal(written.replaceAll("[ ,\\u00A0\\u2009\\u202F]", "")));
    }
}
