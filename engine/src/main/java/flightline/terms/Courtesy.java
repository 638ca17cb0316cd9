package flightline.terms;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What people write around a complaint to whoever reads it: greetings, thanks, and the frame of a request ("could you please tell
 * me why"). It says nothing of the aircraft. Every pattern is a phrase, so that no word of the trade is lost: a "help" or a
 * "check" by itself stays.
 */
public final class Courtesy {
    private static final String WHOM =
            "(?:team|all|everyone|everybody|folks|guys|colleagues|mates?|friends?|there|sirs?|madam|gents|gentlemen|ladies|support|maintenance|engineering|desk)";
    private static final String PLEASE = "(?:please|pls|plz|kindly)";
    private static final List<Pattern> PHRASES = List.of(
            // A greeting stands at the beginning.
            pattern(
                    "^\\W{0,3}(?:hi|hello|hey|hallo|dear|greetings|good (?:morning|afternoon|evening|day))(?:[ ,]{1,2}(?:and |maintenance |tech )?"
                            + WHOM + "){0,2}[,!.:; -]{1,4}(?=\\s|\\p{L}|$)"),
            pattern(
                    "\\b(?:many |much |kind |best |warm )?(?:thanks|thank you|thx|regards|cheers)(?: (?:so much|very much|a lot|in advance|again|for your (?:help|time|support|assistance|advice)|and (?:kind |best )?regards|team|all|guys)){0,2}\\b[,.! ]{0,3}"),
            pattern(
                    "\\b(?:any|your) (?:help|advice|assistance|ideas?|thoughts?|suggestions?)(?: (?:is|are|would be|will be))?(?: (?:much|greatly|highly|very))?(?: (?:appreciated|welcome|helpful))\\b[,.! ]{0,3}"),
            pattern(
                    "\\bany (?:ideas?|thoughts?|suggestions?|advice)(?: why| what(?: is wrong)?)?\\s?(?=[?.!]|$)[?.! ]{0,3}"),
            pattern(
                    "\\b(?:i am |i'm |we are )?(?:so )?sorry (?:to bother you|to trouble you|to ask|for (?:the )?(?:trouble|bother|inconvenience))\\b[,.! ]{0,3}"),
            pattern(
                    "\\b(?:could|can|would|will) (?:you|someone|anyone|anybody|somebody)(?: " + PLEASE
                            + ")?(?: (?:help me|help us|help|tell me|tell us|tell|explain|advise|let me know|let us know|say|assist me|assist us|assist))(?: "
                            + PLEASE
                            + ")?(?: (?:understand|find out|figure out|work out|with the question|to understand|to find out))?(?: (?:why|what|how|whether|if|with|about|me why)){0,1}\\b[,: ]{0,2}"),
            pattern(
                    "\\b" + PLEASE
                            + ",? (?:help me|help us|help(?=\\s?[:,.!]|\\s*$)|tell me|tell us|let me know|let us know|explain|advise)(?: (?:understand|find out|figure out))?(?: (?:why|what|how|whether|if|with|about)){0,1}\\b[,: ]{0,2}"),
            pattern(
                    "\\b(?:i|we)(?: would|'d| really)? (?:would like|like|want|need) to (?:know|understand|ask|find out)(?: (?:why|what|how|whether|if|about)){0,1}\\b[,: ]{0,2}"),
            pattern(
                    "\\b(?:i|we)(?: am| are|'m|'re| was| were)? (?:wonder|wondering)(?: (?:why|what|how|whether|if|about)){0,1}\\b[,: ]{0,2}"),
            pattern(
                    "\\bdo you (?:know|have any idea|happen to know)(?: (?:why|what|how|whether|if)){0,1}\\b[,: ]{0,2}"),
            pattern(
                    "\\b(?:i|we) (?:need|want|could use)(?: some)? (?:help|assistance|advice)(?: (?:with|on|about|understanding(?: why)?)){0,1}\\b[,.: ]{0,2}"),
            pattern("\\b" + PLEASE + "\\b[,.! ]{0,3}"));

    private Courtesy() {}

    private static Pattern pattern(String phrase) {
        return Pattern.compile(phrase, Pattern.CASE_INSENSITIVE);
    }

    /** What a whole sentence has beyond the shorthand of a log. */
    private static final Pattern GRAMMAR = Pattern.compile("\\b(?:the|is|are|was|were)\\b ?|\\?+\\s?$");

    /**
     * The text without such phrases, and where there were any without the articles and forms of "to be" of the sentence that they
     * framed, so that it is read as if it stood in a log; the text itself where it has none.
     */
    public static String without(String text) {
        String rest = text;
        for (Pattern phrase : PHRASES) rest = phrase.matcher(rest).replaceAll(" ");
        if (rest.length() == text.length()) return text;
        return GRAMMAR.matcher(rest.strip()).replaceAll("").strip();
    }
}
