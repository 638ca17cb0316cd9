package flightline.diagnosis.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Denials and duties before the things that they are said of: what stands in both texts must be denied in both or in
 * neither, and obliged, advised or permitted alike.
 */
final class Marks implements Trait {
    /** Names that a text may have between a mark and the thing, where the other text leaves them out. */
    private static final int BETWEEN = 3;

    @Override
    public Optional<Fault> fault(Alignment alignment) {
        for (int i = 0; i < alignment.claim().size(); i++) {
            int j = alignment.same(i);
            if (j < 0 || !alignment.claim().at(i).kind().names() || alone(alignment, i)) continue;
            List<Token> said = before(alignment.claim(), i, place -> alignment.same(place) >= 0);
            List<Token> there = before(alignment.source(), j, alignment::said);
            Optional<Fault> fault = difference(said, there, alignment, i);
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }

    /** Whether the token was aligned by itself, which may be by chance. */
    private static boolean alone(Alignment alignment, int i) {
        return alignment.named(alignment.block(i)).size() < 2;
    }

    private static Optional<Fault> difference(List<Token> said, List<Token> there, Alignment alignment, int i) {
        String thing = "'" + alignment.claim().at(i).text() + "'";
        for (Kind kind : List.of(Kind.NEGATION, Kind.DUTY)) {
            List<Token> mine = said.stream().filter(t -> t.kind() == kind).toList();
            List<Token> theirs = there.stream().filter(t -> t.kind() == kind).toList();
            if (keys(mine).equals(keys(theirs))) continue;
            if (kind == Kind.DUTY
                    && theirs.isEmpty()
                    && keys(mine).equals(List.of("must"))
                    && Sequence.commands(alignment.source(), alignment.same(i))) continue;
            return Optional.of(new Fault(
                    Exchanged.rule(kind),
                    "before " + thing + " it says " + words(mine) + ", the passage " + words(theirs)));
        }
        return Optional.empty();
    }

    private static List<String> keys(List<Token> tokens) {
        return tokens.stream().map(Token::key).sorted().toList();
    }

    private static String words(List<Token> tokens) {
        return tokens.isEmpty()
                ? "nothing of the kind"
                : "'"
                        + String.join(
                                " … ",
                                tokens.reversed().stream().map(Token::text).toList()) + "'";
    }

    private static boolean near(Token one, Token other) {
        return one.sentence() == other.sentence() && one.part() == other.part();
    }

    private static boolean mark(Token token) {
        return token.kind() == Kind.NEGATION || token.kind() == Kind.DUTY;
    }

    /** Marks since the last name that both texts have, nearest first. */
    private static List<Token> before(Wording text, int place, java.util.function.IntPredicate shared) {
        var marks = new ArrayList<Token>();
        int names = 0;
        for (int k = place - 1; k >= 0 && near(text.at(k), text.at(place)); k--) {
            Token token = text.at(k);
            if (mark(token)) marks.add(token);
            if (token.kind().names() && (shared.test(k) || ++names > BETWEEN)) break;
            // "Should be cleaned if it is dirty" says nothing of a duty to be dirty; "but not if it is dirty" does deny
            // it.
            if (token.kind() == Kind.CONDITION && (k == 0 || !mark(text.at(k - 1)))) break;
        }
        return marks;
    }
}
