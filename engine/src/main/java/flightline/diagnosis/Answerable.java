package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.search.Hit;
import flightline.terms.Makes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a question can be answered from what was found. Search always finds something near; two signs settle alone that
 * it is not the answer: a matter that no document can know, and another type than the one named. The others are weighed
 * together, see {@link AnswerSigns}: one word that nobody writes, or one quantity that is written out, decides nothing by
 * itself.
 */
final class Answerable {
    private static final int LOOK_AT = 6;
    /** Share of the other words that must stand where a type is named. */
    private static final double BESIDE_TYPE = 0.5;
    /** And where a make is: a text names its make once and goes on about it without, until it names another. */
    private static final double BESIDE_MAKE = 0.25;

    /**
     * In the order of {@link AnswerSigns#NAMES}; as {@code flightline.eval.answers.AnswerableTraining} learns them, but for a
     * reason being asked for, which counts as a meaning does: few of the unanswerable questions it learns from ask for one.
     */
    private static final List<Double> WEIGHTS =
            List.of(4.1, 5.0, 1.2, 2.2, 1.7, -0.5, -16.3, -1.6, -2.8, 1.7, 0.0, 1.7);

    /**
     * In the order of {@link AnswerSigns#MEANT}, as learned.
     */
    private static final List<Double> WITH_MEANING = List.of(4.4, -1.0, -1.6, -2.3, -3.1, 2.3, -0.8, 35.4, -18.9);

    /**
     * Share of the question's words that must stand in one passage, unless the first is very like it: a value of something else of
     * the same name is worse than none.
     */
    private static final double LEAST_WORDS = 0.4;

    private static final double VERY_LIKE = 0.76;

    /** Share of the words from which it would be no reason that some are missing. */
    private static final double ALL_BUT_ALL = 0.75;

    /** Under which the weighed signs speak against. */
    private static final double BOUND = 5.2;

    private static final double BOUND_WITH_MEANING = 13.5;

