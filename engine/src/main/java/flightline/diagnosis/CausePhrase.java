package flightline.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cause as a trouble table words it, parted into what is at fault and how: "Defective spark plugs." is the part
 * {@code spark plugs} in the condition {@code defective}. What cannot be parted is the part as a whole, such as
 * {@code lack of fuel}.
 *
 * @param part lower case
 * @param condition lower case, empty where none is said
 */
record CausePhrase(String part, String condition) {
    private static final String STATES =
            "defective|faulty|failed|failing|worn|dirty|broken|damaged|bent|cracked|clogged|blocked|restricted|loose|leaking|leaky|corroded|"
                    + "shorted|open|grounded|burnt|burned|sheared|stuck|sticking|frozen|fouled|weak|discharged|incorrect|improper|wrong|malfunctioning|inoperative|"
                    + "contaminated|diluted|obstructed|misaligned|misadjusted|inaccurate|unbalanced|scored|torn|chafed|kinked|shrunken|magnetized|magnetised|"
                    + "unstable|seized|warped|excessive|insufficient|inadequate|low|high";
    private static final Pattern BEFORE = Pattern.compile("^(?:the |a |an )?((?:" + STATES + ")(?:(?:,| or|,? and)? (?:"
            + STATES + "))*)\\s+(?!of\\b|to\\b|or\\b|and\\b)(.+)$");
    private static final Pattern BEHIND = Pattern.compile(
            "^(.+?)\\s++((?:(?:is|are|was|were|set|adjusted|incorrectly|improperly|too|out of|does not|will not|not|stuck|sticking)\\b.*)|(?:"
                    + STATES
                    + "|tight|inoperative|malfunctions?|failure|leakage|leaks?|unlocked|closed|disconnected|empty)(?:\\s+(?:open|closed|or .+|and .+|partially .*|incorrectly))?)$");

    static CausePhrase of(String words) {
        String text = PartPhrases.fold(words).replaceAll("[.;:,]+$", "");
        Matcher before = BEFORE.matcher(text);
        if (before.matches()) return new CausePhrase(before.group(2), before.group(1));
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches() && behind.group(1).length() > 2) return new CausePhrase(behind.group(1), behind.group(2));
        return new CausePhrase(text, "");
    }
}
