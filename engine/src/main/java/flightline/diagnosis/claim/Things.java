package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.Optional;

/**
 * Things that stand where the source speaks of another thing: "the fuel pump" for "the oil pump", though both are in the
 * passage. A thing counts as standing there when what is beside it in the claim is beside the other in the source.
 */
final class Things implements Trait {
    /** Tokens of the source from one neighbour to the other, at most: farther apart they are no neighbours. */
    private static final int GAP = 5;
    /** Letters that forms of one word share: "adding" is no other thing than "addition". */
    private static final int SHARED = 3;

    @Override
    public Optional<Fault> fault(Alignment alignment) {
        for (int i = 0; i < alignment.claim().size(); i++) {
            Token said = alignment.claim().at(i);
            if (!thing(said) || fast(alignment, i)) continue;
            int there = instead(alignment, i);
            if (there >= 0)
                return Optional.of(new Fault(
                        Rule.THING,
                        "it says '" + said.text() + "' where the passage says '"
                                + alignment.source().at(there).text() + "'"));
        }
        return Optional.empty();
    }

    private static boolean thing(Token token) {
        return (token.kind() == Kind.WORD || token.kind() == Kind.OPPOSITE) && !Lexicon.plain(token.key());
    }

    /** Whether the token is aligned together with others. */
    private static boolean fast(Alignment alignment, int i) {
        return alignment.same(i) >= 0 && alignment.named(alignment.block(i)).size() > 1;
    }

    /** A thing of the source, not said, between what the claim's neighbours on either side stand for; -1 where there is none. */
    private static int instead(Alignment alignment, int i) {
        int left = neighbour(alignment, i, -1);
        int right = neighbour(alignment, i, 1);
        if (left >= 0 && right >= 0 && alignment.block(left) == alignment.block(right)) {
            int gap = alignment.same(right) - alignment.same(left);
            if (gap > GAP) return -1;
            int found = next(alignment, i, alignment.same(left), 1);
            return found < alignment.same(right) ? found : -1;
        }
        if (left >= 0 && ends(alignment.claim(), i, 1)) return next(alignment, i, alignment.same(left), 1);
        return right >= 0 && ends(alignment.claim(), i, -1) ? next(alignment, i, alignment.same(right), -1) : -1;
    }

    /** Whether nothing but fillers follows to this side in the sentence. */
    private static boolean ends(Wording text, int i, int way) {
        for (int k = i + way;
                k >= 0 && k < text.size() && text.at(k).sentence() == text.at(i).sentence();
                k += way) if (text.at(k).kind() != Kind.FILLER) return false;
        return true;
    }

    /** The nearest token to one side that is aligned together with others, over fillers only. */
    private static int neighbour(Alignment alignment, int i, int way) {
        Wording claim = alignment.claim();
        for (int k = i + way;
                k >= 0
                        && k < claim.size()
                        && claim.at(k).sentence() == claim.at(i).sentence();
                k += way) {
            if (fast(alignment, k)) return k;
            if (claim.at(k).kind() != Kind.FILLER) return -1;
        }
        return -1;
    }

    private static int next(Alignment alignment, int i, int from, int way) {
        Wording source = alignment.source();
        if (way < 0 && source.at(from).opens()) return -1;
        for (int j = from + way;
                j >= 0
                        && j < source.size()
                        && source.at(j).sentence() == source.at(from).sentence();
                j += way) {
            // What stands in another clause stands for nothing in this one.
            if (way > 0 && source.at(j).opens()) return -1;
            if (source.at(j).kind() == Kind.FILLER) continue;
            return other(alignment, alignment.claim().at(i), j) ? j : -1;
        }
        return -1;
    }

    private static boolean other(Alignment alignment, Token said, int j) {
        Token there = alignment.source().at(j);
        String one = Alignment.lower(said);
        boolean form = one.length() >= SHARED && Alignment.lower(there).startsWith(one.substring(0, SHARED));
        return thing(there) && !there.same(said) && !form && !alignment.said(j);
    }
}
