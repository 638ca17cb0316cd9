package flightline.diagnosis;

import java.util.List;
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
            "defective|faulty|bad|failed|failing|worn|dirty|broken|damaged|bent|cracked|clogged|blocked|restricted|loose|leaking|leaky|corroded|"
                    + "shorted|open|grounded|burnt|burned|sheared|stuck|sticking|frozen|fouled|weak|discharged|incorrect|improper|wrong|malfunctioning|inoperative|"
                    + "contaminated|diluted|obstructed|misaligned|misadjusted|inaccurate|unbalanced|scored|torn|chafed|kinked|shrunken|magnetized|magnetised|"
                    + "unstable|seized|warped|excessive|insufficient|inadequate|low|high";
    private static final Pattern BEFORE = Pattern.compile("^(?:the |a |an )?((?:" + STATES + ")(?:(?:,| or|,? and)? (?:"
            + STATES + "))*)\\s+(?!of\\b|to\\b|or\\b|and\\b)(.+)$");
    private static final Pattern BEHIND = Pattern.compile(
            "^(.+?)\\s++((?:(?:is|are|was|were|may|might|can|could|has|have|set|adjusted|incorrectly|improperly|too|out of|does not|will not|not|stuck|sticking)\\b.*)|(?:"
                    + STATES
                    + "|tight|inoperative|malfunctions?|failure|leakage|leaks?|unlocked|closed|disconnected|empty)(?:\\s+(?:open|closed|or .+|and .+|partially .*|incorrectly))?)$");

    /** "Failure of the fuel pump": what is wrong stands before the part. */
    private static final Pattern OF = Pattern.compile(
            "^((?:internal |external |excessive |partial )?(?:failure|malfunction|defect|damage|wear|blockage|leakage|leak|obstruction|corrosion|contamination|restriction|crack|break|short circuit|play))"
                    + " (?:of|in|to|at|from|on|inside) (?:the |a |an )?(.+)$");

    /** A clause that says when, or that it may be so: "If the light stays on, the switch may be stuck". */
    private static final Pattern CLAUSE =
            Pattern.compile("^(?:if|when|where|while|after|with|on|during)\\b[^,]{1,80}+,\\s*");

    private static final Pattern PERHAPS = Pattern.compile(
            "^(?:probably|possibly|maybe|perhaps|usually|most likely|likely|check for|caused by|due to|because of)\\s+");
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an|there is|there are)\\s+");
    /** Several causes in one cell; a state begins the next, so that "spark plugs or wires" stay together. */
    private static final Pattern NEXT = Pattern.compile(
            "[;•▪●\\n]|(?:^|\\.?\\s)\\(?\\d{1,2}[.)]\\s|(?<=[\\p{L})])\\.\\s|,? or (?=(?:the |an? )?(?:" + STATES
                    + ")\\s+(?!or\\b|and\\b)\\p{L})",
            Pattern.CASE_INSENSITIVE);

    /** The causes that one cell of a table tells, in their order. */
    static List<CausePhrase> in(String cell) {
        return NEXT.splitAsStream(cell)
                .filter(words -> words.chars().anyMatch(Character::isLetter))
                .map(CausePhrase::of)
                .distinct()
                .toList();
    }

    static CausePhrase of(String words) {
        String text = PartPhrases.fold(words).replaceAll("[.;:,]+$", "").strip();
        for (Pattern lead : List.of(CLAUSE, PERHAPS, ARTICLE))
            text = lead.matcher(text).replaceFirst("");
        Matcher of = OF.matcher(text);
        if (of.matches()) return new CausePhrase(of.group(2), of.group(1));
        Matcher before = BEFORE.matcher(text);
        if (before.matches()) return new CausePhrase(before.group(2), before.group(1));
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches() && behind.group(1).length() > 2) return new CausePhrase(behind.group(1), behind.group(2));
        return new CausePhrase(text, "");
    }
}
