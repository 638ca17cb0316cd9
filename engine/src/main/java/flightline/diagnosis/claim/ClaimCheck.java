package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a sentence that was written anew against the passages it cites, trait by trait.
 *
 * <p>It errs to the strict side: a true sentence in words of its own may be lost, a false one is not let through.
 */
public final class ClaimCheck {
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|none|without|cannot|neither|nor|unless|except)\\b|n['\u2019]t\\b",
            Pattern.CASE_INSENSITIVE);
    /** Tags, addresses and control characters: no sentence of a technician's document, but of somebody who wants something else. */
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*[/!\\p{L}]|&\\w+;|\\b(?:https?|javascript|data):|www\\.|[\\p{Cc}\\p{Cf}&&[^\\s]]|```");

    /** Those that say most plainly what is wrong come first. */
    private static final List<Trait> TRAITS = List.of(
            new Exchanged(), new Marks(), new Added(), new LeftOut(), new Sequence(), new Things(), new UnknownWords());

    /**
     * The first fault found; empty where the sentence follows from the passages.
     *
     * @param passages texts of the passages that it cites
     */
    public Optional<Fault> fault(String sentence, List<String> passages) {
        if (MARKUP.matcher(sentence).find())
            return Optional.of(new Fault(Rule.MARKUP, "it holds markup, an address or control characters"));
        Optional<Fault> release = Release.in(sentence);
        if (release.isPresent()) return release;
        Alignment alignment = Alignment.of(Wording.of(List.of(sentence)), Wording.of(passages));
        return TRAITS.stream().flatMap(trait -> trait.fault(alignment).stream()).findFirst();
    }

    /** Whether a text denies or excepts anything. */
    public static boolean negates(String text) {
        return NEGATION.matcher(text).find();
    }
}
