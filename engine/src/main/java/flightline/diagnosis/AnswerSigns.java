package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Sentences;
import flightline.search.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What speaks for a question having its answer among the passages found: how like the first is and how far it stands out, how
 * many of the question's words stand together, whether a quantity of the kind that is asked for is given near the matter.
 *
 * <p>Each sign counts with a weight that was learned from the tuned half of {@code eval/questions} by
 * {@code flightline.eval.answers.AnswerableTraining}; what it counts is the same for any library.
 */
public final class AnswerSigns {
    /** Names of the signs, in the order of their values. */
    public static final List<String> NAMES = List.of(
            "like",
            "ahead",
            "first",
            "passage",
            "around",
            "sentence",
            "unheard",
            "asked",
            "missing",
            "reason",
            "rule",
            "meaning");

    /**
     * Names of the signs that count where pieces were compared by meaning, in the order of {@link #with}: fewer, as scores of the
     * search say nothing more then. {@code open} is a reason or a meaning being asked for, {@code deed} how something is done.
     */
    public static final List<String> MEANT =
            List.of("passage", "sentence", "unheard", "asked", "missing", "open", "deed", "near", "alone");

    private static final Pattern DEED = Pattern.compile(
            "\\bhow (?:do|can|should|would|must|could) (?:i|you|we)\\b"
                    + "|\\b(?:how|steps?|procedures?|way|instructions) (?:to|for|of)\\b"
                    + "|\\bhow (?:is|are) [^?,]*?\\b(?:[\\p{L}-]+ed|done|set|cut|ground|wound|rewound)\\b"
                    + "|^(?:and )?[\\p{L}-]+ing\\b[^?]*\\b(?:how|steps)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int LOOK_AT = 6;
    /** How far down the list the first passage is compared. */
    private static final int TENTH = 9;
    /** Where fewer than ten were found, how far the first stands out cannot be told. */
    private static final double FEW_FOUND = 0.05;

    private static final double MOST_AHEAD = 0.2;
    /** The search's scores between which questions differ; with a model of another scale this sign says nothing, rather than no. */
    private static final double LEAST_LIKE = 0.65;

    private static final double MOST_LIKE = 0.85;
    /** Share of the words that must stand in the sentence that gives a quantity. */
    private static final double BESIDE_QUANTITY = 0.2;
    /** Share of the words that must stand in it and the sentences before and after it. */
    private static final double AROUND_QUANTITY = 0.33;

    /** Names of quantities that a text which gives one does not write. */
    private static final Set<String> QUANTITY_NAMES =
            Set.copyOf(Words.of("colour color price cost hot cold temperature temp thick thin wide heavy"));

    private AnswerSigns() {}

    /**
     * @param wanted words of the question, see {@link EvidenceCheck#wanted}
     * @param unheard words of the question that the library has nothing like
     * @param hits what was found, best first; at least one
     */
    public static List<Double> of(String question, Set<String> wanted, Set<String> unheard, List<Hit> hits) {
        List<AskedQuantity> quantities = AskedQuantity.of(question);
        AskedWords words = matter(wanted, quantities);
        List<Hit> best = hits.subList(0, Math.min(LOOK_AT, hits.size()));
        double passage = 0;
        double around = 0;
        double sentence = 0;
        for (Hit hit : best) {
            passage = Math.max(passage, words.covered(Words.of(around(hit))));
            List<Set<String>> stems =
                    sentences(hit.passage()).stream().map(Words::of).toList();
            for (int i = 0; i < stems.size(); i++) {
                sentence = Math.max(sentence, words.covered(stems.get(i)));
                around = Math.max(around, words.covered(beside(stems, i)));
            }
        }
        return List.of(
                Math.clamp(hits.getFirst().score(), LEAST_LIKE, MOST_LIKE),
                ahead(hits),
                words.covered(Words.of(around(hits.getFirst()))),
                passage,
                around,
                sentence,
                (double) unheard.size() / Math.max(1, words.size()),
                quantities.isEmpty() ? 0.0 : 1.0,
                quantities.stream().anyMatch(quantity -> !given(quantity, words, best)) ? 1.0 : 0.0,
                AskedFor.REASON.in(question) ? 1.0 : 0.0,
                AskedFor.RULE.in(question) ? 1.0 : 0.0,
                AskedFor.MEANING.in(question) ? 1.0 : 0.0);
    }

    /** Those of these signs that count beside how like the question the likeliest pieces are, and this. */
    public static List<Double> with(PieceLikeness likeness, String question, List<Double> signs) {
        var all = new ArrayList<Double>();
        for (String name : MEANT)
            all.add(
                    switch (name) {
                        case "open" -> Math.max(named("reason", signs), named("meaning", signs));
                        case "deed" -> asksForDeed(question) ? 1.0 : 0.0;
                        case "near" -> likeness.near();
                        case "alone" -> likeness.alone();
                        default -> named(name, signs);
                    });
        return all;
    }

    /** Whether it is asked how something is done. */
    public static boolean asksForDeed(String question) {
        return DEED.matcher(question).find();
    }

    /** @param signs in the order of {@link #NAMES} */
    static double named(String name, List<Double> signs) {
        return signs.get(NAMES.indexOf(name));
    }

    /** The words that say what is asked about: a text that gives a colour need not have that word. */
    private static AskedWords matter(Set<String> wanted, List<AskedQuantity> quantities) {
        var words = new AskedWords(wanted);
        AskedWords rest =
                words.without(word -> isFigure(word) || (!quantities.isEmpty() && QUANTITY_NAMES.contains(word)));
        return rest.isEmpty() ? words : rest;
    }

    /** A figure read off a gauge, or its unit: "40 N·m"; named types are looked for by themselves. */
    private static boolean isFigure(String word) {
        return word.length() == 1 || word.chars().anyMatch(Character::isDigit);
    }

    /** Whether one of the passages gives such a quantity where it speaks of the matter. */
    static boolean given(AskedQuantity quantity, Set<String> wanted, List<Hit> hits) {
        return given(quantity, matter(wanted, List.of(quantity)), hits);
    }

    private static boolean given(AskedQuantity quantity, AskedWords words, List<Hit> hits) {
        return hits.stream().limit(LOOK_AT).anyMatch(hit -> near(quantity, words, sentences(hit.passage())));
    }

    /** A quantity belongs to the matter where its sentence and the two beside it speak of it. */
    private static boolean near(AskedQuantity quantity, AskedWords words, List<String> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            if (!quantity.givenIn(sentences.get(i)) || words.covered(Words.of(sentences.get(i))) < BESIDE_QUANTITY)
                continue;
            List<String> around = sentences.subList(Math.max(0, i - 1), Math.min(sentences.size(), i + 2));
            if (words.covered(Words.of(String.join(" ", around))) >= AROUND_QUANTITY) return true;
        }
        return false;
    }

    private static double ahead(List<Hit> hits) {
        if (hits.size() <= TENTH) return FEW_FOUND;
        return Math.min(MOST_AHEAD, hits.getFirst().score() - hits.get(TENTH).score());
    }

    private static Set<String> beside(List<Set<String>> stems, int at) {
        var all = new HashSet<String>();
        stems.subList(Math.max(0, at - 1), Math.min(stems.size(), at + 2)).forEach(all::addAll);
        return all;
    }

    private static List<String> sentences(Passage passage) {
        return passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.LIST_ITEM
                ? Sentences.of(passage.text())
                : List.of(passage.context() + " " + passage.text());
    }

    /** The passage with all that says what it is about. */
    static String around(Hit hit) {
        Passage passage = hit.passage();
        return passage.text() + "\n" + passage.context() + "\n" + String.join("\n", passage.path()) + "\n"
                + hit.document().header().title() + "\n"
                + hit.document().header().id().value() + "\n"
                + passage.applicability().canonical();
    }
}
