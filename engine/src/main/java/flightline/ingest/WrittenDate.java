package flightline.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date as documents write it; forms that could be read two ways ({@code 02/10/2022}) are not read. */
final class WrittenDate {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    /** A date in any form that is read; has no groups of its own. */
    static final String FORM =
            "(?:\\d{4}-\\d{2}-\\d{2}(?!\\d)|" + MONTH + "\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}"
                    + "|\\d{1,2}(?:st|nd|rd|th)?[\\s-]+" + MONTH + "\\.?,?[\\s-]+\\d{4})";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private WrittenDate() {}

    /** The date in a text of the form {@link #FORM}; absent for a day that the calendar does not have. */
    static Optional<LocalDate> parse(String written) {
        Matcher iso = ISO.matcher(written);
        if (iso.find()) return date(iso.group(1), number(iso.group(2)), iso.group(3));
        Matcher month = WORD.matcher(written);
        Matcher year = YEAR.matcher(written);
        Matcher day = DAY.matcher(written);
        while (month.find()) {
            int number = MONTHS.indexOf(month.group().substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            if (number > 0 && year.find() && day.find()) return date(year.group(), number, day.group());
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), month, number(day)));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
