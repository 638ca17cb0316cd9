package flightline.diagnosis.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words and values that turn the sense and that the source does not have, or has for something else: each must be found
 * there, and what follows or surrounds it in the sentence must be what follows or surrounds it there.
 */
final class Added implements Trait {
    private static final double SURROUNDED = 0.5;
    private static final int FOLLOWING = 2;
    private static final int FOLLOWING_THERE = 3;
    private static final int AROUND = 4;

    @Override
    public Optional<Fault> fault(Alignment alignment) {
        for (int i = 0; i < alignment.claim().size(); i++) {
            Token token = alignment.claim().at(i);
            if (!token.kind().turnsSense()) continue;
            List<Integer> there = places(token, alignment.source());
            if (there.isEmpty()) {
                if (token.kind() == Kind.DUTY && commanded(alignment, i)) continue;
                return Optional.of(new Fault(
                        Exchanged.rule(token.kind()),
                        "'" + token.text() + "' is not in the passage" + rivals(token, alignment.source())));
            }
            if (!fits(alignment, i, there))
                return Optional.of(new Fault(
                        Exchanged.rule(token.kind()),
                        "'" + alignment.claim().text(i, i + 2) + "': the passage says '" + token.text()
                                + "' of something else"));
        }
        return Optional.empty();
    }

    /** What the passage has of the same unit, for whoever wonders what is right. */
    private static String rivals(Token token, Wording source) {
        if (token.kind() != Kind.VALUE) return "";
        String unit = token.key().substring(token.key().indexOf('|'));
        for (int j = 0; j < source.size(); j++)
            if (source.at(j).kind() == Kind.VALUE && source.at(j).key().endsWith(unit))
                return "; it has '" + source.at(j).text() + "'";
        return "";
    }

    private static boolean fits(Alignment alignment, int i, List<Integer> there) {
        return switch (alignment.claim().at(i).kind()) {
            case VALUE, IDENTIFIER, OPPOSITE -> surrounded(alignment, i, there);
            case NEGATION, DUTY, ORDER, CONDITION ->
                followed(alignment, i, there)
                        || (alignment.claim().at(i).kind() == Kind.DUTY && commanded(alignment, i));
            case BOUND, DEGREE -> alignment.same(i) >= 0 || followed(alignment, i, there);
            case WORD, FILLER, BREAK -> true;
        };
    }

    private static List<Integer> places(Token token, Wording source) {
        var places = new ArrayList<Integer>();
        for (int j = 0; j < source.size(); j++) if (token.same(source.at(j))) places.add(j);
        return places;
    }

    private static boolean surrounded(Alignment alignment, int i, List<Integer> there) {
        if (alignment.same(i) >= 0 && alignment.named(alignment.block(i)).size() > 1) return true;
        Set<String> around = around(alignment.claim(), i, AROUND);
        if (around.isEmpty()) return true;
        for (int j : there) {
            Set<String> beside = around(alignment.source(), j, Integer.MAX_VALUE);
            long shared = around.stream().filter(beside::contains).count();
            if (shared >= SURROUNDED * around.size()) return true;
        }
        return false;
    }

    private static Set<String> around(Wording text, int place, int reach) {
        var around = new HashSet<String>();
        for (int k = 0; k < text.size(); k++)
            if (k != place
                    && Math.abs(k - place) <= reach
                    && text.at(k).sentence() == text.at(place).sentence()
                    && text.at(k).kind().names()) around.add(text.at(k).key());
        return around;
    }

    private static boolean followed(Alignment alignment, int i, List<Integer> there) {
        List<Integer> next = alignment.claim().after(i, FOLLOWING);
        if (next.isEmpty()) return alignment.same(i) >= 0;
        for (int j : there)
            for (int then : alignment.source().after(j, FOLLOWING_THERE))
                for (int k : next)
                    if (alignment.claim().at(k).same(alignment.source().at(then))
                            || alignment
                                    .claim()
                                    .at(k)
                                    .related(alignment.source().at(then))) return true;
        return false;
    }

    /** Whether what "must" be done is what the source tells to do. */
    private static boolean commanded(Alignment alignment, int i) {
        if (!alignment.claim().at(i).key().equals("must")) return false;
        for (int k : alignment.claim().after(i, FOLLOWING)) {
            int j = alignment.same(k);
            if (j >= 0 && Sequence.commands(alignment.source(), j)) return true;
        }
        return false;
    }
}
