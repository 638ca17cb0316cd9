package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what of the passages answers a question: the pieces with the best signs, neighbours said in one, until as much is
 * said as is read at a glance. Each of the first passages that speaks of the matter says something, as the first is not
 * always the right one.
 *
 * <p>Weights and bounds were chosen on the questions set aside for tuning in {@code eval/questions}.
 */
final class AnswerPieces {
    private static final int LOOK_AT = 8;
    private static final int STATEMENTS = 7;
    /** Characters of all statements together, unless the best piece alone has more. */
    private static final int LENGTH = 1800;
    /** What a piece may be worse than the best one. */
    private static final double WORSE = 4;

    private static final int FIRST_PASSAGES = 5;
    /** How far behind the first in the search's score a passage may be to say something. */
    private static final double BEHIND = 0.12;
    /** Characters that it says then at most. */
    private static final int WORD_IN = 250;

    /** In the order of {@link PieceSigns#NAMES}; within 0.1 of what {@code flightline.eval.answers.PieceTraining} learns. */
    private static final List<Double> WEIGHTS = List.of(2.1, 1.5, 16.0, 1.1, 1.1, 0.8, 0.8, 0.2);

    /** Characters of a piece that are read for its meaning; one of a table or an old scan may be as long as a page. */
    private static final int READ = 500;
    /** Of the piece before it. */
    private static final int READ_BEFORE = 250;

    /** The text of a piece that may be the answer, alone and behind that of the piece before it; long ones cut. */
    record Likely(String text, String withBefore) {
        private static Likely of(String text, String before) {
            String head = text.substring(0, Math.min(READ, text.length()));
            return new Likely(head, before + head);
        }

        private static String tail(String text) {
            return text.substring(Math.max(0, text.length() - READ_BEFORE)) + " ";
        }
    }

    private record Spot(int rank, int place) {}

    /** A piece of a passage, letter for letter. */
    record Piece(Exhibits.Document document, String text) {}

    private record Scored(PieceSigns.Seen seen, double score) {
        boolean is(Scored other) {
            return seen.rank() == other.seen.rank() && seen.place() == other.seen.place();
        }

        boolean besides(Scored other) {
            return seen.rank() == other.seen.rank() && Math.abs(seen.place() - other.seen.place()) == 1;
        }
    }

    /** @return what is said, the leading piece first, then passage by passage, the best first; empty where nothing was found */
    List<Piece> choose(String question, Set<String> wanted, List<Exhibits.Document> documents) {
        var all = new ArrayList<Scored>();
        for (PieceSigns.Seen seen : quotable(question, wanted, documents)) all.add(new Scored(seen, score(seen)));
        if (all.isEmpty()) return List.of();
        all.sort(Comparator.comparingDouble(one -> -one.score));
        return new Choice(all, documents).said();
    }

    /** The pieces that the words speak for most, the best first. */
    static List<Likely> likely(String question, Set<String> wanted, List<Exhibits.Document> documents, int most) {
        var before = new HashMap<Spot, String>();
        for (PieceSigns.Seen seen : PieceSigns.of(question, wanted, documents, LOOK_AT))
            before.put(new Spot(seen.rank(), seen.place() + 1), Likely.tail(seen.text()));
        return quotable(question, wanted, documents).stream()
                .sorted(Comparator.comparingDouble(seen -> -score(seen)))
                .limit(most)
                .map(seen -> Likely.of(seen.text(), before.getOrDefault(new Spot(seen.rank(), seen.place()), "")))
                .toList();
    }

    private static List<PieceSigns.Seen> quotable(
            String question, Set<String> wanted, List<Exhibits.Document> documents) {
        var all = new ArrayList<PieceSigns.Seen>();
        for (List<PieceSigns.Seen> passage : passages(PieceSigns.of(question, wanted, documents, LOOK_AT))) {
            boolean[] machine =
                    Addressee.among(passage.stream().map(PieceSigns.Seen::text).toList());
            for (int i = 0; i < machine.length; i++) if (!machine[i]) all.add(passage.get(i));
        }
        return all;
    }

