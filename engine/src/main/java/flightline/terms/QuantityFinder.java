package flightline.terms;

import flightline.terms.Mention.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with their units. One-letter units are taken only where they cannot be a word: {@code 28V}, {@code 28 V},
 * {@code 5A} but not {@code 5 a} and not a seat.
 */
final class QuantityFinder implements Finder {
    private static final Map<String, Unit> UNITS = units();
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile(
            "(?<![\\w.,/-])(?<number>[-+]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+))(?<gap>[ -]?)(?<unit>"
                    + String.join(
                            "|",
                            UNITS.keySet().stream()
                                    .sorted((a, b) -> b.length() - a.length())
                                    .map(Pattern::quote)
                                    .toList())
                    + ")(?![\\p{L}\\d°])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int REACH = 64;
    private static final Pattern SEAT_BEFORE = Pattern.compile(
            "(?:seats?|rows?)\\W{1,3}(?:[a-z]+\\W{1,2}){0,2}(?:\\d{1,2}[a-l]{1,6}\\W{1,3}(?:(?:and|or|to) )?){0,8}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEAT_BEHIND = Pattern.compile(
            "\\W{0,2}(?:pax |passenger )?(?:seats?\\b|seat-?belt|recline|arm-?rest|head-?rest|foot-?rest|tray|ife\\b|reading li?gh?t)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Matcher m = NUMBER_AND_UNIT.matcher(text); m.find(); ) {
            String written = m.group("unit");
            if (!certain(written, m.group("gap"), text, m)) continue;
            Unit unit = Objects.requireNonNull(UNITS.get(written.toLowerCase(Locale.ROOT)));
            double value = Double.parseDouble(m.group("number").replace(",", ""));
            found.add(new Mention.Quantity(
                    m.start(), m.end(), value, unit.symbol(), unit.dimension(), unit.toBase(value)));
        }
        return found;
    }

    private static boolean certain(String unit, String gap, String text, Matcher m) {
        if (unit.equals("in") || unit.equals("IN")) return gap.isEmpty();
        if (unit.length() > 1) return true;
        if ("%\"°Ω".contains(unit)) return true;
        if ("acfh".indexOf(Character.toLowerCase(unit.charAt(0))) >= 0 && isSeat(text, m)) return false;
        if (unit.equalsIgnoreCase("a")) return unit.equals("A");
        return gap.isEmpty() || Character.isUpperCase(unit.charAt(0)) || unit.equals("v");
    }

    /** "Seat 23C" and "23C recline" are no temperatures. */
    private static boolean isSeat(String text, Matcher m) {
        return SEAT_BEFORE
                        .matcher(text.substring(Math.max(0, m.start() - REACH), m.start()))
                        .find()
                || SEAT_BEHIND.matcher(text).region(m.end(), text.length()).lookingAt();
    }

    private record Unit(String symbol, Dimension dimension, double factor, double offset) {
        double toBase(double value) {
            return value * factor + offset;
        }
    }

