package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the source says of the very thing that the sentence speaks of, and that must not be left out: that it is not so,
 * that it should or may be, that it is so only or usually, about how much, and under which condition.
 */
final class LeftOut implements Trait {
    /** Degrees whose loss says more than the source does. */
    private static final Set<String> HEDGES = Set.of("only", "usually", "sometimes", "rarely", "some");
    /** Names of a source sentence that a claim repeats before it counts as taken from it. */
    private static final int TAKEN = 3;

    private static final int VALUE_WITHIN = 3;

    @Override
    public Optional<Fault> fault(Alignment alignment) {
        Wording source = alignment.source();
        int[] taken = taken(alignment);
        for (int j = 0; j < source.size(); j++) {
            Token token = source.at(j);
            if (alignment.said(j) || taken[token.sentence()] == 0) continue;
            Optional<Fault> fault = switch (token.kind()) {
                case NEGATION ->
                    source.after(j, 1).isEmpty()
                            ? ofNext(alignment, j, "'" + token.text() + "' is left out beside")
                            : Optional.empty();
                case DEGREE ->
                    HEDGES.contains(token.key())
                            ? ofNext(alignment, j, "'" + token.text() + "' is left out beside")
                            : Optional.empty();
                case BOUND -> ofValue(alignment, j);
                case CONDITION -> ofSentence(alignment, j, taken[token.sentence()]);
                case WORD, FILLER, VALUE, IDENTIFIER, OPPOSITE, DUTY, ORDER, BREAK -> Optional.empty();
            };
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }

    /** How many names of each sentence of the source the claim repeats, pieces of one name aside. */
    private static int[] taken(Alignment alignment) {
        int[] taken = new int[sentences(alignment.source())];
        for (int block = 0; block < alignment.blocks(); block++) {
            List<Integer> named = alignment.named(block);
            if (named.size() < 2 && alignment.blocks() > 1) continue;
            for (int i : named) taken[alignment.source().at(alignment.same(i)).sentence()]++;
        }
        return taken;
    }

    private static int sentences(Wording source) {
        return source.size() == 0 ? 0 : source.at(source.size() - 1).sentence() + 1;
    }

    private static Optional<Fault> ofNext(Alignment alignment, int j, String words) {
        Wording source = alignment.source();
        List<Integer> nearest = source.after(j, 1);
        for (int next : nearest.isEmpty() ? source.before(j, 1) : nearest)
            if (alignment.said(next) && !repeated(alignment, j, next))
                return Optional.of(
                        new Fault(Exchanged.rule(source.at(j).kind()), words + " '" + source.text(next, next) + "'"));
        return Optional.empty();
    }

    /** Whether the claim has the same word before the same thing, though it was aligned elsewhere. */
    private static boolean repeated(Alignment alignment, int j, int next) {
        Wording claim = alignment.claim();
        for (int i = 0; i < claim.size(); i++) {
            if (!claim.at(i).same(alignment.source().at(j))) continue;
            for (int k : claim.after(i, 2)) if (alignment.same(k) == next) return true;
        }
        return false;
    }

    private static Optional<Fault> ofValue(Alignment alignment, int j) {
        Wording source = alignment.source();
        for (int next = j + 1; next < source.size() && next <= j + VALUE_WITHIN; next++)
            if (source.at(next).kind() == Kind.VALUE && alignment.said(next) && !repeated(alignment, j, next))
                return Optional.of(new Fault(
                        Rule.BOUND,
                        "'" + source.at(j).text() + "' is left out before '"
                                + source.at(next).text() + "'"));
        return Optional.empty();
    }

    private static Optional<Fault> ofSentence(Alignment alignment, int j, int taken) {
        long names = alignment.claim().names();
        if (taken < Math.min(TAKEN, names) || conditioned(alignment, j)) return Optional.empty();
        return Optional.of(new Fault(
                Rule.CONDITION,
                "it leaves out the condition '" + alignment.source().text(j, j + 4) + " …'"));
    }

    /** Whether the claim has the same condition, if of a sentence that reads like this one. */
    private static boolean conditioned(Alignment alignment, int j) {
        Wording claim = alignment.claim();
        Wording source = alignment.source();
        for (int i = 0; i < claim.size(); i++) {
            int other = alignment.same(i);
            boolean spoken =
                    other >= 0 && source.at(other).sentence() == source.at(j).sentence();
            if (spoken || !claim.at(i).same(source.at(j))) continue;
            for (int k : claim.after(i, 2))
                for (int next : source.after(j, TAKEN)) if (claim.at(k).same(source.at(next))) return true;
        }
        return false;
    }
}
