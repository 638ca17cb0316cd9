package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph that begins by saying in a sentence for which aircraft its text holds: {@code Applicable to aircraft MSN 0012
 * thru 0450 except 0100.}, {@code This procedure applies only to MSN 1001 and subsequent.}
 *
 * <p>Such words may as well be about people or tools, so the sentence counts where it is understood, and stays as words where it
 * names serial numbers or modifications and is not. What behind it names serial numbers too leaves open what it changes.
 */
final class UseSentence {
    private static final String TEXT = "(?:this |the (?:following|present) )(?:\\w+ ){0,2}?"
            + "(?:procedure|task|subtask|document|manual|section|chapter|letter|instruction|inspection|card|page|revision|information|notice|order|memo|supplement)s? ";
    private static final Pattern SENTENCE = Pattern.compile("(?is)(?:" + TEXT + "(?:is |are )?)?"
            + "(?:only )?(not |does not |do not )?(?:only )?(?:appl(?:icable|ies|y)|effective|valid)(?: only)? (?:to|for|on)(?: only)?:? "
            + "(.{1,200}?)(?:\\.(?:\\s+(?=[A-Z])(.*))?)?");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?i)\\b(?:msns?|s/ns?|serials?|registrations?|mods?\\.?|modifications?|sb|service bulletins?)\\b[^.]*\\d");

    private UseSentence() {}

    /** What the paragraph says of that; absent where it says nothing. */
    static Optional<Applicability> in(String paragraph) {
        Matcher said = SENTENCE.matcher(paragraph.strip());
        if (!said.matches()) return Optional.empty();
        String words = said.group(2).strip();
        String behind = said.group(3) == null ? "" : said.group(3);
        boolean numbered = NUMBERED.matcher(words).find();
        if (NUMBERED.matcher(behind).find())
            return numbered ? Optional.of(new Applicability.Unread(paragraph.strip())) : Optional.empty();
        Applicability read = Statement.read(said.group(1) == null ? words : "not " + words);
        if (read instanceof Applicability.Worded) return Optional.of(read);
        return numbered ? Optional.of(new Applicability.Unread(words)) : Optional.empty();
    }
}