    private static Collection<List<PieceSigns.Seen>> passages(List<PieceSigns.Seen> pieces) {
        return pieces.stream()
                .collect(Collectors.groupingBy(PieceSigns.Seen::rank, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static double score(PieceSigns.Seen seen) {
        double score = 0;
        for (int i = 0; i < WEIGHTS.size(); i++)
            score += WEIGHTS.get(i) * seen.signs().get(i);
        return score;
    }

    /** What is chosen so far. */
    private static final class Choice {
        private final List<Scored> all;
        private final List<Scored> chosen = new ArrayList<>();
        private final Set<String> texts = new HashSet<>();
        private int length;

        Choice(List<Scored> all, List<Exhibits.Document> documents) {
            this.all = all;
            double least = all.getFirst().score - WORSE;
            add(lead(least));
            double first = documents.getFirst().hit().score();
            for (int rank = 0; rank < Math.min(FIRST_PASSAGES, documents.size()); rank++)
                if (first - documents.get(rank).hit().score() <= BEHIND) wordIn(rank);
            for (Scored one : all) if (one.score >= least) addIfItFits(one);
        }

        /** Where a value is asked for, the best piece that gives one, else the best. */
        private Scored lead(double least) {
            return all.stream()
                    .filter(one -> one.seen.givesValue() && one.score >= least)
                    .findFirst()
                    .orElseGet(all::getFirst);
        }

        /** A word of this passage, where nothing of its page is said yet. */
        private void wordIn(int rank) {
            for (Scored one : all) {
                if (one.seen.rank() != rank || one.seen.text().length() > WORD_IN) continue;
                boolean said = chosen.stream()
                        .anyMatch(other -> samePage(
                                other.seen.document().hit().passage(),
                                one.seen.document().hit().passage(),
                                other.seen.rank() == rank || sameDocument(other.seen.document(), one.seen.document())));
                if (!said) addIfItFits(one);
                return;
            }
        }

        private static boolean sameDocument(Exhibits.Document a, Exhibits.Document b) {
            return a.hit().document().key().equals(b.hit().document().key());
        }

        private static boolean samePage(Passage a, Passage b, boolean sameDocument) {
            if (!sameDocument) return false;
            return a.ordinal() == b.ordinal()
                    || (a.place().page().isPresent()
                            && a.place().page().equals(b.place().page()));
        }

        private void addIfItFits(Scored one) {
            if (texts.contains(one.seen.text()) || length + one.seen.text().length() > LENGTH) return;
            chosen.add(one);
            boolean tooMany = statements().size() > STATEMENTS;
            chosen.removeLast();
            if (!tooMany) add(one);
        }

        private void add(Scored one) {
            chosen.add(one);
            texts.add(one.seen.text());
            length += one.seen.text().length();
        }

        /** Neighbours together; the leading piece by itself where it gives the value that is asked for. */
        private List<List<Scored>> statements() {
            Scored lead = chosen.getFirst();
            var inPlace = new ArrayList<>(chosen);
            inPlace.sort(
                    Comparator.<Scored>comparingInt(one -> one.seen.rank()).thenComparingInt(one -> one.seen.place()));
            var statements = new ArrayList<List<Scored>>();
            @Nullable Scored last = null;
            for (Scored one : inPlace) {
                boolean alone = lead.seen.givesValue() && (one.is(lead) || (last != null && last.is(lead)));
                if (last == null || alone || !one.besides(last)) statements.add(new ArrayList<>());
                statements.getLast().add(one);
                last = one;
            }
            return statements;
        }

        List<Piece> said() {
            Scored lead = chosen.getFirst();
            List<List<Scored>> statements = new ArrayList<>(statements());
            statements.sort(Comparator.comparingInt((List<Scored> statement) -> fromLead(statement, lead))
                    .thenComparingDouble(statement -> -bestTogether(statement))
                    .thenComparingInt(statement -> passage(statement.getFirst()).ordinal())
                    .thenComparingInt(statement -> statement.getFirst().seen.place()));
            return statements.stream().map(Choice::piece).toList();
        }

        /** A value that is asked for comes first; of a procedure all that is said of it does, in its order. */
        private static int fromLead(List<Scored> statement, Scored lead) {
            if (statement.contains(lead)) return lead.seen.givesValue() ? 0 : 1;
            return together(statement.getFirst(), lead) ? 1 : 2;
        }

        private double bestTogether(List<Scored> statement) {
            return chosen.stream()
                    .filter(one -> together(one, statement.getFirst()))
                    .mapToDouble(Scored::score)
                    .max()
                    .orElseThrow();
        }

        /** Of one passage, or steps and warnings of one procedure: nobody does the third step before the first. */
        private static boolean together(Scored one, Scored other) {
            return one.seen.rank() == other.seen.rank()
                    || (sameDocument(one.seen.document(), other.seen.document())
                            && ofProcedure(one)
                            && ofProcedure(other)
                            && passage(one).path().equals(passage(other).path()));
        }

        private static boolean ofProcedure(Scored one) {
            return passage(one).kind() == PassageKind.STEP || passage(one).kind() == PassageKind.SAFETY;
        }

        private static Passage passage(Scored one) {
            return one.seen.document().hit().passage();
        }

        private static Piece piece(List<Scored> statement) {
            PieceSigns.Seen first = statement.getFirst().seen;
            String whole = first.document().hit().passage().text();
            return new Piece(
                    first.document(),
                    whole.substring(first.start(), statement.getLast().seen.end()));
        }
    }
}
