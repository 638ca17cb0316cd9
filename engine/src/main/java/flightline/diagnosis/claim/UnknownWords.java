package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.Locale;
import java.util.Optional;

/**
 * Things, deeds and names that the source does not know. Own words may be plain ones, but they bring nothing new; and
 * enough of the sentence must be said by the source in a piece, not gathered from all over it.
 */
final class UnknownWords implements Trait {
    private static final double HELD = 0.6;
    private static final double IN_PIECES = 0.5;
    /** Names that make a piece. */
    private static final int PIECE = 2;

    @Override
    public Optional<Fault> fault(Alignment alignment) {
        Wording claim = alignment.claim();
        int words = 0;
        int held = 0;
        int inPieces = 0;
        for (int i = 0; i < claim.size(); i++) {
            Token token = claim.at(i);
            if (!token.kind().names()) continue;
            words++;
            if (alignment.same(i) >= 0 || known(token, alignment.source())) held++;
            else if (token.kind() == Kind.WORD && (!Lexicon.plain(token.key()) || name(token)))
                return Optional.of(new Fault(Rule.UNKNOWN_WORD, "'" + token.text() + "' is not in the passage"));
            if (alignment.same(i) >= 0 && alignment.named(alignment.block(i)).size() >= PIECE) inPieces++;
        }
        if (words == 0) return Optional.of(new Fault(Rule.UNKNOWN_WORD, "it says nothing that the passage says"));
        if (held < HELD * words) return Optional.of(new Fault(Rule.UNKNOWN_WORD, "too little of it is in the passage"));
        if (words > PIECE && inPieces < IN_PIECES * words)
            return Optional.of(new Fault(Rule.UNKNOWN_WORD, "its words stand in the passage, but not together"));
        return Optional.empty();
    }

    private static boolean known(Token token, Wording source) {
        for (int j = 0; j < source.size(); j++)
            if (token.same(source.at(j)) || token.related(source.at(j))) return true;
        return false;
    }

    /** Whether it is written as a name or abbreviation is, within its sentence. */
    private static boolean name(Token token) {
        return !token.opens() && !token.text().equals(token.text().toLowerCase(Locale.ROOT));
    }
}
