package flightline.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A quantity that a question may ask for: the words that ask for it, and how a text that gives it writes it. */
enum AskedQuantity {
    MONEY(
            "a price",
            "\\bprices?\\b|\\bcosts?\\b|\\b(?:shop|labou?r|hourly) rate\\b|\\bdollars\\b",
            Pattern.compile("[$€£]\\s*\\d|\\d\\s*(?:dollars|usd|euros?)\\b", Pattern.CASE_INSENSITIVE)),
    VOLTAGE(
            "a voltage",
            "\\b(?:what|how (?:much|many)|which|max|min|maximum|minimum)\\b[^?]{0,30}\\bvolt(?:s|age)\\b"
                    + "|\\bvoltage (?:of|at|on|across)\\b|\\boutput volt(?:s|age)\\b|\\bin volts\\b",
            measured("volts?|v|kv|mv|vdc|vac")),
    RESISTANCE("a resistance", "\\bohms\\b|\\bwhat resistance\\b", measured("ohms?|Ω|k?Ω|megohms?|kilohms?")),
    CURRENT(
            "a current",
            "\\bhow many amp(?:ere)?s\\b|\\bwhat (?:current|amps)\\b|\\bin amps\\b",
            measured("amps?|amperes?|a|ma|milliamperes?")),
    TORQUE(
            "a torque",
            "\\btorque (?:on|of|for|value|figure|should)\\b|\\b(?:what|which)\\b[^?]{0,40}\\btorque\\b(?! wrench)|\\bhow tight\\b"
                    + "|\\btorque\\s*(?:[?,.]|$)|\\b(?:inch|foot)[ -]pounds\\b",
            measured("(?:in|ft|inch|foot)[.\\-/ ·]*(?:lbs?f?|pounds?)|n\\s?[·.\\-]?\\s?m")),
    PRESSURE(
            "a pressure",
            "\\bwhat (?:\\w+ ){0,3}pressure\\b|\\bpressure (?:should|limits?|range)\\b"
                    + "|\\b(?:minimum|maximum|min|max) (?:\\w+ ){0,3}pressure\\b|\\bpsi\\b|\\bt[iy]re pressure\\b|\\bpre-?charge\\b",
            measured(
                    "psi[agd]?|(?:m|k)?pa|hpa|k?bar|pounds per square inch|inches of mercury|(?:\"|in\\.?|”)?\\s*hg|lb/in")),
    TEMPERATURE(
            "a temperature",
            "\\bhow (?:hot|cold|cool)\\b|\\b(?:what|which) temp(?:erature)?\\b|\\b(?:max|maximum|min|minimum) (?:itt|egt|cht|tit)\\b"
                    + "|\\bdegrees [cf]\\b",
            measured("[°º˚]\\s?[cf]?|degrees? [cf]|[cf]")),
    ANGLE("an angle", "\\bdegrees\\b(?! [cf]\\b)|\\bwhat angle\\b|\\bblade angle at\\b", measured("[°º˚]|degrees?")),
    HOURS("hours", "\\bhow many hours\\b|\\bin hours\\b|\\btbo\\b|\\bhours between\\b", measured("hours?|hrs?")),
    MINUTES(
            "minutes or seconds",
            "\\bhow many (?:minutes|seconds|secs|mins)\\b",
            measured("minutes?|mins?|seconds?|secs?")),
    YEARS("years", "\\bin years\\b|\\bhow many years\\b|\\bshelf life\\b", measured("years?|months?")),
    LENGTH(
            "a length",
            "\\bmillimet(?:er|re)s\\b|\\bmils\\b|\\binches\\b|\\bthousandths\\b|\\bdiameter of\\b|\\bhow (?:thin|thick|wide|deep)\\b"
                    + "|\\bdistance for\\b|\\bclearance (?:on|of|for)\\b|\\brun-?out\\b|\\bmicrons?\\b"
                    + "|\\bthickness of\\b|\\b(?:free|overall) length\\b|\\blength (?:of|limit)\\b|\\bdepth limit\\b|\\bwear limit\\b",
            measured(
                    "\"|”|in\\.?|inch(?:es)?|mm|millimet(?:er|re)s?|mils?|thousandths?|feet|ft|cm|microns?|of an inch")),
    VOLUME(
            "a quantity of liquid",
            "\\b(?:how many|in) (?:quarts|gallons|liters|litres|pints)\\b|\\bsump (?:hold|capacity)\\b|\\b(?:oil|fuel|fluid|tank) capacity\\b",
            measured("quarts?|qts?|gallons?|gal|lit(?:er|re)s?|l|pints?|cc|cubic (?:cm|centimeters|inches)")),
    WEIGHT(
            "a weight",
            "\\bhow heavy\\b|\\bweight of\\b|\\bin (?:pounds|ounces|kilos|kg)\\b|\\bhow many (?:pounds(?! of thrust)|ounces|kilos|kg)\\b|\\bhow much does\\b[^?]{0,40}\\bweigh\\b",
            measured("pounds?|lbs?|kg|kilograms?|ounces?|oz|grams?|g")),
    SPEED_OF_ROTATION(
            "a speed of rotation",
            "\\b(?:what|how many|how much|static|max|maximum|min|minimum) rpm\\b|\\brpm range\\b|\\brpm of\\b",
            measured("rpm|r\\.p\\.m\\.|revolutions per minute")),
    POWER(
            "a power",
            "\\b(?:rated|output|take-?off|continuous) power of\\b|\\bhow (?:many|much) (?:hp|horsepower|kw|kilowatts)\\b",
            measured("b?hp|horsepower|kw|kilowatts?")),
    PART_NUMBER(
            "a part number",
            "\\bpart (?:number|no)\\b|\\bp/n\\b|\\bspec(?:ification)? number\\b|\\bwhich mil[ -]spec\\b",
            Pattern.compile("\\b(?=[A-Z0-9/-]*[A-Z])(?=[A-Z0-9/-]*\\d)[A-Z0-9][A-Z0-9/-]{5,}\\b")),
    MAKER(
            "a maker",
            "\\bwho (?:makes|sells|supplies)\\b|\\b(?:brand|manufacturer) of\\b",
            Pattern.compile(
                    "\\b(?:made|manufactured|produced|supplied|sold) by\\b|\\b(?:Inc|Corp|Ltd|Company|Corporation)\\b")),
    PIN(
            "a pin or terminal",
            "\\b(?:which|what) (?:pin|terminal|socket)\\b",
            Pattern.compile("\\b(?:[Pp]in|[Tt]erminal|[Ss]ocket)s?\\s(?:[Nn]o\\.?\\s)?(?:[A-Z]|\\d{1,3})\\b")),
    COLOUR(
            "a colour",
            "\\b(?:what|which) colou?r\\b",
            Pattern.compile(
                    "\\b(?:red|blue|green|yellow|white|black|brown|orange|purple|amber|gr[ae]y|pink|straw|violet|lavender|clear)\\b",
                    Pattern.CASE_INSENSITIVE));

    /** In words, as in "asked is for …". */
    final String words;

    private final Pattern asked;
    private final Pattern given;

    AskedQuantity(String words, String asked, Pattern given) {
        this.words = words;
        this.asked = Pattern.compile(asked, Pattern.CASE_INSENSITIVE);
        this.given = given;
    }

    private static Pattern measured(String units) {
        return Pattern.compile(
                "(?:\\d[\\d,.]*|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|quarter|fourth)|[½¼¾⁄])"
                        + "(?:\\s*[-–]\\s*|\\s+)?(?:" + units + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE);
    }

    /** What the question asks for; empty where it asks for no quantity that is known here. */
    static List<AskedQuantity> of(String question) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.asked.matcher(question).find())
                .toList();
    }

    boolean givenIn(String text) {
        return given.matcher(text).find();
    }
}
