package flightline.diagnosis.claim;

import flightline.diagnosis.claim.Fault.Rule;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Work in its order: what the source tells to do comes in the sentence in the same order. */
final class Sequence implements Trait {
    private static final Set<String> JOINS = Set.of("and", "or", "also");

    @Override
    public Optional<Fault> fault(Alignment alignment) {
        int latest = -1;
        int before = -1;
        for (int i = 0; i < alignment.claim().size(); i++) {
            int j = alignment.same(i);
            if (j < 0 || !commands(alignment.source(), j)) continue;
            if (j < latest)
                return Optional.of(new Fault(
                        Rule.ORDER,
                        "the passage puts '" + alignment.source().text(j, j + 2) + "' before '"
                                + alignment.source().text(before, before + 2) + "'"));
            latest = j;
            before = j;
        }
        return sentences(alignment);
    }

    /** Sentences that tell to do something, each by the middle of where its words stand. */
    private static Optional<Fault> sentences(Alignment alignment) {
        Wording claim = alignment.claim();
        int latest = -1;
        for (int i = 0; i < claim.size(); i++) {
            boolean starts = i == 0 || claim.at(i - 1).sentence() != claim.at(i).sentence();
            if (!starts || !commands(claim, i)) continue;
            int middle = middle(alignment, claim.at(i).sentence());
            if (middle < latest)
                return Optional.of(new Fault(
                        Rule.ORDER, "the passage puts '" + claim.text(i, i + 2) + " …' before what is said first"));
            latest = Math.max(latest, middle);
        }
        return Optional.empty();
    }

    private static int middle(Alignment alignment, int sentence) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < alignment.claim().size(); i++)
            if (alignment.claim().at(i).sentence() == sentence
                    && alignment.same(i) >= 0
                    && alignment.claim().at(i).kind().names()) places.add(alignment.same(i));
        places.sort(null);
        return places.isEmpty() ? Integer.MAX_VALUE : places.get(places.size() / 2);
    }

    /** Whether this token tells a technician to do something. */
    static boolean commands(Wording source, int place) {
        Token token = source.at(place);
        if (!Lexicon.action(Alignment.lower(token))) return false;
        if (token.opens()) return true;
        if (place == 0) return true;
        Token previous = source.at(place - 1);
        boolean forbidden = previous.kind() == Kind.NEGATION
                && (place == 1 || source.at(place - 2).opens());
        return forbidden || previous.kind() == Kind.ORDER || JOINS.contains(previous.key());
    }
}
