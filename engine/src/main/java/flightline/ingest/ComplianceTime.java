package flightline.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By when, or how often, an action must be done.
 *
 * @param limits as they are listed
 * @param choice which of several limits counts
 * @param repeats whether it is an interval
 * @param date a day of the calendar that is named, absent where none is
 */
public record ComplianceTime(List<Limit> limits, Choice choice, boolean repeats, Optional<LocalDate> date) {
    private static final String UNIT =
            "(?:total\\s+)?(?:calendar\\s+)?(?:flight[\\s-]+hours?|FH|flight[\\s-]+cycles?|FC"
                    + "|hours?(?:\\s+(?:time-in-service|TIS))?|landings?|cycles?|starts|days?|weeks?|months?|years?)(?![\\w-])(?:\\s*\\((?:FH|FC|TIS)\\))?";
    private static final String AMOUNT = "\\d{1,3}(?:[ ,]\\d{3})+|\\d+";
    private static final String LIMIT = "(?:" + AMOUNT + ")\\s*" + UNIT;
    private static final String LIST = LIMIT + "(?:\\s*,?\\s*(?:or|and)?\\s*(?:within\\s+)?" + LIMIT + ")*";
    private static final String SINCE =
            "(?:\\s+(?:after|from|since|before|of|following)\\s+[^,.;:]{3,110}?(?=[,.;:]|\\s+and\\s|\\s*$))?";
    private static final String OR_DATE =
            "(?:,?\\s+(?:or|and)\\s+(?:by|before|not later than|no later than)\\s+" + WrittenDate.FORM + ")?";
    private static final String WHICHEVER =
            "(?:,?\\s+whichever\\s+(?:occurs|comes|is)\\s+(?:first|later|earlier|last)(?:\\s+(?:since|after)\\s+[^,.;:]{3,60}?(?=[,.;:]|\\s*$))?)?";
    private static final Pattern PHRASE = Pattern.compile("(?i)\\b(?:"
            + "(?:within|before\\s+(?:exceeding|accumulating|reaching|the\\s+accumulation\\s+of)|prior\\s+to\\s+(?:accumulating|the\\s+accumulation\\s+of)"
            + "|(?:not|no)\\s+later\\s+than|(?:at\\s+(?:repetitive\\s+)?)?intervals\\s+(?:of\\s+)?(?:not\\s+(?:to\\s+exceed|exceeding|more\\s+than))|each|every)\\s+"
            + LIST + SINCE + OR_DATE + WHICHEVER
            + "|before\\s+(?:the\\s+)?(?:further|next)\\s+flight(?:\\s+into\\s+[^,.;:]{3,40}?(?=[,.;:]))?"
            + "|(?:by|before|(?:not|no)\\s+later\\s+than|as\\s+of|from|on)\\s+(?:" + WrittenDate.FORM + ")"
            + "|(?:as\\s+of|from)\\s+the\\s+effective\\s+date(?:\\s+of\\s+this\\s+(?:emergency\\s+)?(?:AD|directive))?"
            + "|further\\s+flight\\s+is\\s+prohibited\\s+until\\s+[^,.;:]{3,300})");
    private static final Pattern ONE = Pattern.compile("(" + AMOUNT + ")\\s*(" + UNIT + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile(WrittenDate.FORM);
    private static final Pattern AT_EFFECT = Pattern.compile("(?i)^(?:as\\s+of|from)\\s+the\\s+effective\\s+date");
    private static final Pattern AFTER_EFFECT =
            Pattern.compile("(?i)(?:after|from|of|following)\\s+(?:the\\s+)?effective\\s+date");

    public ComplianceTime {
        limits = List.copyOf(limits);
    }

    /** Which of several limits counts. */
    public enum Choice {
        FIRST,
        LATER,
        /** Not said, or there is but one. */
        UNSAID
    }

    /** Units of limits. */
    public enum Unit {
        FLIGHT_HOURS,
        FLIGHT_CYCLES,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS,
        /** Counts of other things: landings, starts. */
        OTHER
    }

    /**
     * One limit.
     *
     * @param afterEffect whether it counts from the day on which the directive takes effect
     */
    public record Limit(int amount, Unit unit, boolean afterEffect) {
        private Optional<LocalDate> day(LocalDate effective) {
            if (!afterEffect) return Optional.empty();
            return switch (unit) {
                case DAYS -> Optional.of(effective.plusDays(amount));
                case WEEKS -> Optional.of(effective.plusWeeks(amount));
                case MONTHS -> Optional.of(effective.plusMonths(amount));
                case YEARS -> Optional.of(effective.plusYears(amount));
                case FLIGHT_HOURS, FLIGHT_CYCLES, OTHER -> Optional.empty();
            };
        }
    }

    /** Finds the phrases of a text that tell by when; offsets of start and end in it. */
    static List<int[]> phrases(String text) {
        var phrases = new ArrayList<int[]>();
        for (Matcher m = PHRASE.matcher(text); m.find(); ) phrases.add(new int[] {m.start(), m.end()});
        return phrases;
    }

    /** What a phrase says; words that say nothing of time give no limits. */
    public static ComplianceTime of(String phrase) {
        String lower = phrase.toLowerCase(Locale.ROOT);
        boolean after = AFTER_EFFECT.matcher(phrase).find();
        var limits = new ArrayList<Limit>();
        for (Matcher m = ONE.matcher(phrase); m.find(); ) limits.add(limit(m.group(1), m.group(2), after));
        if (AT_EFFECT.matcher(phrase).find()) limits.add(new Limit(0, Unit.DAYS, true));
        Matcher date = DATE.matcher(phrase);
        boolean first = lower.matches("(?s).*whichever\\s+\\S+\\s+(?:first|earlier).*");
        boolean later = lower.matches("(?s).*whichever\\s+\\S+\\s+(?:later|last).*");
        return new ComplianceTime(
                limits,
                first ? Choice.FIRST : later ? Choice.LATER : Choice.UNSAID,
                lower.matches("(?s).*\\b(?:intervals|each|every)\\b.*"),
                date.find() ? WrittenDate.parse(date.group()) : Optional.empty());
    }

    /**
     * The day by which it is due at the latest, as far as the calendar tells; absent where only hours or cycles count, where
     * it counts from an event of one aircraft, and where the later of a day and of hours counts.
     *
     * @param effective day on which the directive takes effect, absent where it is not known
     */
    public Optional<LocalDate> due(Optional<LocalDate> effective) {
        if (repeats) return Optional.empty();
        var days = new ArrayList<LocalDate>();
        date.ifPresent(days::add);
        for (Limit limit : limits) effective.flatMap(limit::day).ifPresent(days::add);
        int all = limits.size() + (date.isPresent() ? 1 : 0);
        if (choice == Choice.LATER)
            return days.size() == all ? days.stream().max(Comparator.naturalOrder()) : Optional.empty();
        return days.stream().min(Comparator.naturalOrder());
    }

    private static Limit limit(String amount, String unit, boolean after) {
        String digits = amount.replaceAll("[ ,]", "");
        return new Limit(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits), unit(unit), after);
    }

    private static Unit unit(String written) {
        String unit = written.toLowerCase(Locale.ROOT);
        if (unit.contains("day")) return Unit.DAYS;
        if (unit.contains("week")) return Unit.WEEKS;
        if (unit.contains("month")) return Unit.MONTHS;
        if (unit.contains("year")) return Unit.YEARS;
        if (unit.contains("hour") || unit.contains("fh")) return Unit.FLIGHT_HOURS;
        return unit.contains("cycle") || unit.contains("fc") ? Unit.FLIGHT_CYCLES : Unit.OTHER;
    }
}
