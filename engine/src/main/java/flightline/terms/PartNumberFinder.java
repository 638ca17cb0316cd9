package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Part and serial numbers: those named as such, and tokens whose shape leaves little doubt. */
final class PartNumberFinder implements Finder {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String TOKEN = "[a-z0-9]+(?:[-/.][a-z0-9]+)*";
    private static final Pattern NAMED_PART = Pattern.compile(
            "\\b(?:p/n|m?pn|p/no|part (?:number|nr|no\\.?))(?: (?:on|off))?\\s*+[:#=]?\\s*+(?<number>(?=[a-z0-9/.-]*\\d)"
                    + TOKEN + ")",
            FLAGS);
    private static final Pattern NAMED_SERIAL = Pattern.compile(
            "\\b(?:s/n|sn|serial (?:number|nr|no\\.?))(?: (?:on|off))?\\s*+[:#=]?\\s*+(?<number>(?=[a-z0-9/.-]*\\d)"
                    + TOKEN + ")",
            FLAGS);
    // Four digits at least, and a dash or a letter among them: 65-24608-17, 141a8240u37, be4107-9.
    private static final Pattern SHAPED = Pattern.compile(
            "(?<![\\w./-])(?=(?:[a-z-]*\\d){4})(?=\\d*[a-z-])(?<number>[a-z]{0,4}\\d[a-z0-9]*(?:-[a-z0-9]+)*)(?![\\w/-]|\\.\\d)",
            FLAGS);
    private static final Pattern NOT_A_PART = Pattern.compile(
            "\\d{1,4}-\\d{1,2}-\\d{1,4}" // dates and the like
                    + "|\\d{1,2}[a-z]{3}\\d{2,4}" // 13dec17
                    + "|\\d+(?:st|nd|rd|th|s|h|hr|hrs|ft|z|lbs?|k|kts?)"
                    + "|(?:fl|bs|sta|ws|wl|rbl|lbl|stgr|flt|ship|row|lp)\\d+"
                    + "|[a-z]{1,4}-?\\d{3}-\\d{1,4}[a-z]*" // models: b737-800
                    + "|\\d{3}-\\d{3}[a-z]*|[a-z]\\d{1,3}-\\d{1,3}"
                    + "|\\d{1,2}[a-l]{1,6}(?:-\\d{0,2}[a-l]{1,6})+", // seats: 12a-14f
            FLAGS);
    private static final Pattern OTHER_NUMBER_BEFORE = Pattern.compile(
            "(?:\\b(?:log|page|nrc|card|flt|flight|ship|grb|po|w/o|wo|era|ea|ecra|eo|ref|id|task|step|item|dwg|drawing|batch|lot|request|rar|tsi|sip|fig|rev|mt|t)\\s*+(?:no\\.?|nr|number|page)?\\s*+[:#]*+\\s*+)$",
            FLAGS);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Matcher m = NAMED_PART.matcher(text); m.find(); )
            found.add(new Mention.PartNumber(m.start("number"), m.end("number"), upper(m.group("number"))));
        for (Matcher m = NAMED_SERIAL.matcher(text); m.find(); )
            found.add(new Mention.SerialNumber(m.start("number"), m.end("number"), upper(m.group("number"))));
        for (Matcher m = SHAPED.matcher(text); m.find(); )
            if (isPart(m, text)) found.add(new Mention.PartNumber(m.start(), m.end(), upper(m.group())));
        return found;
    }

    /** Where the first one stands that only its shape tells; empty where there is none. */
    static OptionalInt firstShaped(String text) {
        for (Matcher m = SHAPED.matcher(text); m.find(); ) if (isPart(m, text)) return OptionalInt.of(m.start());
        return OptionalInt.empty();
    }

    private static boolean isPart(Matcher m, String text) {
        return !NOT_A_PART.matcher(m.group()).matches()
                && !OTHER_NUMBER_BEFORE
                        .matcher(text.substring(Math.max(0, m.start() - 24), m.start()))
                        .find();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
