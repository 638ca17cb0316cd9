package flightline.fleet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Of the northern hemisphere, in whole months. */
enum Season {
    WINTER(12, 1, 2),
    SPRING(3, 4, 5),
    SUMMER(6, 7, 8),
    AUTUMN(9, 10, 11);

    static final String SQL =
            "CASE WHEN month(day) IN (12, 1, 2) THEN 'winter' WHEN month(day) <= 5 THEN 'spring' WHEN month(day) <= 8 THEN 'summer' ELSE 'autumn' END";

    /** Made unchangeable below. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Integer> months;

    private final Pattern pattern;

    Season(Integer... months) {
        this.months = List.of(months);
        String name = word();
        // "Last winters" is none of all winters; which ones, nobody knows.
        this.pattern = Pattern.compile(
                "(?<=\\s)(?<!\\s(?:last|past|previous|recent|this|current|next|coming)\\s)(?:in |during |over )?(?:the )?"
                        + (name.equals("autumn") ? "(?:autumn|fall)" : name) + "s?(?=\\s)");
    }

    /** 1 to 12. */
    List<Integer> months() {
        return months;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** One of the year; of a winter that of its January. */
    Period period(int year, String words) {
        YearMonth begin = YearMonth.of(this == WINTER ? year - 1 : year, months.getFirst());
        return new Period(begin.atDay(1), begin.plusMonths(2).atEndOfMonth(), words.strip());
    }

    boolean has(LocalDate day) {
        return months.contains(day.getMonthValue());
    }

    /** Count of the days of a period that are of the season. */
    long daysIn(Period period) {
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(this::has)
                .count();
    }

    static Season named(String word) {
        return word.equals("fall") ? AUTUMN : valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    static Optional<Season> take(Line line) {
        for (Season season : values()) if (line.take(season.pattern).isPresent()) return Optional.of(season);
        return Optional.empty();
    }
}
