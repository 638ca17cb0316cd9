package flightline.diagnosis;

import java.util.regex.Pattern;

/** What a question is after, by its words, and how a sentence that gives such a thing tends to be written. */
enum AskedFor {
    VALUE(
            "\\bhow (?:much|many|long|far|often|high|low|hot|cold|big|thick|thin|tight|soon|wide|deep|rich|lean|heavy)\\b"
                    + "|\\b(?:torque|limits?|maximum|minimum|max|min|tolerance|percent\\w*|ratio|degrees|rpm|psi|mph|ips"
                    + "|voltage|pressure|temp\\w*|speed|seconds|minutes|hours|gap|clearance|interval|capacity)\\b"
                    + "|\\bat what\\b|\\bwhat (?:share|figure|sort of voltage|resistance|weight|quantity)\\b",
            "\\d+(?:[.,]\\d+)?\\s*(?:%|°|\"|”|[\\p{L}Ω]{1,8})|\\b(?:one|two|three|four|five|six|eight|ten|twelve)\\b"),
    REASON(
            "\\b(?:why|causes?|reasons?|how come|what brings|connected|problem|trouble|what can|what happens)\\b",
            "\\b(?:because|due to|caus\\w+|result\\w*|prevent\\w*|since|therefore|so that|in order|lead\\w* to|to avoid"
                    + "|purpose|if|reduc\\w+|allow\\w*)\\b"),
    RULE(
            "\\b(?:can i|can you|can we|is it ok|ok to|may i|may we|do i|do we|should i|should we|must|allowed|safe to|legal)\\b",
            "\\b(?:must|should|shall|never|not|cannot|may|only|always|required|reject\\w*|recommended)\\b"),
    MEANING(
            "\\b(?:what is|whats|what's|what are|meant|meaning|purpose|what for|for what|there for|what does|what do|function|difference)\\b",
            "\\b(?:is|are|refers?|means?|called|known as|defined|purpose|used to|serves?|provides?|function\\w*)\\b");

    private final Pattern asked;
    private final Pattern given;

    AskedFor(String asked, String given) {
        this.asked = Pattern.compile(asked, Pattern.CASE_INSENSITIVE);
        this.given = Pattern.compile(given, Pattern.CASE_INSENSITIVE);
    }

    boolean in(String question) {
        return asked.matcher(question).find();
    }

    boolean givenIn(String sentence) {
        return given.matcher(sentence).find();
    }
}
