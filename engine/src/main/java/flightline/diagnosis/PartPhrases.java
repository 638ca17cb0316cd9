package flightline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what was replaced, repaired or adjusted in a sentence that says so: "removed and replaced the left flap position
 * transmitter per …" gives {@code left flap position transmitter}.
 */
final class PartPhrases {
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:removed\\s*(?:and|&|/)\\s*(?:replaced|installed)|remove\\s*(?:and|&|/)\\s*replace|replac(?:e|ed|ing)|chang(?:e|ed)|rpl(?:'?d|cd)?|r\\s?[&/]\\s?r|r\\s?/\\s?i|repair(?:ed)?"
                    + "|adjust(?:ed)?|clean(?:ed)?|re-?rigged|tighten(?:ed)?|re-?torqued|drain(?:ed)?|re-?seat(?:ed)?|install(?:ed)? (?:a )?(?:new|serviceable))\\b\\s*:?(?:\\s+|(?=[.,;)]|$))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STOP = Pattern.compile(
            "[.,;:()\\[\\]\\n\\t]|\\bdmc-|\\b(?:iaw|i/a/w|per|ref|refer|as|in accordance|in|with|w/|on|at|to|and|due|for|from|if|when|that|which|was|were|is|ops|operational|op|checked|check|test|tested|found|by|using|because|of|p/n|pn|s/n)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:the|a|an|new|only|also|again|just|either|each|every|any|this|that|these|those|its|their|faulty|defective|failed|broken|worn|affected|suspect|damaged|both|all|applicable)(?:\\s+|$)",
            Pattern.CASE_INSENSITIVE);
    /** "clean or replace the valve": the object stands behind the second verb. */
    private static final Pattern SECOND_VERB = Pattern.compile("^(?:or|and)\\b", Pattern.CASE_INSENSITIVE);
    /** "the bearing or torque the nut": another thing to do, with an object of its own. */
    private static final Pattern OR_DO = Pattern.compile(
            "\\s+or\\s+\\p{L}+\\s+(?:the|a|an|its|it|them)\\b.*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** "the wiring or the sensor": two parts. */
    private static final Pattern OR_THE = Pattern.compile("\\s+or\\s+(?:the|a|an|its)\\s+", Pattern.CASE_INSENSITIVE);
    /** What is adjusted rather than a part that is at fault. */
    private static final Pattern NO_PART = Pattern.compile(
            "(?:it|gap|part|component|unit|item|them|same|parts|components|rig|rigging|pressure|fluid|oil|level|value|work|step|task)");

    /** A part or reference number behind the name; the name alone says which part it is. */
    private static final Pattern NUMBER = Pattern.compile("\\s+(?=\\S*\\d)[A-Za-z0-9/-]{3,}$");
    /** What stands between a part and what was done to it. */
    private static final Pattern PASSIVE = Pattern.compile(
            "\\b(?:was|were|is|are|does|did|do|has|have|had|will|can|could|may|might|shows?|has been|have been|had been|must be|to be|should be|being|and|found|removed)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** No noun phrase: "if it", "to", "ops check good". */
    private static final Pattern NO_SUBJECT = Pattern.compile(
            "^(?:if|when|to|then|or|not|must|should|can|may|as|it|they|we|i|that|there|which|who|because|so|until|after|before|while|once|no|any"
                    + "|check(?! valve)|make|ensure|verify|confirm|inspect|examine|measure|look|see|do|does|did|let|keep|allow|a|an|the)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words behind the name that say when or how far, not what: "replace it only when", "replace both again". */
    private static final Pattern TRAIL = Pattern.compile(
            "(?<!\\s)\\s++(?:only|again|also|too|first|then|now|next|instead|together|completely|immediately|once|twice|times|before|after|until|unless|where|while|necessary|required|possible|applicable|available|new|so|still|here|there|ok|satis(?:factory)?|sat|good)$",
            Pattern.CASE_INSENSITIVE);
    /** Stands for something named before, or says nothing of what it is. */
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:after|before|until|during|it|them|they|this|that|these|those|both|all|same|one|ones|each|either|neither|another|other|others|what|which|whichever|if|as|when|where|only|again|and|or|not|no|none|any|some|necessary|required)\\b.*",
            Pattern.CASE_INSENSITIVE);
    /** The verb is forbidden, or was not done. */
    private static final Pattern NOT = Pattern.compile(
            "(?:\\b(?:not|never|without|don't|didn't|cannot|can't)(?:\\s+(?:be|been|yet|being|have|only|just|simply|to))*\\s*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 7;

    private PartPhrases() {}

    static List<String> in(String text) {
        var found = new ArrayList<String>();
        Matcher verb = VERB.matcher(text);
        while (verb.find()) {
            if (NOT.matcher(text.substring(Math.max(0, verb.start() - 40), verb.start()))
                    .find()) continue;
            String rest = text.substring(verb.end());
            Matcher stop = STOP.matcher(rest);
            String phrase = withoutLead(stop.find() ? rest.substring(0, stop.start()) : rest);
            if (phrase.isEmpty() || SECOND_VERB.matcher(rest).find()) phrase = before(text.substring(0, verb.start()));
            phrase = OR_DO.matcher(phrase).replaceFirst("");
            for (String part : OR_THE.split(phrase, -1)) {
                String name = withoutTrail(NUMBER.matcher(withoutLead(part)).replaceFirst(""));
                if (isName(name) && !found.contains(fold(name))) found.add(fold(name));
            }
        }
        return found;
    }

    private static boolean isName(String phrase) {
        return !phrase.isEmpty()
                && !NO_NAME.matcher(phrase).matches()
                && phrase.chars().filter(Character::isLetter).count() >= 2
                && phrase.split("\\s+").length <= MOST_WORDS
                && !NO_PART.matcher(fold(phrase)).matches();
    }

    /** "the oil filter was removed and …": where the verb has no object, what stands before it is what was worked on. */
    private static String before(String text) {
        String clause = text.substring(text.length() - reach(text));
        Matcher passive = PASSIVE.matcher(clause);
        String phrase = withoutLead(passive.find() ? clause.substring(0, passive.start()) : clause);
        return VERB.matcher(phrase + " ").find() || NO_SUBJECT.matcher(phrase).find() ? "" : phrase;
    }

    /** Characters since the last mark that ends a clause. */
    private static int reach(String text) {
        int at = text.length();
        while (at > 0 && ".,;:()[]\n\t".indexOf(text.charAt(at - 1)) < 0) at--;
        return text.length() - at;
    }

    private static String withoutLead(String words) {
        String phrase = words.strip();
        Matcher lead = LEAD.matcher(phrase);
        while (lead.find()) {
            phrase = phrase.substring(lead.end()).strip();
            lead = LEAD.matcher(phrase);
        }
        return phrase;
    }

    private static String withoutTrail(String words) {
        String phrase = words.strip();
        Matcher trail = TRAIL.matcher(phrase);
        while (trail.find()) {
            phrase = phrase.substring(0, trail.start()).strip();
            trail = TRAIL.matcher(phrase);
        }
        return phrase;
    }

    /** Lower case, white space folded: the form in which part names are compared. */
    static String fold(String name) {
        return BLANKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Whether the words of the name stand in the phrase one after the other, plurals allowed. */
    static boolean names(String phrase, String name) {
        if (name.length() < 3) return false;
        for (int at = phrase.indexOf(name); at >= 0; at = phrase.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean ends = !inWord(phrase, end)
                    || (phrase.startsWith("s", end) && !inWord(phrase, end + 1))
                    || (phrase.startsWith("es", end) && !inWord(phrase, end + 2));
            if (ends && !inWord(phrase, at - 1)) return true;
        }
        return false;
    }

    private static boolean inWord(String phrase, int at) {
        if (at < 0 || at >= phrase.length()) return false;
        char c = phrase.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
