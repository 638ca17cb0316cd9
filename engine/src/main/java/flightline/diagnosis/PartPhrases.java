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
                    + "|adjust(?:ed)?|clean(?:ed)?|re-?rigged|tighten(?:ed)?|re-?torqued|drain(?:ed)?|re-?seat(?:ed)?|install(?:ed)? (?:a )?(?:new|serviceable))\\b\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STOP = Pattern.compile(
            "[.,;:()\\[\\]\\n\\t]|\\bdmc-|\\b(?:iaw|i/a/w|per|ref|refer|as|in accordance|in|with|w/|on|at|to|and|due|for|from|if|when|that|which|was|were|is|ops|operational|op|checked|check|test|tested|found|by|using|because|of|p/n|pn|s/n)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:the|a|an|new|only|faulty|defective|failed|broken|worn|affected|suspect|damaged|both|all|applicable)\\s+",
            Pattern.CASE_INSENSITIVE);
    /** "clean or replace the valve": the object stands behind the second verb. */
    private static final Pattern SECOND_VERB = Pattern.compile("^(?:or|and)\\b", Pattern.CASE_INSENSITIVE);
    /** What is adjusted rather than a part that is at fault. */
    private static final Pattern NO_PART = Pattern.compile(
            "(?:it|gap|part|component|unit|item|them|same|parts|components|rig|rigging|pressure|fluid|oil|level|value|work|step|task)");

    /** A part or reference number behind the name; the name alone says which part it is. */
    private static final Pattern NUMBER = Pattern.compile("\\s+(?=\\S*\\d)[A-Za-z0-9/-]{3,}$");

    private static final int MOST_WORDS = 7;

    private PartPhrases() {}

    static List<String> in(String text) {
        var found = new ArrayList<String>();
        Matcher verb = VERB.matcher(text);
        while (verb.find()) {
            String rest = text.substring(verb.end());
            Matcher stop = STOP.matcher(rest);
            String phrase = (stop.find() ? rest.substring(0, stop.start()) : rest).strip();
            Matcher lead = LEAD.matcher(phrase);
            while (lead.find()) {
                phrase = phrase.substring(lead.end()).strip();
                lead = LEAD.matcher(phrase);
            }
            phrase = NUMBER.matcher(phrase).replaceFirst("");
            boolean named = !phrase.isEmpty() && phrase.split("\\s+").length <= MOST_WORDS;
            if (named
                    && !SECOND_VERB.matcher(phrase).find()
                    && !NO_PART.matcher(fold(phrase)).matches()) found.add(fold(phrase));
        }
        return found;
    }

    /** Lower case, white space folded: the form in which part names are compared. */
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** Whether the words of the name stand in the phrase one after the other, plurals allowed. */
    static boolean names(String phrase, String name) {
        if (name.length() < 3) return false;
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(name) + "(?:s|es)?(?![a-z0-9])")
                .matcher(phrase)
                .find();
    }
}
