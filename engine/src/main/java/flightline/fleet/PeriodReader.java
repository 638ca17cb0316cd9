package flightline.fleet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads when: {@code last year}, {@code since march}, {@code in the last 90 days}, {@code winter 2023/24}, {@code the first two weeks of may 2024},
 * {@code between 2024-01-01 and 2024-06-30}. Each names a stretch of days; "since" begins with its first, "after" behind its last, "before" ends ahead of its
 * first, "until" with its last.
 */
final class PeriodReader {
    private static final LocalDate BEGINNING = LocalDate.of(1903, 1, 1);
    private static final Pattern BETWEEN = word("(?:between|from) (?:the )?(?<from>" + Stretches.STRETCH
            + ") (?:and|to|until|till|through) (?:the )?(?<to>" + Stretches.STRETCH + ")");
    private static final Pattern OF_PART =
            word("(?:in |over |during |for |of |on )?(?<stretch>" + Stretches.PART_OF_ONE + ")");
    private static final Pattern LAST =
            word("(?:in |over |during |within |for )?(?:the )?(?:last|past|previous|recent) (" + Stretches.COUNTS
                    + ") (day|week|month|quarter|year)s?(?! (?:of|in) (?:the|a|each|every|this|last)\\b)");
    private static final Pattern LAST_SEASONS =
            word("(?:in |over |during |for )?(?:the )?(?:last|past|previous|recent) (" + Stretches.COUNTS + ") ("
                    + Stretches.SEASON + ")s?");
    private static final Pattern OF_DECADE = word("(?:in |during |of |from )?(?<stretch>" + Stretches.TEN_YEARS + ")");
    private static final Pattern SINCE =
            word("(?:since|from) (?:the )?(?:start of |beginning of )?(?<stretch>" + Stretches.STRETCH + ")");
    private static final Pattern AFTER = word("after (?:the )?(?:end of )?(?<stretch>" + Stretches.STRETCH + ")");
    private static final Pattern BEFORE =
            word("before (?:the )?(?:start of |beginning of )?(?<stretch>" + Stretches.STRETCH + ")");
    private static final Pattern UNTIL =
            word("(?:until|till|up to|through) (?:the )?(?:end of )?(?<stretch>" + Stretches.STRETCH + ")");
    private static final Pattern IN =
            word("(?:in|during|for|of|on|over|year)? ?(?:the )?(?<stretch>" + Stretches.STRETCH + ")");

    private static final String BEFORE_STRETCH = "(?<!between )(?<!from )(?:(?:in|of|during|for) )?(?:the )?";
    private static final Pattern BESIDE = word(BEFORE_STRETCH + "(?<from>" + Stretches.STRETCH
            + ") (?:vs|versus|than(?: in)?|against|compared (?:with|to)) (?:in )?(?:the )?(?<to>" + Stretches.STRETCH
            + ")");
    private static final Pattern COMPARED = word(BEFORE_STRETCH + "(?<from>" + Stretches.STRETCH
            + ") (?:and|with|to) (?:in )?(?:the )?(?<to>" + Stretches.STRETCH + ")");

    private final LocalDate today;
    private final Stretches stretches;

    PeriodReader(LocalDate today) {
        this.today = today;
        this.stretches = new Stretches(today);
    }

    private static Pattern word(String form) {
        return Pattern.compile("(?<=\\s)" + form + "(?=\\s)");
    }

    sealed interface Outcome {
        /** @param season where of the period only these months are meant */
        record Found(Period period, Optional<Season> season) implements Outcome {}

        /** Two that are to be compared, the earlier first. */
        record Beside(Period earlier, Period later) implements Outcome {}

        record None() implements Outcome {}

        /** A day that does not exist, or an end before its beginning. */
        record Impossible(String why) implements Outcome {}
    }

    /**
     * Takes the period out of the question, or the two that are to be compared.
     *
     * @param compared whether the question speaks of comparing, so that "and" does too
     */
    Outcome take(Line line, boolean compared) {
        try {
            Optional<MatchResult> two = line.take(BESIDE);
            if (two.isEmpty() && compared) two = line.take(COMPARED);
            if (two.isPresent()) {
                List<Period> both = Stream.of(two.get().group("from"), two.get().group("to"))
                        .map(stretches::stretch)
                        .sorted(Comparator.comparing(Period::from))
                        .toList();
                return new Outcome.Beside(both.getFirst(), both.getLast());
            }
            Optional<MatchResult> seasons = line.take(LAST_SEASONS);
            if (seasons.isPresent()) return lastSeasons(seasons.get());
            return taken(line)
                    .<Outcome>map(period -> new Outcome.Found(period, Optional.empty()))
                    .orElseGet(Outcome.None::new);
        } catch (DateTimeParseException impossible) {
            return new Outcome.Impossible("there is no " + impossible.getParsedString() + " in the calendar");
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return new Outcome.Impossible(String.valueOf(impossible.getMessage()));
        }
    }

    private Optional<Period> taken(Line line) {
        Optional<MatchResult> found = line.take(BETWEEN);
        if (found.isPresent())
            return period(
                    stretches.stretch(found.get().group("from")).from(),
                    stretches.stretch(found.get().group("to")).to(),
                    found.get());
        found = line.take(OF_DECADE);
        if (found.isPresent()) return found.map(m -> stretches.stretch(m.group("stretch")));
        Optional<Period> bounded = bounded(line);
        if (bounded.isPresent()) return bounded;
        found = line.take(OF_PART);
        if (found.isPresent()) return found.map(m -> stretches.stretch(m.group("stretch")));
        found = line.take(LAST);
        if (found.isPresent()) {
            int count = Stretches.count(found.get().group(1));
            LocalDate from = switch (found.get().group(2)) {
                case "day" -> today.minusDays(count - 1L);
                case "week" -> today.minusDays(7L * count - 1);
                case "month" -> today.minusMonths(count).plusDays(1);
                case "quarter" -> today.minusMonths(3L * count).plusDays(1);
                default -> today.minusYears(count).plusDays(1);
            };
            return period(from, today, found.get());
        }
        return line.take(IN).map(m -> stretches.stretch(m.group("stretch")));
    }

    /** With one end that is said. */
    private Optional<Period> bounded(Line line) {
        Optional<MatchResult> found = line.take(SINCE);
        if (found.isPresent())
            return since(stretches.stretch(found.get().group("stretch")).from(), found.get());
        found = line.take(AFTER);
        if (found.isPresent())
            return since(stretches.stretch(found.get().group("stretch")).to().plusDays(1), found.get());
        found = line.take(BEFORE);
        if (found.isPresent())
            return period(
                    BEGINNING,
                    stretches.stretch(found.get().group("stretch")).from().minusDays(1),
                    found.get());
        found = line.take(UNTIL);
        return found.isPresent()
                ? period(
                        BEGINNING,
                        stretches.stretch(found.get().group("stretch")).to(),
                        found.get())
                : Optional.empty();
    }

    private Optional<Period> since(LocalDate from, MatchResult words) {
        return period(from, from.isAfter(today) ? from : today, words);
    }

    private Outcome lastSeasons(MatchResult m) {
        Season season = Season.named(m.group(2));
        int last = stretches.lastOver(season);
        int count = Math.min(Stretches.count(m.group(1)), last - BEGINNING.getYear());
        LocalDate from = season.period(last - count + 1, "").from();
        return new Outcome.Found(
                new Period(from, season.period(last, "").to(), m.group().strip()), Optional.of(season));
    }

    private static Optional<Period> period(LocalDate from, LocalDate to, MatchResult words) {
        return Optional.of(new Period(from, to, words.group().strip()));
    }
}
