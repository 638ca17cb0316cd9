package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What speaks for a piece of a passage being the answer: the question's words in it and just before it, how its passage was
 * ranked, and whether it gives the kind of thing that is asked for.
 *
 * <p>Each sign counts with a weight that was learned from the tuned half of {@code eval/questions} by
 * {@code flightline.eval.answers.PieceTraining}; what it counts is the same for any library.
 */
public final class PieceSigns {
    /** Names of the signs, in the order of their values. */
    public static final List<String> NAMES =
            List.of("own", "before", "behind", "rank", "value", "reason", "rule", "meaning");

    /** What a sign counts where the thing asked for is not given. */
    private static final double NOT_GIVEN = -0.5;

    /** A passage this far behind is as far as one can be: scores of another scale must not silence all but the first. */
    private static final double FARTHEST_BEHIND = -0.2;

    /** Characters of a list said in one with what introduces it. */
    private static final int LONGEST_LIST = 600;

    private static final Pattern ITEM = Pattern.compile("(?:\\(?(?:\\d{1,2}|[a-z])[.)]|[•▪–])\\s");
    private static final Pattern LIST = Pattern.compile(":\\s+(?:\\(?[1a][.)]|[•▪–])\\s");

    private PieceSigns() {}

    /**
     * A piece with its signs.
     *
     * @param rank 0-based place of its passage among those found
     * @param place 0-based place of the piece in its passage
     * @param start where it begins in the passage's text
     */
    public record Seen(Exhibits.Document document, int rank, int place, int start, String text, List<Double> signs) {
        public Seen {
            signs = List.copyOf(signs);
        }

        int end() {
            return start + text.length();
        }

        /** Whether it gives a quantity of the kind that is asked for. */
        boolean givesValue() {
            return signs.get(NAMES.indexOf("value")) > 0;
        }
    }

    /** The pieces of the first passages, passage by passage, in their order. */
    public static List<Seen> of(String question, Set<String> wanted, List<Exhibits.Document> documents, int most) {
        var words = new AskedWords(wanted);
        var wants = Arrays.stream(AskedFor.values())
                .filter(kind -> kind.in(question))
                .toList();
        List<AskedQuantity> quantities = AskedQuantity.of(question);
        var seen = new ArrayList<Seen>();
        for (int rank = 0; rank < Math.min(most, documents.size()); rank++) {
            Exhibits.Document document = documents.get(rank);
            double behind = Math.max(
                    FARTHEST_BEHIND,
                    document.hit().score() - documents.getFirst().hit().score());
            String whole = document.hit().passage().text();
            List<String> texts = pieces(document.hit().passage());
            List<Set<String>> stems = texts.stream().map(Words::of).toList();
            int from = 0;
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                int start = whole.indexOf(text, from);
                from = start + text.length();
                List<Double> signs = List.of(
                        words.covered(stems.get(i)),
                        words.covered(withBefore(stems, i)),
                        behind,
                        1.0 / (1 + rank),
                        value(wants, quantities, text),
                        given(AskedFor.REASON, wants, text),
                        given(AskedFor.RULE, wants, text),
                        given(AskedFor.MEANING, wants, text));
                seen.add(new Seen(document, rank, i, start, text, signs));
            }
        }
        return seen;
    }

    private static double value(List<AskedFor> wants, List<AskedQuantity> quantities, String text) {
        if (quantities.isEmpty()) return given(AskedFor.VALUE, wants, text);
        return quantities.stream().anyMatch(quantity -> quantity.givenIn(text)) ? 1 : NOT_GIVEN;
    }

    private static double given(AskedFor kind, List<AskedFor> wants, String text) {
        if (!wants.contains(kind)) return 0;
        return kind.givenIn(text) ? 1 : NOT_GIVEN;
    }

    private static Set<String> withBefore(List<Set<String>> stems, int place) {
        if (place == 0) return stems.getFirst();
        var both = new HashSet<>(stems.get(place - 1));
        both.addAll(stems.get(place));
        return both;
    }

    /** Sentences of running text, a list within it with what introduces it; anything else is a piece as it is. */
    private static List<String> pieces(Passage passage) {
        if (passage.kind() != PassageKind.PARAGRAPH && passage.kind() != PassageKind.LIST_ITEM)
            return List.of(passage.text());
        String whole = passage.text();
        var pieces = new ArrayList<String>();
        int start = 0;
        int end = 0;
        for (String sentence : Sentences.of(whole)) {
            int from = whole.indexOf(sentence, end);
            boolean listed = !pieces.isEmpty()
                    && introduces(pieces.getLast())
                    && ITEM.matcher(sentence).lookingAt();
            if (listed && from + sentence.length() - start <= LONGEST_LIST) {
                pieces.removeLast();
            } else {
                start = from;
            }
            end = from + sentence.length();
            pieces.add(whole.substring(start, end));
        }
        return pieces;
    }

    /** Ends with a colon, or has a list behind one already. */
    private static boolean introduces(String piece) {
        return piece.endsWith(":") || LIST.matcher(piece).find();
    }
}