    private static Map<String, Unit> units() {
        var units = new HashMap<String, Unit>();
        put(units, Dimension.PRESSURE, "psi", 6.894757, "psi", "psig", "psia", "psid", "lb/in2", "lbs/sq in");
        put(units, Dimension.PRESSURE, "bar", 100, "bar", "bars");
        put(units, Dimension.PRESSURE, "mbar", 0.1, "mbar", "millibar", "millibars", "hpa");
        put(units, Dimension.PRESSURE, "kPa", 1, "kpa");
        put(units, Dimension.PRESSURE, "MPa", 1000, "mpa");
        put(units, Dimension.PRESSURE, "inHg", 3.386389, "inhg", "in hg", "in. hg", "inches of mercury");
        units.putAll(temperatures());
        put(units, Dimension.TORQUE, "N·m", 1, "n·m", "nm", "n-m", "n.m", "n m", "newton metres", "newton meters");
        // The point is written with other signs that look the same.
        put(units, Dimension.TORQUE, "N·m", 1, "n⋅m", "n•m", "n∙m", "n*m");
        put(units, Dimension.TORQUE, "daN·m", 10, "dan·m", "dan.m", "dan-m", "danm");
        put(units, Dimension.TORQUE, "lbf·in", 0.1129848, "lbf·in", "lbf-in", "lbf.in", "lbf in", "in-lb", "in-lbs");
        put(units, Dimension.TORQUE, "lbf·in", 0.1129848, "in-lbf", "in lbs", "in lb", "inch pounds", "inch-pounds");
        put(
                units,
                Dimension.TORQUE,
                "lbf·in",
                0.1129848,
                "lb-in",
                "lb in",
                "lb.in",
                "in. lb",
                "in.lb",
                "in.-lb",
                "lb·in");
        put(units, Dimension.TORQUE, "lbf·ft", 1.355818, "lbf·ft", "lbf-ft", "lbf.ft", "lbf ft", "ft-lb", "ft-lbs");
        put(units, Dimension.TORQUE, "lbf·ft", 1.355818, "ft-lbf", "ft lbs", "ft lb", "foot pounds", "foot-pounds");
        put(units, Dimension.TORQUE, "lbf·ft", 1.355818, "lb-ft", "lb ft", "lb.ft", "ft.lb", "lb·ft");
        put(units, Dimension.VOLTAGE, "V", 1, "v", "volt", "volts", "vdc", "vac", "v dc", "v ac");
        put(units, Dimension.VOLTAGE, "mV", 0.001, "mv", "millivolts");
        put(units, Dimension.CURRENT, "A", 1, "a", "amp", "amps", "ampere", "amperes");
        put(units, Dimension.CURRENT, "mA", 0.001, "ma", "milliamps");
        put(units, Dimension.RESISTANCE, "Ω", 1, "Ω", "ohm", "ohms");
        put(units, Dimension.RESISTANCE, "kΩ", 1000, "kΩ", "kohm", "kohms", "kilohms");
        put(units, Dimension.RESISTANCE, "MΩ", 1e6, "MΩ", "mohm", "megohm", "megohms");
        put(units, Dimension.MASS, "kg", 1, "kg", "kgs", "kilograms");
        put(units, Dimension.MASS, "lb", 0.45359237, "lb", "lbs", "pound", "pounds");
        put(units, Dimension.ROTATION, "rpm", 1, "rpm");
        put(units, Dimension.PERCENT, "%", 1, "%", "percent", "pct");
        put(units, Dimension.LENGTH, "in", 25.4, "in", "inch", "inches", "\"");
        put(units, Dimension.LENGTH, "mm", 1, "mm", "millimetres", "millimeters");
        put(units, Dimension.LENGTH, "cm", 10, "cm");
        put(units, Dimension.LENGTH, "ft", 304.8, "ft", "feet", "foot");
        put(units, Dimension.TIME, "h", 60, "h", "hr", "hrs", "hour", "hours");
        put(units, Dimension.TIME, "min", 1, "min", "mins", "minute", "minutes");
        put(units, Dimension.TIME, "s", 1.0 / 60, "sec", "secs", "second", "seconds");
        put(units, Dimension.VOLUME, "l", 1, "litre", "litres", "liter", "liters");
        put(units, Dimension.VOLUME, "US gal", 3.785412, "gal", "gals", "gallon", "gallons");
        put(units, Dimension.VOLUME, "US qt", 0.946353, "qt", "qts", "quart", "quarts");
        put(units, Dimension.SPEED, "kt", 1, "kt", "kts", "knot", "knots", "kias");
        put(units, Dimension.FREQUENCY, "Hz", 1, "hz");
        put(units, Dimension.FREQUENCY, "kHz", 1000, "khz");
        put(units, Dimension.FREQUENCY, "MHz", 1e6, "mhz");
        put(units, Dimension.ANGLE, "°", 1, "°", "deg", "degs", "degree", "degrees");
        return Map.copyOf(units);
    }

    private static Map<String, Unit> temperatures() {
        var celsius = new Unit("°C", Dimension.TEMPERATURE, 1, 0);
        var fahrenheit = new Unit("°F", Dimension.TEMPERATURE, 5.0 / 9, -32 * 5.0 / 9);
        var units = new HashMap<String, Unit>();
        for (String sign : List.of("°", "° ", "deg ", "degs ", "degree ", "degrees ", "deg. ", "deg", "")) {
            units.put(sign + "c", celsius);
            units.put(sign + "f", fahrenheit);
        }
        units.put("degrees celsius", celsius);
        units.put("celsius", celsius);
        units.put("degrees fahrenheit", fahrenheit);
        units.put("fahrenheit", fahrenheit);
        return units;
    }

    private static void put(
            Map<String, Unit> units, Dimension dimension, String symbol, double factor, String... forms) {
        for (String form : forms) units.put(form.toLowerCase(Locale.ROOT), new Unit(symbol, dimension, factor, 0));
    }
}
