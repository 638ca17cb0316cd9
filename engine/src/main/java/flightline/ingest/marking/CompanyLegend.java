package flightline.ingest.marking;

import flightline.corpus.Marking;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line by which a company keeps a document to itself: its words, with its name or an order beside them. */
final class CompanyLegend {
    private static final int LONGEST = 90;

    /** They are a legend whoever's name stands beside them, or nobody's. */
    private static final Pattern LEGEND =
            Pattern.compile("(?iu)\\b(?:(?:company|business|commercial|commercial[- ]in)[- ]confiden(?:ce|tial)"
                    + "|company (?:private|proprietary)|strictly (?:private (?:and|&) )?confidential|private (?:and|&) confidential"
                    + "|(?:confidential ?(?:and|&|/) ?)?proprietary(?: ?(?:and|&|/) ?confidential)?(?: information| data)?"
                    + "|confidential information|(?:streng |firmen)?vertraulich"
                    + "|(?:(?:for|nur f(?:ü|ue)r) )?(?:company )?(?:internal use only|internen gebrauch))(?![\\w-])");
    /** A word of the language, and a legend beside a name. */
    private static final Pattern WORD = Pattern.compile("\\b(?:CONFIDENTIAL|Confidential)(?![\\w-])");

    private static final String TOKEN = "(?:\\p{Lu}[\\p{L}\\p{N}.,'’&()/]{0,30}|&|of|and|de|©|\\(C\\)|\\d{4})";
    private static final Pattern NAME = Pattern.compile(TOKEN + "(?:[ -]" + TOKEN + "){0,6}");
    /** Who writes so tells what is done with confidential matters. */
    private static final Pattern TELLING = Pattern.compile(
            "(?i).*\\b(?:the|a|an|this|that|these|is|are|be|not|how|why|what|who|keep\\w*|treat\\w*|handl\\w*|report\\w*|disclos\\w*"
                    + "|your|our|their|its|all|any|for|to|in|with|until|when|if|after|identit\\w+|program\\w*|polic(?:y|ies)|agreements?|surveys?)\\b.*");

    private static final Pattern ORDER = Pattern.compile(
            "(?i)(?:do not|not to be|not for|no part|internal|for internal|all rights|unauthori[sz]ed|property of|copyright|©|copy \\d|page \\d).*");
    private static final Pattern PARTED = Pattern.compile(" ?[-:|,.;(/]+ ?");

    private CompanyLegend() {}

    /** @param line blanks single, dashes all {@code -}, without what decorates it */
    static Optional<Marking> read(String line) {
        if (line.length() > LONGEST) return Optional.empty();
        Matcher legend = LEGEND.matcher(line);
        Matcher word = WORD.matcher(line);
        boolean whole = legend.find();
        Matcher found = whole ? legend : word;
        if (!whole && !word.find()) return Optional.empty();
        String before = line.substring(0, found.start());
        String after = line.substring(found.end());
        boolean named = !before.isBlank() || !after.isBlank();
        if (!owner(before) || !(after.isBlank() || beside(after)) || !(whole || named)) return Optional.empty();
        // A title may begin with the word; a level stands in capitals.
        if (!whole && before.isBlank() && !found.group().equals("CONFIDENTIAL")) return Optional.empty();
        boolean proprietary = line.toLowerCase(Locale.ROOT).contains("proprietary");
        return Optional.of(new Marking(proprietary ? "PROPRIETARY" : "COMPANY CONFIDENTIAL"));
    }

    private static boolean owner(String before) {
        String name = before.replaceFirst("[ :|,-]+$", "");
        return name.isEmpty() || isName(name);
    }

    private static boolean beside(String after) {
        Matcher parted = PARTED.matcher(after);
        if (!parted.lookingAt()) return false;
        String rest = after.substring(parted.end()).replaceFirst("[)\\s.]+$", "");
        return rest.isEmpty() || ORDER.matcher(rest).matches() || isName(rest);
    }

    private static boolean isName(String words) {
        return NAME.matcher(words).matches() && !TELLING.matcher(words).matches();
    }
}
