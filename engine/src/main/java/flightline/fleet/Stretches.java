package flightline.fleet;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows stretches of days by what people call them: a day, a month, {@code q2 2024}, {@code last winter}, {@code the first two weeks of may 2024}.
 * {@link PeriodReader} reads what bounds them.
 */
final class Stretches {
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT) + "|"
                    + m.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT)
                            .substring(0, 3))
            .collect(Collectors.joining("|", "sept|", ""));
    private static final String YEARS = "(?:19|20)\\d{2}";
    private static final String SOME_YEAR = "(?:" + YEARS + "|(?:last|previous|this|current) year)";
    static final String COUNTS =
            "\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty";
    private static final String NTH = "first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th";
    private static final Pattern NAMED_MONTH = Pattern.compile(MONTHS);
    private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?\\b");

    /** A stretch of days as it is said, and which it is. */
    private record Shape(Pattern pattern, Function<MatchResult, Period> period) {}

    private static final String OF = "(?: (?:of|in))?(?: the)? ";
    private static final String ISO_DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String ISO_MONTH = "\\d{4}-\\d{2}";
    private static final String DAY_OF_MONTH = "(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:" + MONTHS + ")(?: "
            + YEARS + ")?|(?:" + MONTHS + ") \\d{1,2}(?:st|nd|rd|th)?(?: " + YEARS + ")?)";
    private static final String MONTH = "(?:" + MONTHS + ")(?:(?: of)? " + SOME_YEAR + ")?";
    private static final String TURNED_MONTH = "(last|previous|past|this|current|next) (?:" + MONTHS + ")";
    private static final String QUARTER = "(?:q([1-4])|(" + NTH + ") quarter)" + OF + "(" + SOME_YEAR + ")";
    private static final String YEAR_QUARTER = "(" + YEARS + ") ?q([1-4])";
    private static final String HALF = "(first|second|1st|2nd) half" + OF + "(" + SOME_YEAR + ")";
    private static final String TURNED = "(last|previous|this|current) (week|month|quarter|year)(?: so far)?";
    private static final String DECADE = "(?:the )?((?:19|20)\\d)0s";
    private static final String TODAY = "today|yesterday";
    static final String SEASON = "winter|spring|summer|autumn|fall";
    private static final String TURNED_SEASON =
            "(last|previous|past|this|current|next|coming) (" + SEASON + ")(?: season)?";
    private static final String SEASON_OF_YEAR =
            "(" + SEASON + ")" + OF + "(" + SOME_YEAR + ")(?:[/-](\\d{4}|\\d{2}))?";
    private static final String YEAR_SEASON = "(" + YEARS + ")(?:[/-](\\d{4}|\\d{2}))? (" + SEASON + ")";

    private static final List<String> WHOLES = List.of(
            ISO_DAY,
            ISO_MONTH,
            DAY_OF_MONTH,
            TURNED_SEASON,
            SEASON_OF_YEAR,
            YEAR_SEASON,
            TURNED_MONTH,
            MONTH,
            QUARTER,
            YEAR_QUARTER,
            HALF,
            TURNED,
            DECADE,
            TODAY,
            YEARS);
    private static final String WHOLE = "(?:" + String.join("|", WHOLES) + ")";
    private static final String PART = "(?:the )?(?<nth>" + NTH + "|last)(?: (?<count>" + COUNTS
            + "))? (?<unit>day|week|month|quarter)s? (?:of|in) (?:the )?";
    /** Any stretch of days as people say it, without groups. */
    static final String STRETCH = "(?:" + bare(PART) + ")?" + bare(WHOLE);

    /** A part of one: the first two weeks of it. */
    static final String PART_OF_ONE = bare(PART) + bare(WHOLE);
    /** The nineties. */
    static final String TEN_YEARS = bare(DECADE);

    private static final Pattern PART_OF = Pattern.compile(PART + "(?<whole>" + WHOLE + ")");
    private final LocalDate today;
    private final List<Shape> shapes;

    Stretches(LocalDate today) {
        this.today = today;
        this.shapes = List.of(
                shape(ISO_DAY, m -> day(LocalDate.parse(m.group()), m)),
                shape(ISO_MONTH, m -> months(YearMonth.parse(m.group()), 1, m)),
                shape(DAY_OF_MONTH, m -> day(month(m.group()).atDay(dayOfMonth(m.group())), m)),
                shape(TURNED_SEASON, this::turnedSeason),
                shape(SEASON_OF_YEAR, m -> season(m.group(1), m.group(2), m.group(3), m)),
                shape(YEAR_SEASON, m -> season(m.group(3), m.group(1), m.group(2), m)),
                shape(TURNED_MONTH, this::turnedMonth),
                shape(MONTH, m -> months(month(m.group()), 1, m)),
                shape(QUARTER, m -> quarter(m.group(1) == null ? nth(m.group(2)) : number(m.group(1)), m.group(3), m)),
                shape(YEAR_QUARTER, m -> quarter(number(m.group(2)), m.group(1), m)),
                shape(HALF, m -> months(YearMonth.of(year(m.group(2)), nth(m.group(1)) == 1 ? 1 : 7), 6, m)),
                shape(TURNED, this::turned),
                shape(DECADE, m -> months(YearMonth.of(10 * number(m.group(1)), 1), 120, m)),
                shape(TODAY, m -> day(m.group().equals("today") ? today : today.minusDays(1), m)),
                shape(YEARS, m -> months(YearMonth.of(number(m.group()), 1), 12, m)));
    }

    private static Shape shape(String form, Function<MatchResult, Period> period) {
        return new Shape(Pattern.compile(form), period);
    }

    /** The same without the groups that are told apart by number or name. */
    private static String bare(String form) {
        return form.replaceAll("\\((?!\\?)|\\(\\?<[a-z]+>", "(?:");
    }

    /** The days of words that one of the shapes has, or a part of such days. */
    Period stretch(String words) {
        Matcher part = PART_OF.matcher(words);
        if (part.matches()) return partOf(stretch(part.group("whole")), part);
        for (Shape shape : shapes) {
            Matcher found = shape.pattern().matcher(words);
            if (found.matches()) return shape.period().apply(found.toMatchResult());
        }
        throw new IllegalArgumentException("'" + words + "' is no period");
    }

    /** The first, the n-th or the last so many days, weeks, months or quarters of a stretch. */
    private static Period partOf(Period whole, Matcher words) {
        int count = words.group("count") == null ? 1 : count(words.group("count"));
        String unit = words.group("unit");
        boolean last = words.group("nth").equals("last");
        int before = last ? 0 : nth(words.group("nth")) - 1;
        if (before > 0 && count > 1)
            throw new IllegalArgumentException("'" + words.group().strip() + "' could be any of several");
        LocalDate from = last ? plus(whole.to().plusDays(1), unit, -count) : plus(whole.from(), unit, before);
        LocalDate to =
                last ? whole.to() : plus(whole.from(), unit, before + count).minusDays(1);
        if (from.isBefore(whole.from()) || to.isAfter(whole.to()))
            throw new IllegalArgumentException("'" + words.group().strip() + "' goes beyond the time " + whole.said());
        return new Period(from, to, words.group().strip());
    }

    private static LocalDate plus(LocalDate day, String unit, long count) {
        return switch (unit) {
            case "day" -> day.plusDays(count);
            case "week" -> day.plusWeeks(count);
            case "month" -> day.plusMonths(count);
            default -> day.plusMonths(3 * count);
        };
    }

    private Period turned(MatchResult m) {
        int back = m.group(1).equals("this") || m.group(1).equals("current") ? 0 : 1;
        return switch (m.group(2)) {
            case "week" -> {
                LocalDate monday =
                        today.minusDays(today.getDayOfWeek().getValue() - 1L).minusWeeks(back);
                yield new Period(monday, monday.plusDays(6), m.group());
            }
            case "month" -> months(YearMonth.from(today).minusMonths(back), 1, m);
            case "quarter" ->
                months(
                        YearMonth.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1)
                                .minusMonths(3L * back),
                        3,
                        m);
            default -> months(YearMonth.of(today.getYear() - back, 1), 12, m);
        };
    }

    /** The last is the latest that is over, the next one that has not begun, this one that of the year. */
    private Period turnedMonth(MatchResult m) {
        YearMonth now = YearMonth.from(today);
        YearMonth ofYear = YearMonth.of(today.getYear(), monthNumber(m.group()));
        return months(
                switch (m.group(1)) {
                    case "this", "current" -> ofYear;
                    case "next" -> ofYear.isAfter(now) ? ofYear : ofYear.plusYears(1);
                    default -> ofYear.isBefore(now) ? ofYear : ofYear.minusYears(1);
                },
                1,
                m);
    }

    /** As months; this one is that of the year, for a winter the one nearest to it. */
    private Period turnedSeason(MatchResult m) {
        Season season = Season.named(m.group(2));
        return switch (m.group(1)) {
            case "this", "current" -> {
                boolean toCome = season == Season.WINTER && today.getMonthValue() >= Month.SEPTEMBER.getValue();
                yield season.period(today.getYear() + (toCome ? 1 : 0), m.group());
            }
            case "next", "coming" -> {
                int year = today.getYear();
                while (!season.period(year, "").from().isAfter(today)) year++;
                yield season.period(year, m.group());
            }
            default -> season.period(lastOver(season), m.group());
        };
    }

    int lastOver(Season season) {
        int year = today.getYear() + 1;
        while (!season.period(year, "").to().isBefore(today)) year--;
        return year;
    }

    /**
     * As meteorologists name them, a winter by the year of its January; two years beside one another name that at whose turn it is.
     *
     * @param second of two years, the last digits at least; null where only one is said
     */
    private Period season(String name, String year, @Nullable String second, MatchResult m) {
        Season season = Season.named(name);
        int first = year(year);
        if (second == null) return season.period(first, m.group());
        if (season != Season.WINTER || number(second) % 100 != (first + 1) % 100)
            throw new IllegalArgumentException("no " + name + " lies in " + year + "/" + second);
        return season.period(first + 1, m.group());
    }

    private Period quarter(int quarter, String year, MatchResult m) {
        if (quarter > 4) throw new IllegalArgumentException("a year has four quarters");
        return months(YearMonth.of(year(year), 3 * quarter - 2), 3, m);
    }

    private static Period months(YearMonth begin, int count, MatchResult m) {
        return new Period(
                begin.atDay(1),
                begin.plusMonths(count - 1L).atEndOfMonth(),
                m.group().strip());
    }

    private static Period day(LocalDate day, MatchResult m) {
        return new Period(day, day, m.group().strip());
    }

    /** Without a year the last one that is not in the future. */
    private YearMonth month(String point) {
        int number = monthNumber(point);
        Matcher year = YEAR.matcher(point);
        if (year.find()) return YearMonth.of(number(year.group()), number);
        if (point.endsWith(" year")) return YearMonth.of(year(point), number);
        YearMonth month = YearMonth.of(today.getYear(), number);
        return month.isAfter(YearMonth.from(today)) ? month.minusYears(1) : month;
    }

    private static int monthNumber(String point) {
        Matcher named = NAMED_MONTH.matcher(point);
        if (!named.find()) throw new IllegalArgumentException("no month is called " + point);
        for (Month month : Month.values())
            if (month.name().toLowerCase(Locale.ROOT).startsWith(named.group().substring(0, 3)))
                return month.getValue();
        throw new IllegalArgumentException("no month is called " + point);
    }

    /** {@code 2024}, {@code last year}. */
    private int year(String words) {
        if (Character.isDigit(words.charAt(0))) return number(words);
        return words.contains("last") || words.contains("previous") ? today.getYear() - 1 : today.getYear();
    }

    private static int dayOfMonth(String point) {
        Matcher day = DAY_NUMBER.matcher(point);
        if (!day.find()) throw new IllegalArgumentException(point + " names no day");
        return number(day.group(1));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int nth(String word) {
        return switch (word) {
            case "first", "1st" -> 1;
            case "second", "2nd" -> 2;
            case "third", "3rd" -> 3;
            case "fourth", "4th" -> 4;
            default -> 5;
        };
    }

    static int count(String word) {
        return switch (word) {
            case "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            case "seven" -> 7;
            case "eight" -> 8;
            case "nine" -> 9;
            case "ten" -> 10;
            case "eleven" -> 11;
            case "twelve" -> 12;
            case "fifteen" -> 15;
            case "eighteen" -> 18;
            case "twenty" -> 20;
            default -> Math.max(1, number(word));
        };
    }
}
