package flightline.diagnosis.memory;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of several a complaint speaks of: the sides, numbers and places that it names.
 *
 * @param sides {@code L} and {@code R}
 * @param numbers of systems, engines, wheels and the like, 1 to 9
 * @param doors also windows: side and number, as {@code L1}
 * @param rows of seats
 * @param stations whole inches or millimetres, as the text has them
 */
record Whereabouts(Set<String> sides, Set<String> numbers, Set<String> doors, Set<String> rows, Set<String> stations) {
    private static final Pattern SIDE = Pattern.compile(
            "(?<![\\w/])(?:(?<left>left(?:[- ]hand)?|l/h|lh|lhs|lft|l|capt(?:ain)?(?:'?s)?)"
                    + "|(?<right>right(?:[- ]hand)?|r/h|rh|rhs|rt|r|f/o))(?![\\w/])",
            Pattern.CASE_INSENSITIVE);
    private static final String THING =
            "(?:eng(?:ine)?s?|gen(?:erator)?|hyd|bleed|pack|prop(?:eller)?|adc|ahrs?u?|edp|pump|wheel|brake|brk|ty?i?re|du|gcu"
                    + "|no\\.?|nr\\.?|nbr|number|bus|sys(?:tem)?|channel|ch|loop|np|itt|tq|nh|eec|chip|start(?:er)?|batt(?:ery)?"
                    + "|tank|valve|radio|vhf|hf|fcu|cpc|igniter|bottle|oil|fuel|press|blade|feather|light|exit|apu|temp|ht|heat)";
    // "gen 2", "#2", "1 bleed"; "eng 2 min" and "row 12" are none.
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<![\\w/])" + THING + "\\s?(?:no\\.?\\s?|nr\\.?\\s?)?#?(?<after>[1-9])|#\\s?(?<hash>[1-9])"
                    + "|(?<![\\w/.,-])(?<before>[1-4])\\s(?:eng(?:ine)?|gen(?:erator)?|prop|hyd|bleed|pack)\\b)"
                    + "(?![\\d.,%/+-]*\\d)(?!\\s?(?:psi|deg|min|sec|mm|l\\b|%|x\\b|legs?|times?|days?|nd|rd|th|st|c\\b|v\\b|a\\b|kg|in\\b))",
            Pattern.CASE_INSENSITIVE);

    // "L1 door", "r2 slide", "2L door"; "1L" alone is a litre.
    private static final Pattern DOOR = Pattern.compile(
            "(?<![\\w/])(?:(?<side>[lr])(?<nr>[1-9])|(?<before>[1-9])(?<behind>[lr])(?=\\s(?:door|slide|exit|window)))(?![\\w/])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW = Pattern.compile(
            "(?<!\\w)(?:seats?|rows?)\\s(?:row\\s|at\\s)?(\\d{1,2})(?![\\d/])", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATION =
            Pattern.compile("(?<!\\w)(?:sta(?:tion)?|bs|fs|ws|hss)\\.?\\s?(\\d{2,4})(?!\\d)", Pattern.CASE_INSENSITIVE);

    Whereabouts {
        sides = Set.copyOf(sides);
        numbers = Set.copyOf(numbers);
        doors = Set.copyOf(doors);
        rows = Set.copyOf(rows);
        stations = Set.copyOf(stations);
    }

    static Whereabouts in(String text) {
        var sides = new HashSet<String>();
        var numbers = new HashSet<String>();
        for (Matcher m = SIDE.matcher(text); m.find(); ) sides.add(m.group("left") != null ? "L" : "R");
        for (Matcher m = NUMBER.matcher(text); m.find(); )
            for (String group : new String[] {"after", "hash", "before"})
                if (m.group(group) != null) numbers.add(m.group(group));
        var doors = new HashSet<String>();
        for (Matcher m = DOOR.matcher(text); m.find(); )
            doors.add(
                    (m.group("side") != null ? m.group("side") + m.group("nr") : m.group("behind") + m.group("before"))
                            .toUpperCase(Locale.ROOT));
        return new Whereabouts(sides, numbers, doors, all(ROW, text), all(STATION, text));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Whether both say where, and it is not the same place. */
    boolean contradicts(Whereabouts other) {
        return apart(sides, other.sides)
                || apart(numbers, other.numbers)
                || apart(doors, other.doors)
                || apart(rows, other.rows)
                || apart(stations, other.stations);
    }

    boolean meets(Whereabouts other) {
        return shares(sides, other.sides)
                || shares(numbers, other.numbers)
                || shares(doors, other.doors)
                || shares(rows, other.rows)
                || shares(stations, other.stations);
    }

    private static boolean apart(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && !shares(some, others);
    }

    private static boolean shares(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
