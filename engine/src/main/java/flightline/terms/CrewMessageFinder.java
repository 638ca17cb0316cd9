package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages of a crew alerting system: what stands in quotes beside the word message, EICAS, ECAM, CAS, light or
 * caution, or in capitals beside it in a text that is otherwise not in capitals.
 */
final class CrewMessageFinder implements Finder {
    private static final Pattern QUOTED = Pattern.compile("[\"“]\\s*(?<text>\\p{L}[\\p{L}\\d /.&-]{1,48}?)\\s*[\"”]");
    private static final Pattern CAPITALS =
            Pattern.compile("\\b(?<text>[A-Z][A-Z0-9/-]{0,15}(?: [A-Z0-9][A-Z0-9/-]{0,15}){1,5})\\b");
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(?:messages?|msgs?|eicas|ecam|cas|caution|advisory|warning|light|lt|annunciat\\w+|displayed)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SYSTEM = Pattern.compile("^(?:EICAS|ECAM|CAS)\\s+|\\s+(?:EICAS|ECAM|CAS)$");
    /** Where the left or right one of something stands, "R MLG wheel warning light": a message only beside a word for one. */
    private static final Pattern SIDE_AND_PART = Pattern.compile("(?:L|R|LH|RH|LT|RT|L/H|R/H|LEFT|RIGHT) [A-Z]{2,12}");

    private static final Pattern NAMED_MESSAGE = Pattern.compile(
            "\\b(?:messages?|msgs?|eicas|ecam|cas|annunciat\\w+|displayed)\\b", Pattern.CASE_INSENSITIVE);
    private static final int REACH = 32;

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        add(found, QUOTED, text);
        if (mixedCase(text)) add(found, CAPITALS, text);
        return found;
    }

    private static void add(List<Mention> found, Pattern pattern, String text) {
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            String message = withoutParts(SYSTEM.matcher(m.group("text")).replaceAll(""));
            if (message.isBlank() || (pattern.equals(CAPITALS) && message.indexOf(' ') < 0)) continue;
            Pattern told =
                    pattern.equals(CAPITALS) && SIDE_AND_PART.matcher(message).matches() ? NAMED_MESSAGE : BESIDE;
            if (!beside(told, text, m.start(), m.end())) continue;
            int start = m.start("text") + m.group("text").indexOf(message);
            found.add(new Mention.CrewMessage(
                    start,
                    start + message.length(),
                    message.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT)));
        }
    }

    /** What stands before the first part number: "R MLG F3231-11" is no message. */
    private static String withoutParts(String message) {
        return PartNumberFinder.firstShaped(message).stream()
                .mapToObj(at -> message.substring(0, at).strip())
                .findFirst()
                .orElse(message);
    }

    private static boolean beside(Pattern told, String text, int start, int end) {
        return told.matcher(text.substring(Math.max(0, start - REACH), Math.min(text.length(), end + REACH)))
                .find();
    }

    private static boolean mixedCase(String text) {
        long lower = text.chars().filter(Character::isLowerCase).count();
        long upper = text.chars().filter(Character::isUpperCase).count();
        return lower > upper;
    }
}
