package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words by which work is approved or an aircraft released: only people say them, so own words never do. */
final class Release {

    private static final Pattern SAID = Pattern.compile(
            "\\b(?:un)?airworth(?:y|iness)\\b|\\b(?:release[ds]?|releasing|return(?:ed|s|ing)?|fit|cleared?|ok(?:ay)?|ready|safe)"
                    + " (?:[\\p{L}]+ )?(?:to|for|in) (?:(?:the|its|a|further) )?(?:service|flight|fly|flying|dispatch|operation)\\b"
                    + "|\\b(?:approv|certif|authori[sz])(?:e[ds]?|ing|al|y|ies|ied|ation)\\b|\\bsign(?:ed|s)?[ -]?off\\b|\\bcrs\\b|\\bno further (?:action|work|maintenance)\\b",
            Pattern.CASE_INSENSITIVE);

    private Release() {}

    static Optional<Fault> in(String text) {
        Matcher said = SAID.matcher(text);
        return said.find()
                ? Optional.of(
                        new Fault(
                                Rule.RELEASE,
                                "'" + said.group()
                                        + "': what approves or releases is quoted from the document, never said in other words"))
                : Optional.empty();
    }
}
