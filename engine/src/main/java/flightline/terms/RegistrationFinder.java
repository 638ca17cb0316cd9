package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Registration marks: those of common form, and whatever the text itself calls registration or tail. */
final class RegistrationFinder implements Finder {
    // N1 and N2 are shaft speeds, so a United States mark needs three signs here.
    private static final Pattern UNITED_STATES = Pattern.compile(
            "(?<![\\w-])N[1-9](?:\\d{2,4}|\\d{1,3}[A-HJ-NP-Z]{1,2})(?![\\w-])", Pattern.CASE_INSENSITIVE);
    // In capitals only: "d-link" and "g-load" are words.
    private static final Pattern DASHED = Pattern.compile(
            "(?<![\\w-])(?:(?:G|D|F|I)-[A-Z]{4}|C-[FGI][A-Z]{3}"
                    + "|(?:9A|9H|9M|9V|4X|5B|A6|A7|A9C|CC|CN|CS|EC|EI|ER|ES|HA|HB|HS|HZ|LN|LV|LX|LY|LZ|OE|OH|OK|OM|OO|OY|PH"
                    + "|PK|PP|PR|PT|S5|SE|SP|SU|SX|TC|TF|TS|UR|VH|VT|XA|YL|YR|YU|ZK|ZS)-[A-Z]{3}|B-\\d{4}|RP-C\\d{3,4})(?![\\w-])");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:registration|reg\\.?|tail(?: number| no\\.?| nr\\.?)?)\\s*[:#]?\\s*(?<mark>[a-z0-9]{1,3}-[a-z0-9]{3,5}|n\\d[a-z0-9]{2,4})(?![\\w-])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Matcher m = NAMED.matcher(text); m.find(); )
            found.add(mark(m.start("mark"), m.end("mark"), m.group("mark")));
        for (Pattern pattern : List.of(UNITED_STATES, DASHED))
            for (Matcher m = pattern.matcher(text); m.find(); ) found.add(mark(m.start(), m.end(), m.group()));
        return found;
    }

    private static Mention mark(int start, int end, String text) {
        return new Mention.Registration(start, end, text.toUpperCase(Locale.ROOT));
    }
}
