package flightline.eval.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a true sentence of a passage false by one change. */
final class Falsifier {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,/-])\\d+(?:[.,]\\d+)*(?![\\w/.,-]*\\d|[-⁄]?\\w*-)");
    private static final Pattern COUNT = Pattern.compile("\\b(two|three|four|five|six|seven|eight|ten|twelve)\\b");
    private static final List<String> COUNTS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "ten", "twelve");
    private static final Map<String, String> UNITS = units();
    private static final Pattern MEASURED = Pattern.compile("(?<![\\w.,/-])(\\d+(?:[.,]\\d+)*)(\\s?)("
            + String.join(
                    "|",
                    UNITS.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .map(Pattern::quote)
                            .toList())
            + ")(?![\\w·/])");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?<![\\w-])(?:[A-Z]{1,5}-?\\d[\\w./-]*\\d\\w*|\\d{2}-\\d{2}(?:-\\d{2})?|\\d+[A-Z]+\\d*(?:-\\w+)+|[A-Z]+\\d{3,}\\w*|\\d{1,2}-\\d{1,2}(?=[\\].,]|$))(?!\\w)");
    private static final String SIDES = """
            left right; upper lower; top bottom; front rear; forward aft; inboard outboard; inner outer; internal external; inside outside; above below;
            clockwise counterclockwise; intake exhaust; inlet outlet; upstream downstream; positive negative; primary secondary; radial axial; vertical horizontal""";
    private static final String ACTS = """
            open close; opened closed; opens closes; install remove; installed removed; connect disconnect; connected disconnected; attach detach;
            tighten loosen; tightened loosened; increase decrease; increases decreases; increased decreased; extend retract; extended retracted;
            engage disengage; engaged disengaged; lock unlock; high low; higher lower; highest lowest; more less; rich lean; start stop; fill drain;
            maximum minimum; rise fall; large small; hot cold; long short; heavy light; begin end; raise lower""";
    private static final String BOUNDS =
            "at least=at most; at most=at least; more than=less than; less than=more than; maximum=minimum; minimum=maximum;"
                    + " not exceed=not fall below; about =exactly ; approximately =exactly ; only =also ; usually =always ; generally =always ; sometimes =always ; some =all ";
    private static final String DUTIES =
            "must=may; shall=may; should=must; should=may; may=must; can=must; must=should; may=should; can =cannot ";
    private static final Pattern AUXILIARY =
            Pattern.compile("\\b(?:is|are|was|were|can|may|must|should|will|does|do)\\b(?! (?:not|no)\\b)");
    private static final Pattern DENIED = Pattern.compile("\\b(?:not|never) |\\bcan(not)\\b|\\b(?:D)o not ");
    private static final Pattern IMPERATIVE = Pattern.compile(
            "^(?:Do not |)(Remove|Install|Check|Inspect|Open|Close|Turn|Clean|Tighten|Replace|Disconnect|Connect|Apply|Adjust|Set|Push|Pull|Put|Move|Loosen|Torque|Lubricate|Examine|Make|Drain|Fill|Use|Start|Stop|Place|Measure|Attach|Release|Hold|Press|Lift|Lower) ");
    private static final Pattern CONDITION =
            Pattern.compile("^(?:If|When|Unless|Before|Once) [^,]{8,90}, (\\p{L})(.{20,})$");
    private static final Pattern TRAILING =
            Pattern.compile("^(.{25,}?),? (?:if|unless|until|only if|only when|except when|provided that) .{8,}\\.$");

    private static final Pattern THING =
            Pattern.compile("\\b(?:the|a|an) (\\p{Ll}{4,})\\b(?! (?:same|other|following))");

    private final Dice dice;

    Falsifier(Dice dice) {
        this.dice = dice;
    }

    /** Every false sentence that can be made of this one, by kind; one of each kind at most. */
    Map<String, String> of(String sentence, String passage) {
        var made = new LinkedHashMap<String, String>();
        put(made, "number", number(sentence));
        put(made, "number of the passage", otherNumber(sentence, passage));
        put(made, "count", count(sentence));
        put(made, "unit", unit(sentence));
        put(made, "unit converted", converted(sentence));
        put(made, "part number or reference", identifier(sentence));
        put(made, "side or position", pair(sentence, SIDES));
        put(made, "opposite act or degree", pair(sentence, ACTS));
        put(made, "bound or degree", exchange(sentence, BOUNDS));
        put(made, "modality", exchange(sentence, DUTIES));
        put(made, "negation added", negated(sentence));
        put(made, "negation lost", affirmed(sentence));
        put(made, "condition lost", unconditional(sentence));
        put(made, "order", order(sentence));
        put(made, "thing exchanged", thing(sentence, passage));
        put(made, "things swapped", swappedThings(sentence));
        made.values().removeIf(text -> text.equals(sentence) || passage.contains(text));
        return made;
    }

    /** Two steps in the wrong order. */
    Optional<String> swapped(String first, String second) {
        boolean steps =
                IMPERATIVE.matcher(first).find() && IMPERATIVE.matcher(second).find();
        return steps && !first.equals(second) ? Optional.of(second + " " + first) : Optional.empty();
    }

    private Optional<String> number(String sentence) {
        return pick(NUMBER, sentence).map(found -> replaced(sentence, found, changed(found.group())));
    }

    /** Another number that the same passage holds. */
    private Optional<String> otherNumber(String sentence, String passage) {
        Optional<MatchResult> found = pick(NUMBER, sentence);
        if (found.isEmpty()) return Optional.empty();
        List<String> others = NUMBER.matcher(passage)
                .results()
                .map(MatchResult::group)
                .filter(n -> !n.equals(found.get().group()))
                .distinct()
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(replaced(sentence, found.get(), dice.one(others)));
    }

    private Optional<String> count(String sentence) {
        return pick(COUNT, sentence).map(found -> {
            String other = dice.one(COUNTS);
            return replaced(sentence, found, other.equals(found.group()) ? "nine" : other);
        });
    }

    private Optional<String> unit(String sentence) {
        return pick(MEASURED, sentence)
                .map(found -> replaced(
                        sentence, found, found.group(1) + found.group(2) + UNITS.getOrDefault(found.group(3), "mm")));
    }

    private Optional<String> converted(String sentence) {
        for (MatchResult found : MEASURED.matcher(sentence).results().toList()) {
            double value = Double.parseDouble(found.group(1).replace(",", ""));
            String other = switch (found.group(3)) {
                case "psi" -> String.format(Locale.ROOT, "%.1f kPa", value * 6.895);
                case "°F" -> String.format(Locale.ROOT, "%.0f °C", (value - 32) / 1.8);
                case "°C" -> String.format(Locale.ROOT, "%.0f °F", value * 1.8 + 32);
                case "inch", "inches", "in" -> String.format(Locale.ROOT, "%.1f mm", value * 25.4);
                case "mm" -> String.format(Locale.ROOT, "%.2f inch", value / 25.4);
                case "pounds", "lb" -> String.format(Locale.ROOT, "%.1f kg", value * 0.4536);
                case "N·m" -> String.format(Locale.ROOT, "%.0f lbf·in", value * 8.851);
                case "minutes" -> String.format(Locale.ROOT, "%.0f seconds", value * 60);
                default -> "";
            };
            if (!other.isEmpty()) return Optional.of(replaced(sentence, found, other));
        }
        return Optional.empty();
    }

    private Optional<String> identifier(String sentence) {
        return pick(IDENTIFIER, sentence).map(found -> replaced(sentence, found, changed(found.group())));
    }

    private String changed(String written) {
        var digits = new ArrayList<Integer>();
        for (int i = 0; i < written.length(); i++) if (Character.isDigit(written.charAt(i))) digits.add(i);
        int at = dice.one(digits);
        int digit = written.charAt(at) - '0';
        int other = (digit + 1 + dice.below(8)) % 10;
        if (other == 0 && at == 0) other = digit == 9 ? 8 : 9;
        return written.substring(0, at) + other + written.substring(at + 1);
    }

    private Optional<String> pair(String sentence, String pairs) {
        var ways = new ArrayList<String>();
        for (String pair : pairs.split(";")) {
            String[] two = pair.strip().split(" ");
            for (int side = 0; side < 2; side++)
                exchanged(sentence, two[side], two[1 - side]).ifPresent(ways::add);
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(dice.one(ways));
    }

    private Optional<String> exchange(String sentence, String table) {
        var ways = new ArrayList<String>();
        for (String row : table.split(";")) {
            String[] two = row.split("=");
            exchanged(sentence, two[0].strip(), two[1].strip()).ifPresent(ways::add);
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(dice.one(ways));
    }

    private static Optional<String> exchanged(String sentence, String word, String other) {
        Matcher found = Pattern.compile("(?<![\\w-])" + word + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
                .matcher(sentence);
        if (!found.find()) return Optional.empty();
        boolean capital = Character.isUpperCase(found.group().charAt(0));
        String put = capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other;
        return Optional.of(replaced(sentence, found.toMatchResult(), put));
    }

    private Optional<String> negated(String sentence) {
        if (IMPERATIVE.matcher(sentence).find())
            return Optional.of("Do not " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1));
        return pick(AUXILIARY, sentence).map(found -> replaced(sentence, found, found.group() + " not"));
    }

    private Optional<String> affirmed(String sentence) {
        return pick(DENIED, sentence).map(found -> {
            String denied = found.group();
            if (denied.equals("cannot")) return replaced(sentence, found, "can");
            if (!denied.startsWith("Do")) return replaced(sentence, found, "");
            String rest = sentence.substring(found.end());
            return sentence.substring(0, found.start()) + Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
        });
    }

    private Optional<String> unconditional(String sentence) {
        Matcher leading = CONDITION.matcher(sentence);
        if (leading.matches() && !sentence.startsWith("Before"))
            return Optional.of(leading.group(1).toUpperCase(Locale.ROOT) + leading.group(2));
        Matcher trailing = TRAILING.matcher(sentence);
        return trailing.matches() ? Optional.of(trailing.group(1) + ".") : Optional.empty();
    }

    /** Another thing that the passage speaks of. */
    private Optional<String> thing(String sentence, String passage) {
        Optional<MatchResult> found = pick(THING, sentence);
        if (found.isEmpty()) return Optional.empty();
        String word = found.get().group(1);
        List<String> others = THING.matcher(passage)
                .results()
                .map(thing -> thing.group(1))
                .filter(other -> !other.startsWith(word.substring(0, 3)))
                .distinct()
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(sentence.substring(0, found.get().start(1))
                        + dice.one(others)
                        + sentence.substring(found.get().end(1)));
    }

    private static Optional<String> swappedThings(String sentence) {
        List<MatchResult> things = THING.matcher(sentence).results().toList();
        if (things.size() < 2) return Optional.empty();
        MatchResult one = things.getFirst();
        MatchResult two = things.getLast();
        if (one.group(1).startsWith(two.group(1).substring(0, 3))) return Optional.empty();
        // Joined by "and" or "or" they may change places.
        if (sentence.substring(one.end(), two.start()).matches(" (?:and|or) (?:the )?")) return Optional.empty();
        return Optional.of(sentence.substring(0, one.start(1))
                + two.group(1)
                + sentence.substring(one.end(1), two.start(1))
                + one.group(1)
                + sentence.substring(two.end(1)));
    }

    private Optional<String> order(String sentence) {
        var ways = new ArrayList<String>();
        exchanged(sentence, "before", "after").ifPresent(ways::add);
        exchanged(sentence, "after", "before").ifPresent(ways::add);
        exchanged(sentence, "prior to", "after").ifPresent(ways::add);
        exchanged(sentence, "first", "last").ifPresent(ways::add);
        return ways.isEmpty() ? Optional.empty() : Optional.of(dice.one(ways));
    }

    private Optional<MatchResult> pick(Pattern pattern, String sentence) {
        List<MatchResult> all = pattern.matcher(sentence).results().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.one(all));
    }

    private static String replaced(String sentence, MatchResult found, String other) {
        return sentence.substring(0, found.start()) + other + sentence.substring(found.end());
    }

    private static void put(Map<String, String> made, String kind, Optional<String> text) {
        text.ifPresent(one -> made.put(kind, one));
    }

    private static Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        for (String pair :
                ("psi=kPa; kPa=psi; °F=°C; °C=°F; inches=mm; inch=mm; in=mm; mm=inch; cm=mm; pounds=kilograms; lb=kg; N·m=lbf·ft; Nm=lbf·in;"
                                + " volts=amperes; V=A; A=V; percent=psi; minutes=hours; seconds=minutes; hours=cycles; rpm=mph; horsepower=kilowatts; feet=inches;"
                                + " gallons=quarts; quarts=gallons; degrees=inches; bar=psi; ohms=volts; miles=feet; %=psi; kg=lb; s=min; min=h; h=min; m=ft; ft=m")
                        .split(";")) {
            String[] two = pair.strip().split("=");
            units.put(two[0], two[1]);
        }
        return units;
    }
}
