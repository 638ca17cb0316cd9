package flightline.diagnosis.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of several a complaint speaks of: the sides and the numbers that it names.
 *
 * @param sides {@code L} and {@code R}
 * @param numbers of systems, engines, wheels and the like, 1 to 9
 */
record Whereabouts(Set<String> sides, Set<String> numbers) {
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

    Whereabouts {
        sides = Set.copyOf(sides);
        numbers = Set.copyOf(numbers);
    }

    static Whereabouts in(String text) {
        var sides = new HashSet<String>();
        var numbers = new HashSet<String>();
        for (Matcher m = SIDE.matcher(text); m.find(); ) sides.add(m.group("left") != null ? "L" : "R");
        for (Matcher m = NUMBER.matcher(text); m.find(); )
            for (String group : new String[] {"after", "hash", "before"})
                if (m.group(group) != null) numbers.add(m.group(group));
        return new Whereabouts(sides, numbers);
    }

    /** Whether both say where, and it is not the same place. */
    boolean contradicts(Whereabouts other) {
        return apart(sides, other.sides) || apart(numbers, other.numbers);
    }

    boolean meets(Whereabouts other) {
        return shares(sides, other.sides) || shares(numbers, other.numbers);
    }

    private static boolean apart(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && !shares(some, others);
    }

    private static boolean shares(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
