package flightline.diagnosis;

import flightline.diagnosis.claim.Stem;
import flightline.terms.Ligatures;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry its meaning, cut to a common stem, for comparing texts with one another. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[./-][\\p{L}\\p{N}]+)*");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "is", "are", "was", "were", "be",
            "been", "it", "its", "this", "that", "these", "those", "what", "which", "who", "how", "why", "when",
            "where", "do", "does", "did", "can", "could", "should", "would", "i", "we", "you", "my", "our", "me",
            "there", "with", "by", "as", "from", "if", "has", "have", "had", "much", "many", "any", "some", "will",
            "shall", "must", "so", "than", "then", "about", "into", "get", "got", "tell", "give", "need");

    /** Words of complaints that name neither a thing nor what is wrong with it: "see attached", "defect as per log", "test". */
    private static final Set<String> HOLLOW = stems(
            "unknown unkn unspecified n/a na not applicable available nil none null nothing tba tbd todo determined advised announced empty blank same ditto above below"
                    + " see attached attachment attachments enclosed enclosure photo photos picture pictures refer reference ref per log logs logbook techlog tech book card sheet page entry entries item remarks report reports reported reporting description details info information"
                    + " pilot crew flight maintenance mechanic engineer technician captain squawk squawks pirep marep aircraft airplane aeroplane plane machine helicopter"
                    + " defect defects defective issue issues problem problems fault faults faulty trouble troubles snag snags discrepancy discrepancies malfunction malfunctions malfunctioning failure error failed fails fail"
                    + " test testing tests tested example sample demo asdf foo bar lorem ipsum"
                    + " something anything somethings anythings thing things stuff wrong bad broken broke working work works inoperative inop out order doesn don isn dont doesnt isnt wont won"
                    + " please pls plz help helps assist assistance support thank thanks thx cheers hello hi hey hallo dear team all guys folks sir madam everyone colleagues regards kind best sincerely sorry urgent urgently asap soon possible quick quickly"
                    + " check look fix repair repaired advise advice know want like just very really again also not no yes ok okay up here now today yesterday am");

    private Words() {}

    private static Set<String> stems(String words) {
        var stems = new LinkedHashSet<String>();
        for (String word : words.split(" ")) stems.add(Stem.of(word));
        return Set.copyOf(stems);
    }

    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        Matcher matcher = WORD.matcher(Ligatures.apart(text).toLowerCase(Locale.ROOT));
        while (matcher.find()) if (!EMPTY.contains(matcher.group())) words.add(Stem.of(matcher.group()));
        return words;
    }

    /** Whether a word in lower case says anything: it is neither one of those that every text has nor a bare number. */
    static boolean tells(String word) {
        return !EMPTY.contains(word) && word.chars().anyMatch(Character::isLetter);
    }

    /** The words that name a thing or what is wrong with it. */
    static Set<String> solid(Set<String> words) {
        var solid = new LinkedHashSet<>(words);
        solid.removeAll(HOLLOW);
        return solid;
    }

    /**
     * Whether any word of a text says anything of a matter; a letter by itself does not, except where it writes a whole word, nor do words
     * that only say that there is something.
     */
    static boolean tellAnything(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(Words::tells)
                .filter(word -> !HOLLOW.contains(Stem.of(word)))
                .anyMatch(word -> word.codePoints().filter(Character::isLetter).count() > 1
                        || word.codePoints().anyMatch(Character::isIdeographic));
    }

    /** Share of the wanted words that are there, 0 to 1; 0 where nothing is wanted. */
    static double covered(Set<String> wanted, Set<String> there) {
        if (wanted.isEmpty()) return 0;
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }
}
