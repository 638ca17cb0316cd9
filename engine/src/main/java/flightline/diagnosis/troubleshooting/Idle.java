package flightline.diagnosis.troubleshooting;

import java.util.regex.Pattern;

/** Tells text at which there is nothing to do: it only leads in what follows, or only closes. */
public final class Idle {
    private static final String CLOSING =
            "(?:end of (?:the )?(?:procedure|test|task|fault isolation|isolation|job|check|step)s?|(?:the )?(?:procedure|task|test|fault isolation|troubleshooting) (?:is )?(?:complete[d]?|ends(?: here)?|ended|finished)"
                    + "|(?:put|return|restore|release) (?:the )?(?:aircraft|airplane|aeroplane|system|helicopter|unit|vehicle|equipment)? ?(?:back )?(?:in)?to (?:service|operation|normal(?: operation)?|its (?:initial|usual|normal) (?:condition|configuration|state))"
                    + "|return(?:ed)? to service|no (?:further|more|other) (?:action|work|step|steps|maintenance action)(?: is| are)?(?: necessary| required| needed)?|(?:the )?system is (?:serviceable|ok|operational)|close[- ]?up(?: complete[d]?)?|stop|end|finish|finished|done|exit)";
    private static final Pattern CLOSES = Pattern.compile(
            "^\\W*(?:step \\w{1,4}\\W+|\\w{1,3}[.)]\\s+)?" + CLOSING + "(?:[\\s.,;:!-]{1,4}(?:and |then )?" + CLOSING
                    + ")?[\\s.!]*$",
            Pattern.CASE_INSENSITIVE);
    /** A line up to its colon. */
    private static final Pattern LEADS_IN = Pattern.compile("[:\uFF1A]\\W*$");

    private Idle() {}

    /** Whether the text has nothing that could be done and found good or bad. */
    public static boolean is(String text) {
        String line = text.strip();
        return line.isEmpty()
                || LEADS_IN.matcher(line).find()
                || CLOSES.matcher(line).matches();
    }
}
