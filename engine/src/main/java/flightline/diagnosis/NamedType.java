package flightline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A make, type, part number or registration that a question names: letters with figures behind them, such as V2500, O-360,
 * MS20470AD4 or ATR 72. A number with its unit is none, nor is one letter with one figure, as in N1.
 */
record NamedType(String written, Pattern there) {
    private static final String UNITS =
            "mph|knots?|kts?|psi[agd]?|bar|k?pa|rpm|degrees?|deg|c|f|percent|pct|minutes?|mins?|hours?|hrs?"
                    + "|seconds?|secs?|inch(?:es)?|in(?!\\s(?!hg)\\p{L})|ft|feet|foot|lbs?|pounds?|kg|quarts?|qts?|gallons?|gal|lit(?:er|re)s?|volts?|v|amps?|a"
                    + "|ohms?|ips|mm|cm|km|m|k?hz|mhz|years?|months?|days?|weeks?|cycles|landings|times|to|and|or";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])[\\p{L}]+-?\\d[\\p{L}\\p{N}]*(?:-[\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}])");
    /** A name with its number apart from it: "ATR 72", "part 145"; not a number with a unit behind it. */
    private static final Pattern APART = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])(\\p{L}{2,}) (\\d{2,4})(?![\\p{N}.,:/°%\"'-])(?!\\s?(?:" + UNITS + ")(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);
    /** Words before a number that is counted or measured and names nothing, and endings of words that tell what a gauge does. */
    private static final Pattern COUNTS = Pattern.compile(
            "(?:to|at|of|in|about|around|over|under|between|than|and|or|is|only|every|with|for|by|after|before|until|within"
                    + "|from|below|above|near|exactly|plus|just|say|limit|max|min|maximum|minimum|on|off|up|down|past|last|next"
                    + "|first|nearly|roughly|no|number|press|pressure|temp|temperature|egt|cht|itt|tit|rpm|torque|map|speed|gap"
                    + "|flow|volts?|amps?|load|value|reading|the|it|was|were|are|be|my|our|got|read|hit|ran|run|"
                    + UNITS
                    + "|\\p{L}{3,}(?:s|ed|ing))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RUN = Pattern.compile("\\p{L}+|\\d+");
    private static final int SHORTEST = 4;

    static List<NamedType> in(String question) {
        var named = new ArrayList<NamedType>();
        Matcher matcher = WRITTEN.matcher(question);
        while (matcher.find())
            if (bare(matcher.group()).length() >= SHORTEST)
                named.add(new NamedType(matcher.group(), there(matcher.group())));
        Matcher apart = APART.matcher(question);
        while (apart.find())
            if (!COUNTS.matcher(apart.group(1)).matches())
                named.add(new NamedType(apart.group(), there(apart.group())));
        return named;
    }

    boolean standsIn(String text) {
        return there.matcher(text).find();
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
    private static Pattern there(String written) {
        String runs = String.join(
                "[-/. ]?",
                RUN.matcher(written).results().map(r -> eitherO(r.group())).toList());
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + runs + "(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
