package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.Optional;

/** Values, part numbers, sides, duties and the like that stand where the source has another. */
final class Exchanged implements Trait {
    @Override
    public Optional<Fault> fault(Alignment alignment) {
        for (int i = 0; i < alignment.claim().size(); i++) {
            int j = alignment.instead(i) >= 0 ? alignment.instead(i) : skipped(alignment, i);
            if (j < 0) continue;
            Token said = alignment.claim().at(i);
            Token there = alignment.source().at(j);
            boolean opposite = Lexicon.exclude(Alignment.lower(said), Alignment.lower(there));
            boolean sense = said.kind() == there.kind() && said.kind().turnsSense() && said.kind() != Kind.OPPOSITE;
            if (opposite || sense)
                return Optional.of(new Fault(opposite ? Rule.OPPOSITE : rule(said.kind()), words(said, there)));
        }
        return Optional.empty();
    }

    /** A value of the source, said nowhere, that lies between this value and what stands beside it in the claim; -1 where none does. */
    private static int skipped(Alignment alignment, int i) {
        Kind kind = alignment.claim().at(i).kind();
        if (i == 0 || alignment.same(i) < 0 || (kind != Kind.VALUE && kind != Kind.IDENTIFIER)) return -1;
        int before = unsaid(alignment, i - 1, i, kind);
        return before >= 0 || i + 1 == alignment.claim().size() ? before : unsaid(alignment, i, i + 1, kind);
    }

    private static int unsaid(Alignment alignment, int from, int to, Kind kind) {
        if (alignment.block(from) != alignment.block(to) || alignment.same(from) < 0 || alignment.same(to) < 0)
            return -1;
        for (int j = alignment.same(from) + 1; j < alignment.same(to); j++)
            if (alignment.source().at(j).kind() == kind && !alignment.said(j)) return j;
        return -1;
    }

    private static String words(Token said, Token there) {
        String sentence = "it says '" + said.text() + "' where the passage says '" + there.text() + "'";
        boolean converted = said.kind() == Kind.VALUE && !unit(said).equals(unit(there));
        return converted ? sentence + "; a unit is not converted, it is given as the document has it" : sentence;
    }

    private static String unit(Token value) {
        return value.key().substring(value.key().indexOf('|') + 1);
    }

    static Rule rule(Kind kind) {
        return switch (kind) {
            case VALUE -> Rule.VALUE;
            case IDENTIFIER -> Rule.IDENTIFIER;
            case OPPOSITE -> Rule.OPPOSITE;
            case NEGATION -> Rule.NEGATION;
            case DUTY -> Rule.DUTY;
            case BOUND -> Rule.BOUND;
            case DEGREE -> Rule.DEGREE;
            case ORDER -> Rule.ORDER;
            case CONDITION -> Rule.CONDITION;
            case WORD, FILLER, BREAK -> Rule.UNKNOWN_WORD;
        };
    }
}