    /** Asked of a day or of one aircraft's own past; said beside the question, as in "changed it yesterday, still low", it is no such sign. */
    private static final Pattern NO_DOCUMENT_KNOWS = Pattern.compile(
            "(?:^|[.?!]\\s+)(?:what|who|when|which|where|how)\\b[^.,;?!]*"
                    + "\\b(today|tomorrow|tonight|yesterday|next (?:week|month|year)|last (?:night|week|month))\\b"
                    + "|\\b(serial number\\b[^.,;?!]{0,40}\\b(?:our|my))\\b|\\b(who (?:signed|fitted|replaced|changed))\\b"
                    + "|\\b(how many (?:hours|cycles|landings) (?:has|have|did) (?:our|my))\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * The reason why not, in words; empty where it can.
     *
     * @param before the passages of its document that stand before one found, in order; asked for where they may decide
     */
    Optional<String> lacks(
            String question,
            Set<String> wanted,
            Set<String> unheard,
            List<Hit> hits,
            Function<Hit, List<Passage>> before,
            Supplier<PieceLikeness> likeness) {
        Optional<String> cannot = cannot(question, wanted, hits, before);
        if (cannot.isPresent()) return cannot;
        if (speakFor(question, AnswerSigns.of(question, wanted, unheard, hits), likeness)) return Optional.empty();
        return Optional.of(nobodySpeaksOf(unheard)
                .or(() -> quantityIsMissing(question, wanted, hits))
                .orElseGet(() -> tooLittle(new AskedWords(wanted), hits)));
    }

    /** The reason why no passage of these can be the answer, whatever else speaks for it; empty where one may be. */
    Optional<String> cannot(String question, Set<String> wanted, List<Hit> hits, Function<Hit, List<Passage>> before) {
        if (hits.isEmpty()) return Optional.of("The library holds nothing in scope about this.");
        Matcher unknown = NO_DOCUMENT_KNOWS.matcher(question);
        if (unknown.find())
            return Optional.of(
                    "The library's documents cannot know this (“" + asked(unknown) + "”); the aircraft's records may.");
        return typeIsMissing(question, new AskedWords(wanted), hits, before);
    }

    private static boolean speakFor(String question, List<Double> signs, Supplier<PieceLikeness> likeness) {
        boolean elsewhere =
                AnswerSigns.named("passage", signs) < LEAST_WORDS && AnswerSigns.named("like", signs) < VERY_LIKE;
        if (elsewhere) return false;
        PieceLikeness known = likeness.get();
        return known.isKnown()
                ? sum(AnswerSigns.with(known, question, signs), WITH_MEANING) >= BOUND_WITH_MEANING
                : sum(signs, WEIGHTS) >= BOUND;
    }

    private static double sum(List<Double> signs, List<Double> weights) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) sum += weights.get(i) * signs.get(i);
        return sum;
    }

    private static String asked(Matcher unknown) {
        for (int i = 1; i <= unknown.groupCount(); i++) if (unknown.group(i) != null) return unknown.group(i);
        return unknown.group();
    }

    private static Optional<String> typeIsMissing(
            String question, AskedWords words, List<Hit> hits, Function<Hit, List<Passage>> before) {
        List<NamedType> named = NamedType.in(question);
        if (named.isEmpty()) return Optional.empty();
        AskedWords rest = words.without(word -> named.stream().anyMatch(type -> type.has(word)));
        // Either all are makes or none is.
        double beside = named.getFirst().makeAlone() ? BESIDE_MAKE : BESIDE_TYPE;
        boolean there = hits.stream()
                .limit(LOOK_AT)
                .filter(hit -> named.stream().anyMatch(type -> speaksOf(type, hit, before)))
                .anyMatch(hit -> rest.isEmpty() || rest.covered(Words.of(AnswerSigns.around(hit))) >= beside);
        if (there) return Optional.empty();
        return Optional.of("No passage in scope says this of "
                + String.join(" or ", named.stream().map(NamedType::written).toList()) + ", which you name.");
    }

    private static boolean speaksOf(NamedType type, Hit hit, Function<Hit, List<Passage>> before) {
        if (type.standsIn(AnswerSigns.around(hit))) return true;
        return type.makeAlone()
                && named(hit.passage()).isEmpty()
                && before.apply(hit).reversed().stream()
                        .map(Answerable::named)
                        .filter(makes -> !makes.isEmpty())
                        .findFirst()
                        .filter(makes -> type.standsIn(makes.getLast().written()))
                        .isPresent();
    }

    private static List<Makes.Named> named(Passage passage) {
        return Makes.standard().in(String.join("\n", passage.path()) + "\n" + passage.text());
    }

    private static Optional<String> nobodySpeaksOf(Set<String> unheard) {
        if (unheard.isEmpty()) return Optional.empty();
        return Optional.of("No passage in scope has “" + String.join("” or “", new TreeSet<>(unheard))
                + "” or any word like it, which you name.");
    }

    private static Optional<String> quantityIsMissing(String question, Set<String> wanted, List<Hit> hits) {
        for (AskedQuantity quantity : AskedQuantity.of(question))
            if (!AnswerSigns.given(quantity, wanted, hits))
                return Optional.of("You ask for " + quantity.words + ", and no passage in scope gives one for this.");
        return Optional.empty();
    }

    private static String tooLittle(AskedWords words, List<Hit> hits) {
        double best = 0;
        for (Hit hit : hits.subList(0, Math.min(LOOK_AT, hits.size())))
            best = Math.max(best, words.covered(Words.of(AnswerSigns.around(hit))));
        if (best >= ALL_BUT_ALL)
            return "Passages in scope have the words that you ask with, but none seems to say what you ask of them."
                    + " A search shows the nearest.";
        return "No passage in scope speaks of enough of what you ask: the nearest has " + Math.round(best * 100)
                + " % of the words that matter.";
    }
}
