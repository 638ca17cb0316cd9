package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that deny, each with the rest of its clause as what it denies. */
final class NegationFinder implements Finder {
    private static final Pattern CUE = Pattern.compile(
            "(?<![\\w/-])(?:no(?!\\.? ?\\d)(?! longer\\b)|not|nil|none|never|without|w/o|neither|nor|negative|cannot"
                    + "|(?:did|does|do|could|would|was|were|is|are|will|can|has|have|wo|ca)n['’]?t)(?![\\w/-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[,;:!?]|\\.(?!\\d)|\\b(?:but|however|except|although|then|and (?:then|found|replaced|removed))\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Mention> find(String text) {
        var found = new ArrayList<Mention>();
        Matcher end = CLAUSE_END.matcher(text);
        for (Matcher m = CUE.matcher(text); m.find(); )
            found.add(new Mention.Negation(m.start(), m.end(), end.find(m.end()) ? end.start() : text.length()));
        return found;
    }
}
