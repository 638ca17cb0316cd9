package flightline.records;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a story told in one text into what was observed and what was found and done.
 *
 * <p>Mechanical: the cut lies before the first word of finding or work ({@code found}, {@code replaced}, {@code r/r}),
 * with the one who did it where named ({@code maintenance replaced}). Words that a crew's deed may begin with too
 * ({@code performed}, {@code reset}) count only at the start of a sentence and not before a procedure or a manoeuvre.
 * What was not found is no finding. Safe to share.
 */
public final class NarrativeCutter {
    private static final String WHO =
            "(?:(?:the\\s+)?(?:maintenance|mx|mtc|mtce|maint|mechanics?|technicians?|engineers?|amts?)"
                    + "(?:\\s+(?:personnel|crew|control|team|then|has|have|also|actions?))*\\s*:?\\s+|inspection\\s+(?=found|revealed))";
    private static final String SURE =
            "found|removed(?:\\s?and)?|replaced|repaired|installed|inspected|reinstalled|re-?secured"
                    + "|troubleshoot(?:ing)?(?!\\s+light)|r\\s?[&/+]\\s?r|r and r|right & right|corrective action";
    private static final String AT_SENTENCE_START =
            "re-?set|performed|accomplished|troubleshot|t/s|adjusted|cleaned|tightened|re-?rigged|rigged|serviced|secured"
                    + "|lubricated|blended|swapped|reseated|tested|checked|verified|changed|complied with|carried out";
    private static final String NOT_THE_CREWS =
            "(?!\\s+(?:by\\s+(?:the\\s+)?(?:crew|pilot|captain)|(?:the\\s+|an?\\s+)?(?:qrh|qrc|check\\s?list|emergency|rapid"
                    + "|descent|landing|approach|diversion|go-around|air\\s+turn|return|missed|procedure|non-normal|memory|recall)))";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern WORK = Pattern.compile(WHO + "?(?:" + SURE + ")\\b", FLAGS);
    private static final Pattern SOMEONES_WORK =
            Pattern.compile(WHO + "(?:" + AT_SENTENCE_START + ")\\b" + NOT_THE_CREWS, FLAGS);
    private static final Pattern WORK_AT_START =
            Pattern.compile("(?:then\\s+|and\\s+)?(?:" + AT_SENTENCE_START + ")\\b" + NOT_THE_CREWS, FLAGS);
    // What those patterns can begin with; nothing is tried elsewhere.
    private static final String FIRST_LETTERS = "abcefilmprstv";
    private static final Pattern DENIED =
            Pattern.compile("\\b(?:no|not|nothing|without|never|nil)\\b[^.;:,]*$", Pattern.CASE_INSENSITIVE);
    // A complaint of fewer letters tells nothing: "fwd cargo: found ..." begins with its finding.
    private static final int LEAST = 15;
    private static final int CLAUSE = 160;
    private static final Set<Character> LOOSE_ENDS = Set.of(' ', '.', ',', ';', ':', '-', '\t', '\n', '\r');

    /**
     * The two halves, both cut from the narrative.
     *
     * @param complaint without the sign that ended it; the whole narrative where no work is told
     * @param action empty where no work is told
     */
    public record Halves(String complaint, String action) {}

    public Halves cut(String narrative) {
        Matcher work = WORK.matcher(narrative).useTransparentBounds(true);
        Matcher someones = SOMEONES_WORK.matcher(narrative).useTransparentBounds(true);
        Matcher atStart = WORK_AT_START.matcher(narrative).useTransparentBounds(true);
        for (int at = LEAST; at < narrative.length(); at++) {
            char before = narrative.charAt(at - 1);
            if (Character.isLetterOrDigit(before) || before == '_' || before == '-') continue;
            if (FIRST_LETTERS.indexOf(Character.toLowerCase(narrative.charAt(at))) < 0) continue;
            boolean found = (begins(work, at) && !isDenied(narrative, at, work.group()))
                    || begins(someones, at)
                    || (startsSentence(narrative, at) && begins(atStart, at));
            if (found)
                return new Halves(
                        withoutLooseEnd(narrative.substring(0, at)),
                        narrative.substring(at).strip());
        }
        return new Halves(narrative.strip(), "");
    }

    private static boolean begins(Matcher matcher, int at) {
        return matcher.region(at, matcher.regionEnd()).lookingAt();
    }

    private static boolean startsSentence(String narrative, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(narrative.charAt(before))) before--;
        return before >= 0 && ".;:".indexOf(narrative.charAt(before)) >= 0;
    }

    private static boolean isDenied(String narrative, int at, String word) {
        return word.strip().equalsIgnoreCase("found")
                && DENIED.matcher(narrative.substring(Math.max(0, at - CLAUSE), at))
                        .find();
    }

    private static String withoutLooseEnd(String text) {
        int end = text.length();
        while (end > 0 && LOOSE_ENDS.contains(text.charAt(end - 1))) end--;
        return text.substring(0, end).strip();
    }
}
