package flightline.terms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a sentence of a hangar: part numbers, references, codes, quantities, sides, phases, negations.
 *
 * <p>In: text as written, in any letter case. Out: mentions in the order in which they stand, none overlapping another.
 * Where two readings compete for the same letters, that of the kind listed first wins. Safe to share.
 */
public final class TermReader {
    private final Finder references = new ReferenceFinder();
    private final List<Finder> finders = List.of(
            new CrewMessageFinder(),
            references,
            new FaultCodeFinder(),
            new QuantityFinder(),
            new RegistrationFinder(),
            new PartNumberFinder(),
            new PositionFinder(),
            new PhaseFinder(),
            new NegationFinder());

    public List<Mention> read(String text) {
        return withoutClashes(text, finders);
    }

    /** The manual references alone, in the order in which they stand; much cheaper than reading all. */
    public List<Mention.ManualReference> manualReferences(String text) {
        return withoutClashes(text, List.of(references)).stream()
                .filter(Mention.ManualReference.class::isInstance)
                .map(Mention.ManualReference.class::cast)
                .toList();
    }

    /** The mentions of one kind, in the order in which they stand. */
    public <M extends Mention> List<M> read(String text, Class<M> kind) {
        return read(text).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Mention> withoutClashes(String text, List<Finder> finders) {
        var taken = new BitSet(text.length());
        var mentions = new ArrayList<Mention>();
        for (Finder finder : finders) {
            for (Mention mention : finder.find(text)) {
                int clash = taken.nextSetBit(mention.start());
                if (clash >= 0 && clash < mention.end()) continue;
                taken.set(mention.start(), mention.end());
                mentions.add(mention);
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start));
        return mentions;
    }
}
