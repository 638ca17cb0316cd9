package flightline.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what is counted. */
enum Grouping {
    TAIL(
            "tail",
            "aircraft",
            "aircraft",
            "tail",
            "aircraft|airplanes?|aeroplanes?|tails?|tail numbers?|registrations?|airframes?|ships?"),
    MODEL("model", "model", "models", "model", "models?|types?|variants?|fleet types?"),
    STATION("station", "station", "stations", "station", "stations?|bases?|sites?|locations?|airports?"),
    CHAPTER("chapter", "chapter", "chapters", "chapter", "ata chapters?|chapters?|ata"),
    SYSTEM(
            "system",
            "system",
            "systems",
            "system",
            "ata systems?|ata sections?|jasc codes?|ata codes?|systems?|jasc|subsystems?|areas?"),
    PART("part", "part", "parts", "part", "parts?|components?|units?|items?|causes?|culprits?|lrus?"),
    PART_NUMBER("part_number", "part number", "part numbers", "part_number", "part numbers?|p/n|p/ns|pn|pns"),
    CONDITION(
            "condition",
            "condition",
            "conditions",
            "condition",
            "conditions?|failure modes?|modes?|kinds? of failure|faults? types?"),
    YEAR("year", "year", "years", "CAST(year(day) AS VARCHAR)", "years?", "yearly|annual(?:ly)?|year by year"),
    QUARTER("quarter", "quarter", "quarters", "strftime(day, '%Y-Q') || quarter(day)", "quarters?", "quarterly"),
    MONTH("month", "month", "months", "strftime(day, '%Y-%m')", "months?", "monthly|month by month"),
    SEASON("season", "season", "seasons", Season.SQL, "seasons?|times? of (?:the )?year"),
    MONTH_OF_YEAR(
            "month_of_year",
            "month of the year",
            "months of the year",
            "strftime(day, '%m')",
            "months? of (?:the )?year|calendar months?");

    /** "part numbers" begins with "part". */
    private static final List<Grouping> LONGER_FIRST = List.of(
            MONTH_OF_YEAR,
            PART_NUMBER,
            SEASON,
            SYSTEM,
            CHAPTER,
            TAIL,
            MODEL,
            STATION,
            CONDITION,
            PART,
            YEAR,
            QUARTER,
            MONTH);

    private final String column;
    private final String one;
    private final String many;
    private final String expression;
    private final Pattern by;
    private final Pattern which;
    private final Pattern ordered;
    private final Pattern second;
    private final Pattern asked;
    private final Pattern ranked;
    private final String words;

    Grouping(String column, String one, String many, String expression, String words) {
        this(column, one, many, expression, words, "");
    }

    /** @param bare words that say it by themselves, without "by"; empty where there are none */
    Grouping(String column, String one, String many, String expression, String words, String bare) {
        this.column = column;
        this.one = one;
        this.many = many;
        this.expression = expression;
        this.by = Pattern.compile(
                "(?<=\\s)(?:(?:by|per|for each|for every|each|every|across|between the|among the|against) (?:the )?(?:"
                        + words + ")" + (bare.isEmpty() ? "" : "|" + bare) + ")(?=\\s)(?! " + Line.GAP + marks() + ")");
        this.words = words;
        this.ordered = Pattern.compile("(?<=\\s)(?:" + words
                + ") (?:(?:ranked|ordered|sorted) )?by (?:the )?(?:number|count|total)(?: of)?(?=\\s)");
        String first =
                "which|what|top|worst|leading|main|biggest|commonest|single|most (?:common|frequent|removed|replaced)";
        String subject = ") (?:the )?(?:(?:most|often|frequently|removed|replaced|changed|failed|failing) ){0,2}(?:"
                + words + ")(?=\\s)";
        this.asked = Pattern.compile("(?<=\\s)(?:" + first + subject);
        this.ranked = Pattern.compile("(?<=\\s)(?:" + first + "|" + Line.GAP + subject);
        this.second = Pattern.compile("(?<=¦ )(?:and|or|then) (?:the )?(?:" + words + ")(?=\\s)");
        this.which = Pattern.compile(
                "(?<=\\s)(?:(?:which|what|top|worst|leading|main|biggest|common|commonest|frequent|compare|the|all|most|single|their|rogue|bad|¦[a-z]?) (?:the )?|(?<=\\s(?:replaced|removed|failed|failing) ))(?:"
                        + words + ")(?=\\s)");
    }

    /** Of a name that stands behind "by station" and says which one: then nothing is counted by it. */
    private String marks() {
        return switch (this) {
            case TAIL -> "t";
            case MODEL -> "m";
            case STATION -> "s";
            case CHAPTER, SYSTEM -> "y";
            case PART, PART_NUMBER -> "p";
            case CONDITION -> "c";
            case YEAR, QUARTER, MONTH, SEASON, MONTH_OF_YEAR -> "-";
        };
    }

    /** Names of what can be counted off, as alternatives of a pattern. */
    static String countable() {
        return Stream.of(values())
                .filter(one -> !one.isTime() && one != SEASON && one != MONTH_OF_YEAR)
                .map(one -> one.words)
                .collect(Collectors.joining("|"));
    }

    /** Of the result. */
    String column() {
        return column;
    }

    String one() {
        return one;
    }

    /** With its article. */
    String any() {
        return (this == TAIL ? "an " : "a ") + one;
    }

    String many() {
        return many;
    }

    /** In SQL, over the view {@code records}. */
    String expression() {
        return expression;
    }

    boolean isTime() {
        return switch (this) {
            case YEAR, QUARTER, MONTH -> true;
            case TAIL, MODEL, STATION, CHAPTER, SYSTEM, PART, PART_NUMBER, CONDITION, SEASON, MONTH_OF_YEAR -> false;
        };
    }

    /** Takes a second {@code and year}, {@code by year} out of a question. */
    static Optional<Grouping> takeSecond(Line line) {
        return takeBy(line).or(() -> take(line, one -> one.second));
    }

    /** Takes {@code stations by number of} out of a question. */
    static Optional<Grouping> takeOrdered(Line line) {
        return take(line, one -> one.ordered);
    }

    /** Takes {@code by station} out of a question. */
    static Optional<Grouping> takeBy(Line line) {
        return take(line, one -> one.by);
    }

    /**
     * Takes {@code worst system} out of a question that is counted by another thing already.
     *
     * @param top whether so many of something are asked for
     */
    static Optional<Grouping> takeAsked(Line line, boolean top) {
        return take(line, one -> top ? one.ranked : one.asked);
    }

    /** Takes {@code which station} out of a question. */
    static Optional<Grouping> takeWhich(Line line) {
        return take(line, one -> one.which);
    }

    private static Optional<Grouping> take(Line line, Function<Grouping, Pattern> words) {
        return LONGER_FIRST.stream()
                .filter(one -> line.take(words.apply(one)).isPresent())
                .findFirst();
    }
}
