package flightline.diagnosis;

import flightline.terms.Makes;
import flightline.terms.Mention;
import flightline.terms.TermReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A make, type, part number or registration that a question names: letters with figures behind them, such as V2500, O-360,
 * MS20470AD4 or ATR 72, or a make by itself where no type is named. A number with its unit is none, nor is one letter with one
 * figure, as in N1, nor what numbers a place in a document or one of several, as in chapter 32 and UART2.
 *
 * @param makeAlone whether it is a make of which no type is named
 * @param there finds it in a text, also where it is written in another way
 */
record NamedType(String written, boolean makeAlone, Predicate<String> there) {
    /** What stands behind a number that names nothing, beside the units that {@link Mention.Quantity} knows. */
    private static final String UNITS =
            "mph|knots?|kts?|psi[agd]?|bar|k?pa|rpm|degrees?|deg|c|f|percent|pct|minutes?|mins?|hours?|hrs?"
                    + "|seconds?|secs?|inch(?:es)?|in(?!\\s(?!hg)\\p{L})|ft|feet|foot|lbs?|pounds?|kg|quarts?|qts?|gallons?|gal|lit(?:er|re)s?|volts?|v|amps?|a"
                    + "|ohms?|ips|mm|cm|km|m|k?hz|mhz|years?|months?|days?|weeks?|cycles|landings|times|to|and|or"
                    + "|microns?|[µμu][mf]|mils?|thou|[km]?w(?!/)|s?hp|horsepower|m?ah|oz|ounces?|grams?|cc|ml|l|pints?|turns?|pph|gph|gpm"
                    + "|fpm|km/h|m/s|db|baud|bits?|bytes?|m?lbf|k?n|kgf";

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])[\\p{L}]+-?\\d[\\p{L}\\p{N}]*(?:-[\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}])");
    /** A name with its number apart from it: "ATR 72", "part 145"; not a number with a unit behind it. */
    private static final Pattern APART = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])(\\p{L}{2,}) (\\d{2,4})(?![\\p{N}.,:/°%\"'-])(?!\\s?(?:" + UNITS + ")(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);
    /** Words whose number tells a place in a document, or which of several. */
    private static final String NUMBERED =
            "(?:chapter|ch|(?:sub)?section|sect|page|pg|step|figure|fig|table|item|event|(?:sub)?task|(?:foot)?note|(?:sub)?paragraph|para"
                    + "|appendix|annex|row|line|column|col|volume|vol|issue|revision|rev|amendment|sheet|drawing|dwg|card|block|question|clause"
                    + "|level|stage|phase|case|example|msn|serial|ship|pin|port|uart|can|telem|output|input|channel|chan|motor|servo|relay|aux"
                    + "|bat|battery|power|terminal|socket|connector|cylinder|cyl|engine|eng|tank|zone|panel|station|sta|frame|stringer|rib"
                    + "|position|pos|system|sys|circuit|slot|bay|seat|gate|door|wheel|brake|t[iy]re|unit|mode|camera|cam|option"
                    + "|size|day|week|month|year|version)s?";
    /** Words before a number that is counted or measured and names nothing, and endings of words that tell what a gauge does. */
    private static final Pattern COUNTS = Pattern.compile(
            "(?:to|at|of|in|about|around|over|under|between|than|and|or|is|only|every|with|for|by|after|before|until|within"
                    + "|from|below|above|near|exactly|plus|just|say|limit|max|min|maximum|minimum|on|off|up|down|past|last|next"
                    + "|first|nearly|roughly|no|number|press|pressure|temp|temperature|egt|cht|itt|tit|rpm|torque|map|speed|gap"
                    + "|flow|volts?|amps?|load|value|reading|the|it|was|were|are|be|my|our|got|read|hit|ran|run|not|like|an|new|old"
                    + "|one|two|three|four|five|six|" + UNITS + "|" + NUMBERED + "|\\p{L}{3,}(?:s|ed|ing))",
            Pattern.CASE_INSENSITIVE);
    /** One of several, written as one word, also where several are spoken of: "the UART2s". */
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile(NUMBERED + "-?\\d{1,2}s?", Pattern.CASE_INSENSITIVE);

    private static final Pattern RUN = Pattern.compile("\\p{L}+|\\d+");
    private static final int SHORTEST = 4;
    private static final TermReader TERMS = new TermReader();

    /** The types that a question names, and where it names none, the makes. */
    static List<NamedType> in(String question) {
        List<Makes.Named> makes = Makes.standard().in(question);
        List<NamedType> types = types(question, makes);
        if (!types.isEmpty()) return types;
        return makes.stream()
                .map(named -> new NamedType(named.written(), true, named.make()::standsIn))
                .toList();
    }

    private static List<NamedType> types(String question, List<Makes.Named> makes) {
        var named = new ArrayList<NamedType>();
        Matcher matcher = WRITTEN.matcher(question);
        while (matcher.find())
            if (bare(matcher.group()).length() >= SHORTEST
                    && !ONE_OF_SEVERAL.matcher(matcher.group()).matches())
                named.add(new NamedType(matcher.group(), false, there(matcher.group())));
        List<Mention.Quantity> quantities = TERMS.read(question, Mention.Quantity.class);
        Matcher apart = APART.matcher(question);
        while (apart.find()) {
            boolean make = makes.stream().anyMatch(one -> one.end() == apart.end(1));
            int number = apart.start(2);
            boolean counted = COUNTS.matcher(apart.group(1)).matches()
                    || quantities.stream().anyMatch(one -> one.start() <= number && number < one.end());
            // "Boeing" and "Airbus" end as words do that tell what a gauge does.
            if (make || !counted) named.add(new NamedType(apart.group(), false, there(apart.group())));
        }
        return named;
    }

    boolean standsIn(String text) {
        return there.test(text);
    }

    /** Whether a word of the question, cut to its stem, is part of this. */
    boolean has(String word) {
        return bare(written).contains(bare(word));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Books write O-360 with the figure nought as well. */
    private static String eitherO(String run) {
        return run.equalsIgnoreCase("o") || run.equalsIgnoreCase("io") ? run.replaceAll("[oO]", "[o0]") : run;
    }

    /** With or without what joins letters and figures: O-360, O 360 and O360 are the same. */
    private static Predicate<String> there(String written) {
        String runs = String.join(
                "[-/. ]?",
                RUN.matcher(written).results().map(r -> eitherO(r.group())).toList());
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + runs + "(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .asPredicate();
    }
}
