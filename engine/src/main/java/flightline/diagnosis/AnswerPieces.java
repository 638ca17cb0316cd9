package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.diagnosis.claim.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the sentences, rows and steps that answer a question. What is asked for decides what counts: a question for a
 * quantity wants a sentence that gives one. A sentence next to a good one counts more, as what is asked is seldom said in
 * one; and each of the first passages that speaks of the matter says its best, as the first is not always the right one.
 *
 * <p>The constants were chosen on the questions set aside for tuning in {@code eval/questions}.
 */
final class AnswerPieces {
    private static final int LOOK_AT = 6;
    private static final int PIECES = 6;
    private static final int OF_ONE_PASSAGE = 4;
    /** Characters of all pieces together, unless the first alone has more. */
    private static final int LENGTH = 1300;
    /** Share of the best piece's score that another must have. */
    private static final double GOOD_ENOUGH = 0.4;

    private static final double OWN_WORDS = 0.7;
    private static final double PASSAGE_WORDS = 0.3;
    private static final double RANK = 0.35;
    /** Share of what a better neighbour has more that a piece gains. */
    private static final double NEIGHBOUR = 0.8;

    private static final double GIVES_VALUE = 0.25;
    private static final double LACKS_VALUE = -0.1;
    /** A shorter piece is a heading, a figure's number or a torn line. */
    private static final int SHORT = 25;

    private static final double FRAGMENT = -0.2;
    private static final int FIRST_PASSAGES = 3;
    /** How far behind the first in the search's score a passage may be to say its best. */
    private static final double BEHIND = 0.12;
    /** Share of the question's words that it must have. */
    private static final double SPEAKS_OF_IT = 0.34;

    private static final Pattern ASKS_VALUE = Pattern.compile(
            "\\b(?:how (?:much|many|long|far|often|high|low|hot|big|thick|tight)|what (?:is|are) the .*(?:torque|pressure|limit|gap|clearance|resistance|temperature|value|speed|interval|time|voltage|quantity|capacity|weight)"
                    + "|torque|limits?|maximum|minimum|max|min|tolerance|at what|what (?:pressure|temperature|torque|speed|voltage|percentage|rpm))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile(
            "\\d+(?:[.,]\\d+)?\\s*(?:%|°|[\\p{L}Ω]{1,8})|\\b(?:one|two|three|four|five|six|eight|ten|twelve)\\b");

    /** A piece of a passage, letter for letter. */
    record Piece(Exhibits.Document document, String text) {}

    private record Scored(int rank, int place, Piece piece, double score) {}

    /** @return best passage first, its best piece leading, then the others as they stand in it; empty where nothing was found */
    List<Piece> choose(String question, Set<String> wanted, List<Exhibits.Document> documents) {
        var words = new AskedWords(wanted);
        var all = new ArrayList<Scored>();
        var coverage = new ArrayList<Double>();
        for (Exhibits.Document document : documents.subList(0, Math.min(LOOK_AT, documents.size()))) {
            Set<String> there = words(document);
            coverage.add(words.covered(there));
            all.addAll(scored(
                    coverage.size() - 1,
                    document,
                    question,
                    words,
                    coverage.getLast(),
                    documents.getFirst().hit().score()));
        }
        all.sort(Comparator.comparingDouble(one -> -one.score));
        var chosen = best(all);
        for (Scored one : all)
            if (one.rank < FIRST_PASSAGES
                    && chosen.stream().noneMatch(other -> other.rank == one.rank || saysThat(other, one))
                    && coverage.get(one.rank) >= SPEAKS_OF_IT
                    && behind(documents, one.rank) <= BEHIND) chosen.add(one);
        return inOrder(chosen);
    }

    private static List<Scored> scored(
            int rank, Exhibits.Document document, String question, AskedWords words, double passage, double first) {
        List<AskedQuantity> quantities = AskedQuantity.of(question);
        boolean value = ASKS_VALUE.matcher(question).find();
        List<String> texts = pieces(document.hit().passage());
        double[] own = new double[texts.size()];
        for (int i = 0; i < own.length; i++) {
            String text = texts.get(i);
            own[i] = OWN_WORDS * words.covered(Words.of(text)) + PASSAGE_WORDS * passage;
            if (!quantities.isEmpty())
                own[i] += quantities.stream().anyMatch(q -> q.givenIn(text)) ? GIVES_VALUE : LACKS_VALUE;
            else if (value) own[i] += VALUE.matcher(text).find() ? GIVES_VALUE : LACKS_VALUE;
        }
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < own.length; i++) {
            double neighbour = Math.max(i > 0 ? own[i - 1] : 0, i + 1 < own.length ? own[i + 1] : 0);
            double score = own[i]
                    + NEIGHBOUR * Math.max(0, neighbour - own[i])
                    + document.hit().score()
                    - first
                    + RANK / (1 + rank)
                    + (own.length > 1 && texts.get(i).length() < SHORT ? FRAGMENT : 0);
            scored.add(new Scored(rank, i, new Piece(document, texts.get(i)), score));
        }
        return scored;
    }

    private static List<Scored> best(List<Scored> all) {
        var chosen = new ArrayList<Scored>();
        Map<Integer, Integer> ofPassage = new HashMap<>();
        int length = 0;
        for (Scored one : all) {
            if (chosen.size() == PIECES || one.score < GOOD_ENOUGH * all.getFirst().score) break;
            int more = one.piece.text.length();
            if (chosen.stream().anyMatch(other -> saysThat(other, one))
                    || ofPassage.getOrDefault(one.rank, 0) == OF_ONE_PASSAGE
                    || (!chosen.isEmpty() && length + more > LENGTH)) continue;
            ofPassage.merge(one.rank, 1, Integer::sum);
            length += more;
            chosen.add(one);
        }
        return chosen;
    }

    /** Passages in the order of their best pieces; of each its best piece, then the others as they stand in it. */
    private static List<Piece> inOrder(List<Scored> chosen) {
        Map<Integer, List<Scored>> byPassage = new LinkedHashMap<>();
        for (Scored one : chosen)
            byPassage.computeIfAbsent(one.rank, rank -> new ArrayList<>()).add(one);
        var ordered = new ArrayList<Piece>();
        for (List<Scored> ofPassage : byPassage.values()) {
            ordered.add(ofPassage.getFirst().piece);
            ofPassage.stream()
                    .skip(1)
                    .sorted(Comparator.comparingInt(one -> one.place))
                    .forEach(one -> ordered.add(one.piece));
        }
        return List.copyOf(ordered);
    }

    private static boolean saysThat(Scored chosen, Scored candidate) {
        return chosen.piece.text.equals(candidate.piece.text);
    }

    private static double behind(List<Exhibits.Document> documents, int rank) {
        return documents.getFirst().hit().score() - documents.get(rank).hit().score();
    }

    private static Set<String> words(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        var words = new HashSet<>(Words.of(passage.text()));
        words.addAll(Words.of(passage.context()));
        words.addAll(Words.of(String.join(" ", passage.path())));
        words.addAll(Words.of(document.hit().document().header().title()));
        return words;
    }

    private static List<String> pieces(Passage passage) {
        return passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.LIST_ITEM
                ? Sentences.of(passage.text())
                : List.of(passage.text());
    }
}
