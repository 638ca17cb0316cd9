package flightline.records.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of people by what stands before them: a title, an initial, a word for having done, said or signed something. In
 * capitals throughout every word looks like a name, so there only a word that the vocabulary does not know is one.
 */
final class PersonFinder {
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]{2,}";
    private static final String INITIAL = "\\p{Lu}\\.\\s?";
    private static final Pattern TITLED = Pattern.compile(
            "\\b(?i:capt(?:ain)?|f/o|first officer|mr|mrs|ms|dr|sgt|sergeant|lt|insp(?:ector)?|mech(?:anic)?|foreman|supervisor|crew chief"
                    + "|amt|a&p|ame|qc|lead)\\b[.:]?\\s+(?<name>(?:" + INITIAL + "){0,2}" + NAME + "(?:\\s+(?:"
                    + INITIAL + ")?" + NAME + "){0,2})");
    private static final Pattern DONE_BY = Pattern.compile(
            "\\b(?i:(?:inspected|performed|accomplished|completed|signed(?: off)?|approved|written|reported|found|replaced|installed|removed|checked"
                    + "|verified|released|entered)\\s+by|spoke (?:with|to)|talked (?:with|to)|contact(?:ed)?|call(?:ed)?|attn|attention|informed|notified|advised|name|signed|submitted by|submitter|contact person)\\b\\s*[:.]?\\s+"
                    + "(?<name>(?:" + INITIAL + "){0,2}" + NAME + "(?:\\s+(?:" + INITIAL + ")?" + NAME + "){0,2})");
    private static final Pattern INITIALLED = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])(?<name>(?:" + NAME + "\\s+)?(?:" + INITIAL + "){1,2}" + NAME + ")(?![\\p{L}\\p{N}])");
    /** Said of many things in the trade, so two words must look like a name. */
    private static final Pattern FULL_NAME = Pattern.compile(
            "\\b(?i:pilot(?: in command)?|pic|owner|piloted by|flown by|operator|passenger|student|instructor|cfi)\\b[:,]?\\s+(?<name>"
                    + NAME + "\\s+(?:" + INITIAL + ")?" + NAME + ")(?![\\p{L}\\p{N}])");

    private static final Pattern FIRST = Pattern.compile("(?<first>" + NAME + ")\\s+(?<initial>" + INITIAL + ")");
    private static final Pattern WORD = Pattern.compile("[\\p{L}'’-]+\\.?");
    /** Capitalised in mixed text, and no names: the trade writes so. */
    private static final Set<String> NO_NAME = Set.of(
            "maintenance",
            "engineering",
            "control",
            "tech",
            "ops",
            "operations",
            "quality",
            "boeing",
            "airbus",
            "crew",
            "company",
            "contract",
            "line");

    /** Letters of a word that is no abbreviation. */
    private static final int LONG = 5;

    private final Predicate<String> known;

    /** @param known whether a word in lower case is English or of the trade */
    PersonFinder(Predicate<String> known) {
        this.known = known;
    }

    /** @param start 0-based, and {@code end} behind the last letter */
    record Found(int start, int end) {}

    List<Found> find(String text) {
        var found = new ArrayList<Found>();
        boolean capitals = text.codePoints().filter(Character::isLowerCase).count()
                < text.codePoints().filter(Character::isUpperCase).count();
        for (Pattern pattern : List.of(TITLED, DONE_BY, INITIALLED))
            for (Matcher m = pattern.matcher(text); m.find(); ) {
                int start = start(text, m.start("name"), capitals);
                int end = end(text, start, m.end("name"), capitals);
                if (end > start) found.add(new Found(pattern == TITLED ? m.start("name") : start, end));
            }
        for (Matcher m = FULL_NAME.matcher(text); m.find(); )
            if (end(text, m.start("name"), m.end("name"), capitals) == m.end("name"))
                found.add(new Found(m.start("name"), m.end("name")));
        return found;
    }

    /** Behind a first word that is none, where an initial follows it: "PILOT T. QWIZZLE", and also "Mr. Will T. Qwizzle". */
    private int start(String text, int start, boolean capitals) {
        Matcher first = FIRST.matcher(text).region(start, text.length());
        return first.lookingAt() && !isName(first.group("first"), capitals) ? first.start("initial") : start;
    }

    /** Where the words stop being a name; the start where the first is none. */
    private int end(String text, int start, int until, boolean capitals) {
        int end = start;
        Matcher word = WORD.matcher(text).region(start, until);
        while (word.find()) {
            String one = word.group();
            boolean initial = one.length() == 2 && one.endsWith(".");
            if (!initial && !isName(one, capitals)) break;
            if (!initial) end = word.end();
        }
        return end;
    }

    private boolean isName(String word, boolean capitals) {
        String low = word.toLowerCase(Locale.ROOT);
        if (NO_NAME.contains(low) || low.length() < (capitals ? 4 : 3)) return false;
        // Where small letters are used, a short word in capitals is an abbreviation.
        boolean shout = word.equals(word.toUpperCase(Locale.ROOT));
        return !known.test(low) && (capitals || !shout || word.length() >= LONG);
    }
}
