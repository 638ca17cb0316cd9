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
                    + "|hours?(?:\\s+(?:time-in-service|TIS|air\\s+time))?|landings?|cycles?|starts|days?|weeks?|months?|years?)(?![\\w-])(?:\\s*\\((?:FH|FC|TIS)\\))?";
    private static final String AMOUNT =
            "(?:\\d{1,3}(?:[ ,]\\d{3})+|\\d+|\\b" + NumberWord.FORM + "(?:\\s+\\(\\d+\\))?)";
    private static final String LIMIT = AMOUNT + "\\s*" + UNIT;
    private static final String LIST = LIMIT + "(?:\\s*,?\\s*(?:or|and)?\\s*(?:within\\s+)?" + LIMIT + ")*";
    private static final String BEGINS =
            "(?:within|before\\s+(?:exceeding|accumulating|reaching|the\\s+accumulation\\s+of)|prior\\s+to\\s+(?:accumulating|the\\s+accumulation\\s+of)"
                    + "|(?:not|no)\\s+later\\s+than)\\s+";
    private static final String REPEATS =
            "(?:(?:at\\s+(?:repetitive\\s+)?)?intervals\\s+(?:of\\s+)?(?:not\\s+(?:to\\s+exceed|exceeding|more\\s+than))|each|every)\\s+";
    private static final String PREPOSITION = "(?:after|from|since|before|of|following)\\s+";
    /** Up to the end of the clause; what goes on with "or within" is the next limit. */
    private static final String CLAUSE = "(?:" + WrittenDate.FORM
            + "(?:\\s*[\\[(][^\\])\\n]{3,160}[\\])])?|[^,.;:]{3,300}?)(?=[,.;:]|\\s+and\\s|\\s+\\(?whichever\\s"
            + "|\\s+or\\s+(?:" + BEGINS + "|(?:by|before)\\s+" + WrittenDate.FORM + ")|\\s*$)";

    private static final String SINCE = "(?:\\s+" + PREPOSITION + CLAUSE + ")?";
    private static final String OR_DATE =
            "(?:,?\\s+(?:or|and)\\s+(?:by|before|not later than|no later than)\\s+" + WrittenDate.FORM + ")?";
    private static final String WHICHEVER =
            "(?:,?\\s+\\(?whichever\\s+(?:occurs|comes|is)\\s+(?:the\\s+)?(?:first|later|latest|earlier|earliest|sooner|last)"
                    + "(?:\\s+(?:since|after|from)\\s+" + CLAUSE + ")?)?";
    private static final Pattern PHRASE = Pattern.compile("(?i)\\b(?:"
            + "(?:" + BEGINS + "|" + REPEATS + ")" + LIST + SINCE
            + "(?:,?\\s+or\\s+(?:" + BEGINS + LIST + SINCE + "|" + PointedTime.FORM + "))*" + OR_DATE + WHICHEVER
            + "|" + PointedTime.FORM + "(?:,?\\s+or\\s+" + BEGINS + LIST + SINCE + ")*" + OR_DATE + WHICHEVER
            + "|before\\s+(?:the\\s+)?(?:further|next)\\s+flight(?:\\s+into\\s+[^,.;:]{3,40}?(?=[,.;:]))?"
            + "|(?:by|before|(?:not|no)\\s+later\\s+than|as\\s+of|from|on)\\s+(?:" + WrittenDate.FORM + ")"
            + "|(?:as\\s+of|from)\\s+the\\s+effective\\s+date(?:\\s+of\\s+this\\s+(?:emergency\\s+)?(?:AD|directive))?"
            + "|further\\s+flight\\s+is\\s+prohibited\\s+until\\s+[^,.;:]{3,300})");
    private static final Pattern ONE = Pattern.compile("(" + AMOUNT + ")\\s*(" + UNIT + ")", Pattern.CASE_INSENSITIVE);
    /** A limit that begins anew: what is behind it counts for no limit before it that has a clause of its own. */
    private static final Pattern ANEW = Pattern.compile("(?i)\\b(?:" + BEGINS + "|" + REPEATS + ")(?=" + AMOUNT + ")");

    private static final Pattern COUNTS_FROM = Pattern.compile(
            "(?i)(?:\\A\\s+" + PREPOSITION + "|\\bwhichever\\s+[\\w\\s]{4,24}?\\s(?:since|after|from)\\s+)");
    /** Totals since new; no clause tells from when they count. */
    private static final Pattern TOTAL =
            Pattern.compile("(?i)\\b(?:total|exceeding|accumulating|accumulation|reaching)\\b");

    private static final Pattern LAST_DAY = Pattern.compile(
            "(?i)\\b(?:by|before|(?:not|no)\\s+later\\s+than|as\\s+of|from|on)\\s+(" + WrittenDate.FORM + ")");
    private static final Pattern FIGURES = Pattern.compile("\\d[\\d ,]*");
    private static final Pattern DATE = Pattern.compile(WrittenDate.FORM);
    private static final Pattern AT_EFFECT = Pattern.compile("(?i)^(?:as\\s+of|from)\\s+the\\s+effective\\s+date");
    /** Of this directive; that of another one, or of an earlier issue, is another day. */
    private static final Pattern EFFECT = Pattern.compile(
            "(?i)\\A(?:the\\s+)?effective\\s+date"
                    + "(?:\\s+of\\s+(?:this|a|the)\\s+(?:(?:emergency|proposed|final)\\s+)?(?:P?AD|(?:airworthiness\\s+)?directive|rule)\\b)?(?!\\s+of\\b)");

    public ComplianceTime {
        limits = List.copyOf(limits);
    }

    /** Which of several limits counts. */
    public enum Choice {
        FIRST,
        LATER,
        /** One or the other, and not said which. */
        EITHER,
        /** There is but one, or each counts. */
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
     * @param since the day that it names to count from, absent where it names none
     */
    public record Limit(int amount, Unit unit, boolean afterEffect, Optional<LocalDate> since) {
        private Optional<LocalDate> day(Optional<LocalDate> effective) {
            Optional<LocalDate> from = afterEffect ? effective : since;
            return from.flatMap(day -> switch (unit) {
                case DAYS -> Optional.of(day.plusDays(amount));
                case WEEKS -> Optional.of(day.plusWeeks(amount));
                case MONTHS -> Optional.of(day.plusMonths(amount));
                case YEARS -> Optional.of(day.plusYears(amount));
                case FLIGHT_HOURS, FLIGHT_CYCLES, OTHER -> Optional.empty();
            });
        }
    }

    /** Finds the phrases of a text that tell by when; offsets of start and end in it. */
    static List<int[]> phrases(String text) {
        var phrases = new ArrayList<int[]>();
        for (Matcher m = PHRASE.matcher(text); m.find(); ) phrases.add(new int[] {m.start(), m.end()});
        return phrases;
    }

    /** What a phrase says; words that say nothing of time, or point to where it stands, give no limits. */
    public static ComplianceTime of(String phrase) {
        String lower = phrase.toLowerCase(Locale.ROOT);
        var limits = new ArrayList<Limit>(limits(phrase));
        if (AT_EFFECT.matcher(phrase).find()) limits.add(new Limit(0, Unit.DAYS, true, Optional.empty()));
        boolean first = lower.matches("(?s).*whichever\\s+\\S+\\s+(?:the\\s+)?(?:first|earlier|earliest|sooner).*");
        boolean later = lower.matches("(?s).*whichever\\s+\\S+\\s+(?:the\\s+)?(?:later|latest|last).*");
        return new ComplianceTime(
                limits,
                first ? Choice.FIRST : later ? Choice.LATER : either(limits, lower) ? Choice.EITHER : Choice.UNSAID,
                lower.matches("(?s).*\\b(?:intervals|each|every)\\b.*"),
                dayWords(phrase).flatMap(WrittenDate::parse));
    }

    /** A day joined by "and" counts besides, whichever of the others does. */
    private static boolean either(List<Limit> limits, String lower) {
        return limits.size() > 1
                && lower.matches("(?s).*\\bor\\b.*")
                && !lower.matches("(?s).*\\band\\s+(?:by|before|not later than|no later than)\\b.*");
    }

    /** The day of the calendar by which it must be done, as the phrase writes it; not one that limits count from. */
    public static Optional<String> dayWords(String phrase) {
        for (Matcher day = LAST_DAY.matcher(phrase); day.find(); ) {
            boolean counted = ONE.matcher(phrase.substring(0, day.start())).find()
                    && !phrase.substring(0, day.start()).matches("(?is).*\\b(?:or|and)\\s+");
            if (!counted) return Optional.of(day.group(1));
        }
        return Optional.empty();
    }

    /** Each with what it counts from: the clause behind it, else that behind the next of its kind. */
    private static List<Limit> limits(String phrase) {
        var begins = new ArrayList<Integer>();
        for (Matcher anew = ANEW.matcher(phrase); anew.find(); ) begins.add(anew.start());
        begins.add(phrase.length());
        var limits = new ArrayList<Limit>();
        String clause = "";
        for (int i = begins.size() - 2; i >= 0; i--) {
            String part = phrase.substring(begins.get(i), begins.get(i + 1));
            var ofPart = new ArrayList<Limit>();
            Matcher total = TOTAL.matcher(part);
            int behind = 0;
            var found = new ArrayList<String[]>();
            for (Matcher m = ONE.matcher(part); m.find(); behind = m.end())
                found.add(new String[] {m.group(1), m.group(2)});
            Matcher from = COUNTS_FROM.matcher(part.substring(behind));
            if (from.find()) clause = part.substring(behind + from.end());
            String since = total.find() && !from.reset().find() ? "" : clause;
            boolean after = EFFECT.matcher(since).find();
            Matcher date = DATE.matcher(since);
            Optional<LocalDate> day = date.lookingAt() ? WrittenDate.parse(date.group()) : Optional.empty();
            for (String[] one : found) ofPart.add(new Limit(amount(one[0]), unit(one[1]), after, day));
            limits.addAll(0, ofPart);
        }
        return limits;
    }

    /**
     * The day by which it is due at the latest, as far as the calendar tells; absent where only hours or cycles count, where
     * it counts from an event of one aircraft, where the later of a day and of something else counts, and where it is not said
     * which of two counts. Where the first of a day and of hours counts, it may be due before that day.
     *
     * @param effective day on which the directive takes effect, absent where it is not known
     */
    public Optional<LocalDate> due(Optional<LocalDate> effective) {
        if (repeats) return Optional.empty();
        var days = new ArrayList<LocalDate>();
        date.ifPresent(days::add);
        for (Limit limit : limits) limit.day(effective).ifPresent(days::add);
        int all = limits.size() + (date.isPresent() ? 1 : 0);
        return switch (choice) {
            case FIRST, UNSAID -> days.stream().min(Comparator.naturalOrder());
            // Where one limit is all that was read, the other stands elsewhere.
            case LATER ->
                all > 1 && days.size() == all ? days.stream().max(Comparator.naturalOrder()) : Optional.empty();
            case EITHER -> Optional.empty();
        };
    }

    private static int amount(String written) {
        Matcher figures = FIGURES.matcher(written);
        if (!figures.find()) return NumberWord.value(written);
        String digits = figures.group().replaceAll("[ ,]", "");
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
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
