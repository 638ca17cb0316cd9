package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fault codes that are named so, and maintenance message numbers, which give themselves away: {@code 27-51234}. */
final class FaultCodeFinder implements Finder {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:fault|error|failure|bite|maint(?:enance)?)\\s+(?:codes?|msgs?|messages?|numbers?)\\s*(?:no\\.?|nr\\.?|number|of|was|#|:)?\\s*"
                    + "(?<code>[a-z]{0,4}-?\\d[a-z0-9]*(?:-[a-z0-9]+)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE_NUMBER = Pattern.compile("(?<![\\w-])(?<code>\\d{2}-\\d{5})(?![\\w-])");

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        for (Pattern pattern : List.of(NAMED, MESSAGE_NUMBER))
            for (Matcher m = pattern.matcher(text); m.find(); )
                found.add(new Mention.FaultCode(
                        m.start("code"), m.end("code"), m.group("code").toUpperCase(Locale.ROOT)));
        return found;
    }
}
