package flightline.diagnosis.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Units of measure as they are written; one unit has one name, and no unit is turned into another. */
final class Units {
    /** Most words of a unit that is written out. */
    private static final int LONGEST = 4;

    private static final String TABLE = """
            psi = psi, pounds per square inch, pound per square inch, lb per sq in
            psid = psid
            psig = psig
            inhg = in hg, inches of mercury, inch of mercury, inhg, in of mercury, inches hg
            pa = pa
            kpa = kpa
            mpa = mpa
            bar = bar, bars
            mbar = mbar
            n·m = n·m, nm, newton meters, newton metres, n m
            lbf·ft = lbf·ft, lbf ft, lb·ft, lb ft, ft·lb, ft lb, ft lbs, foot pounds, foot pound, pound feet
            lbf·in = lbf·in, lbf in, lb·in, lb in, in·lb, in lb, in lbs, inch pounds, inch pound, pound inches
            n = n, newton, newtons
            lbf = lbf
            lb = lb, lbs, pound, pounds
            kg = kg, kilogram, kilograms
            g = g, gram, grams
            oz = oz, ounce, ounces
            m = m, meter, meters, metre, metres
            cm = cm, centimeter, centimeters
            mm = mm, millimeter, millimeters, millimetre, millimetres
            µm = µm, μm, micron, microns
            km = km
            in = in, inch, inches, ″
            ft = ft, foot, feet
            mile = mile, miles
            nm·sea = nmi, nautical miles
            v = v, volt, volts
            vdc = vdc, v dc, volts dc
            vac = vac, v ac, volts ac
            mv = mv, millivolts
            kv = kv, kilovolts
            a = a, amp, amps, ampere, amperes
            ma = ma, milliamps
            ω = ω, ohm, ohms
            kω = kω, kilohms, kilohm
            mω = mω, megohm, megohms, milliohm, milliohms, mohm, mohms
            w = w, watt, watts
            kw = kw, kilowatts
            hp = hp, horsepower
            bhp = bhp
            hz = hz, hertz, cps
            khz = khz
            mhz = mhz
            °c = °c, degrees c, degrees celsius, degrees centigrade, degree celsius
            °f = °f, degrees f, degrees fahrenheit, degree fahrenheit
            ° = °, deg, degree, degrees
            % = %, percent, per cent
            s = s, sec, secs, second, seconds
            ms = ms, milliseconds
            min = min, mins, minute, minutes
            h = h, hr, hrs, hour, hours
            fh = fh, flight hours
            day = day, days
            week = week, weeks
            month = month, months
            year = year, years
            cycle = cycle, cycles
            turn = turn, turns
            rpm = rpm, revolutions per minute
            mph = mph, miles per hour
            kt = kt, kts, knot, knots
            l = l, liter, liters, litre, litres
            ml = ml
            gal = gal, gallon, gallons
            qt = qt, quart, quarts
            pint = pint, pints
            in/s = in/s, in·s, ips, inches per second
            ft/s = ft/s, ft·s, feet per second, feet second
            mi/h = mile hour, miles hour
            ft/min = ft/min, ft·min, fpm, feet per minute
            lb/h = pounds per hour, lb per hour, pph
            gph = gph, gallons per hour
            """;
    /** Units whose capital letter tells milli from mega. */
    private static final Pattern CAPITAL_COUNTS = Pattern.compile("[mM](?:[ΩωWVAN]|Pa|Hz|[Oo]hms?)");

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String line : TABLE.lines().toList()) {
            String[] sides = line.split("=", 2);
            for (String written : sides[1].split(",")) NAMES.put(written.strip(), sides[0].strip());
        }
        // What is written out says by itself which of the two it is.
        NAMES.put("milliohm", "mω-small");
        NAMES.put("milliohms", "mω-small");
        NAMES.put("megohm", "mω-great");
        NAMES.put("megohms", "mω-great");
    }

    private Units() {}

    /**
     * @param name what it is compared by
     * @param words how many words it was written in
     */
    record Unit(String name, int words) {}

    /** The longest unit that these words begin with; empty where they begin with none. */
    static Optional<Unit> opening(List<String> words) {
        for (int many = Math.min(LONGEST, words.size()); many >= 1; many--) {
            String written = String.join(" ", words.subList(0, many));
            String plain = written.replace(".", "").replace('-', ' ').replaceAll(" ?[/*] ?", "·");
            String name = NAMES.get(plain.toLowerCase(Locale.ROOT).replace('Ω', 'ω'));
            if (name == null) continue;
            if (CAPITAL_COUNTS.matcher(plain).matches()) name += plain.charAt(0) == 'm' ? "-small" : "-great";
            return Optional.of(new Unit(name, many));
        }
        return Optional.empty();
    }
}
