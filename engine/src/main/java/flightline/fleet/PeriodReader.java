package flightline.fleet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads when: {@code last year}, {@code since march}, {@code in the last 90 days}, {@code between 2024-01-01 and 2024-06-30}. */
final class PeriodReader {
    private static final LocalDate BEGINNING = LocalDate.of(1903, 1, 1);
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT) + "|"
                    + m.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT)
                            .substring(0, 3))
            .collect(Collectors.joining("|"));
    private static final Pattern NAMED_MONTH = Pattern.compile(MONTHS);
    private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?\\b");
    private static final String DAY_OF = "(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ";
    private static final String POINT = "(\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|" + DAY_OF + "(?:" + MONTHS
            + ")(?: (?:19|20)\\d{2})?|(?:" + MONTHS + ") \\d{1,2}(?:st|nd|rd|th)?(?: (?:19|20)\\d{2})?(?= )|(?:"
            + MONTHS + ")(?: (?:19|20)\\d{2})?|(?:19|20)\\d{2})";
    private static final Pattern BETWEEN =
            word("(?:between|from) " + POINT + " (?:and|to|until|till|through) " + POINT);
    private static final Pattern LAST = word(
            "(?:in |over |during |within |for )?(?:the )?(?:last|past|previous|recent) (\\d{1,4}|one|two|three|four|five|six|nine|twelve|eighteen) (day|week|month|quarter|year)s?");
    private static final Pattern NAMED = word(
            "(?:in |over |during |for )?(?:the )?(last|previous|this|current) (week|month|quarter|year)(?: so far)?");
    private static final Pattern DECADE = word("(?:in |during |of |from )?(?:the )?((?:19|20)\\d)0s");
    private static final Pattern DAY = word("(?:on )?(today|yesterday)");
    private static final Pattern SINCE = word("(?:since|after|from) (?:the )?(?:start of |beginning of )?" + POINT);
    private static final Pattern BEFORE = word("(?:before|until|till|up to) " + POINT);
    private static final Pattern QUARTER = word(
            "(?:in |during |for )?(?:the )?(?:q([1-4])|(first|second|third|fourth) quarter)(?: of)? ((?:19|20)\\d{2})");
    private static final Pattern HALF =
            word("(?:in |during |for )?(?:the )?(first|second) half(?: of)? ((?:19|20)\\d{2})");
    private static final Pattern IN = word("(?:in|during|for|of|on|year)? ?" + POINT);

    private static final String STRETCH =
            "((?:19|20)\\d{2}|(?:this|current|last|previous) (?:year|quarter|month|week)|q[1-4] (?:19|20)\\d{2}|(?:"
                    + MONTHS + ") (?:19|20)\\d{2})";
    private static final String BEFORE_STRETCH = "(?<!between )(?<!from )(?:(?:in|of|during|for) )?";
    private static final Pattern BESIDE = word(
            BEFORE_STRETCH + STRETCH + " (?:vs|versus|than(?: in)?|against|compared (?:with|to)) (?:in )?" + STRETCH);
    private static final Pattern COMPARED = word(BEFORE_STRETCH + STRETCH + " (?:and|with|to) (?:in )?" + STRETCH);

    private final LocalDate today;

    PeriodReader(LocalDate today) {
        this.today = today;
    }

    private static Pattern word(String form) {
        return Pattern.compile("(?<=\\s)" + form + "(?=\\s)");
    }

    sealed interface Outcome {
        record Found(Period period) implements Outcome {}

        record None() implements Outcome {}

        /** A day that does not exist, or an end before its beginning. */
        record Impossible(String why) implements Outcome {}
    }

    /** Takes the period out of the question. */
    Outcome take(Line line) {
        try {
            return taken(line).<Outcome>map(Outcome.Found::new).orElseGet(Outcome.None::new);
        } catch (DateTimeParseException impossible) {
            return new Outcome.Impossible("there is no " + impossible.getParsedString() + " in the calendar");
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return new Outcome.Impossible(String.valueOf(impossible.getMessage()));
        }
    }

    /**
     * Takes two periods that are to be compared out of the question, the earlier first.
     *
     * @param compared whether the question speaks of comparing, so that "and" does too
     */
    Optional<List<Period>> takeBeside(Line line, boolean compared) {
        Optional<MatchResult> found = line.take(BESIDE);
        if (found.isEmpty() && compared) found = line.take(COMPARED);
        return found.map(two -> Stream.of(two.group(1), two.group(2))
                .flatMap(words -> taken(new Line(words)).stream())
                .sorted(Comparator.comparing(Period::from))
                .toList());
    }

    private Optional<Period> taken(Line line) {
        Optional<MatchResult> found = line.take(BETWEEN);
        if (found.isPresent())
            return period(first(found.get().group(1)), last(found.get().group(2)), found.get());
        found = line.take(LAST);
        if (found.isPresent()) {
            int count = count(found.get().group(1));
            LocalDate from = switch (found.get().group(2)) {
                case "day" -> today.minusDays(count - 1L);
                case "week" -> today.minusDays(7L * count - 1);
                case "month" -> today.minusMonths(count).plusDays(1);
                case "quarter" -> today.minusMonths(3L * count).plusDays(1);
                default -> today.minusYears(count).plusDays(1);
            };
            return period(from, today, found.get());
        }
        found = line.take(DAY);
        if (found.isPresent()) {
            LocalDate day = found.get().group(1).equals("today") ? today : today.minusDays(1);
            return period(day, day, found.get());
        }
        found = line.take(DECADE);
        if (found.isPresent()) return months(10 * Integer.parseInt(found.get().group(1)), 1, 120, found.get());
        found = line.take(NAMED);
        if (found.isPresent()) return named(found.get());
        found = line.take(QUARTER);
        if (found.isPresent()) {
            MatchResult m = found.get();
            int quarter = m.group(1) != null ? Integer.parseInt(m.group(1)) : ordinal(m.group(2));
            return months(Integer.parseInt(m.group(3)), 3 * quarter - 2, 3, m);
        }
        found = line.take(HALF);
        if (found.isPresent()) {
            MatchResult m = found.get();
            return months(Integer.parseInt(m.group(2)), m.group(1).equals("first") ? 1 : 7, 6, m);
        }
        found = line.take(SINCE);
        if (found.isPresent()) {
            LocalDate from = first(found.get().group(1));
            return period(from, from.isAfter(today) ? from : today, found.get());
        }
        found = line.take(BEFORE);
        if (found.isPresent())
            return period(BEGINNING, first(found.get().group(1)).minusDays(1), found.get());
        found = line.take(IN);
        if (found.isPresent())
            return period(first(found.get().group(1)), last(found.get().group(1)), found.get());
        return Optional.empty();
    }

    private Optional<Period> named(MatchResult m) {
        boolean current = m.group(1).equals("this") || m.group(1).equals("current");
        int back = current ? 0 : 1;
        return switch (m.group(2)) {
            case "week" -> {
                LocalDate monday =
                        today.minusDays(today.getDayOfWeek().getValue() - 1L).minusWeeks(back);
                yield period(monday, monday.plusDays(6), m);
            }
            case "month" -> {
                YearMonth month = YearMonth.from(today).minusMonths(back);
                yield period(month.atDay(1), month.atEndOfMonth(), m);
            }
            case "quarter" -> {
                YearMonth begin = YearMonth.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1)
                        .minusMonths(3L * back);
                yield period(begin.atDay(1), begin.plusMonths(2).atEndOfMonth(), m);
            }
            default -> months(today.getYear() - back, 1, 12, m);
        };
    }

    private static Optional<Period> months(int year, int month, int count, MatchResult m) {
        YearMonth begin = YearMonth.of(year, month);
        return period(begin.atDay(1), begin.plusMonths(count - 1L).atEndOfMonth(), m);
    }

    private static Optional<Period> period(LocalDate from, LocalDate to, MatchResult words) {
        return Optional.of(new Period(from, to, words.group().strip()));
    }

    private LocalDate first(String point) {
        if (point.matches("\\d{4}-\\d{2}-\\d{2}")) return LocalDate.parse(point);
        if (point.matches("\\d{4}-\\d{2}")) return YearMonth.parse(point).atDay(1);
        if (point.matches("\\d{4}")) return LocalDate.of(Integer.parseInt(point), 1, 1);
        return month(point).atDay(dayOfMonth(point).orElse(1));
    }

    private LocalDate last(String point) {
        if (point.matches("\\d{4}-\\d{2}")) return YearMonth.parse(point).atEndOfMonth();
        if (point.matches("\\d{4}")) return LocalDate.of(Integer.parseInt(point), 12, 31);
        if (point.matches("\\d{4}-\\d{2}-\\d{2}") || dayOfMonth(point).isPresent()) return first(point);
        return month(point).atEndOfMonth();
    }

    /** Without a year the last one that is not in the future. */
    private YearMonth month(String point) {
        Matcher named = NAMED_MONTH.matcher(point);
        if (!named.find()) throw new IllegalArgumentException("no month is called " + point);
        int number = 0;
        for (Month month : Month.values())
            if (month.name().toLowerCase(Locale.ROOT).startsWith(named.group().substring(0, 3)))
                number = month.getValue();
        Matcher year = YEAR.matcher(point);
        if (year.find()) return YearMonth.of(Integer.parseInt(year.group()), number);
        YearMonth month = YearMonth.of(today.getYear(), number);
        return month.isAfter(YearMonth.from(today)) ? month.minusYears(1) : month;
    }

    /** {@code 1st of march} and {@code march 1} have one, {@code march} has none. */
    private static Optional<Integer> dayOfMonth(String point) {
        Matcher day = DAY_NUMBER.matcher(point);
        return day.find() ? Optional.of(Integer.parseInt(day.group(1))) : Optional.empty();
    }

    private static int ordinal(String word) {
        return switch (word) {
            case "first" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            default -> 4;
        };
    }

    private static int count(String word) {
        return switch (word) {
            case "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            case "nine" -> 9;
            case "twelve" -> 12;
            case "eighteen" -> 18;
            default -> Math.max(1, Integer.parseInt(word));
        };
    }
}
