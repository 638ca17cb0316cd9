package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.diagnosis.claim.Sentences;
import flightline.search.Hit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a question can be answered from what was found. Search always finds something near; these are the signs that
 * it is not the answer: another type than the one named, no quantity of the kind that is asked for, a matter that no
 * document can know, or too few of the question's words in passages that do not stand out from the rest.
 *
 * <p>The constants were chosen on the questions set aside for tuning in {@code eval/questions}, {@code COVERED} without the
 * words of the hangar: with them it came out at 0.7, and turned away 30 of 100 answerable questions that were not tuned on.
 */
final class Answerable {
    private static final int LOOK_AT = 6;
    /** Share of the other words that must stand where a type is named. */
    private static final double BESIDE_TYPE = 0.5;
    /** Share of the words that must stand in the sentence that gives the quantity. */
    private static final double BESIDE_QUANTITY = 0.2;
    /** Share of the words that must stand in it and the sentences before and after it. */
    private static final double AROUND_QUANTITY = 0.33;
    /** Share of the words that must stand in one passage, where the first does not stand out. */
    private static final double COVERED = 0.55;
    /**
     * The search's score from which the first passage is likely to answer whatever words it has: a cosine of three quarters with
     * the model that ships.
     */
    private static final double LIKE = 0.76;
    /** Words of a question in which a word that the library does not have is no longer the matter. */
    private static final int MOST_WORDS_BESIDE = 8;
    /** How far down the list the first passage is compared. */
    private static final int TENTH = 9;
    /** What standing out by one counts beside the share of words. */
    private static final double STANDING_OUT = 2;

    private static final double MOST_STANDING_OUT = 0.2;
    /** Where fewer than ten were found, how far the first stands out cannot be told. */
    private static final double FEW_FOUND = 0.05;

    /** Asked of a day or of one aircraft's own past; said beside the question, as in "changed it yesterday, still low", it is no such sign. */
    private static final Pattern NO_DOCUMENT_KNOWS = Pattern.compile(
            "(?:^|[.?!]\\s+)(?:what|who|when|which|where|how)\\b[^.,;?!]*"
                    + "\\b(today|tomorrow|tonight|yesterday|next (?:week|month|year)|last (?:night|week|month))\\b"
                    + "|\\b(serial number\\b[^.,;?!]{0,40}\\b(?:our|my))\\b|\\b(who (?:signed|fitted|replaced|changed))\\b"
                    + "|\\b(how many (?:hours|cycles|landings) (?:has|have|did) (?:our|my))\\b",
            Pattern.CASE_INSENSITIVE);

    /** The reason why not, in words; empty where it can. */
    Optional<String> lacks(String question, Set<String> wanted, Set<String> unheard, List<Hit> hits) {
        if (hits.isEmpty()) return Optional.of("The library holds nothing in scope about this.");
        Matcher unknown = NO_DOCUMENT_KNOWS.matcher(question);
        if (unknown.find())
            return Optional.of(
                    "The library's documents cannot know this (“" + asked(unknown) + "”); the aircraft's records may.");
        List<Hit> best = hits.subList(0, Math.min(LOOK_AT, hits.size()));
        var words = new AskedWords(wanted);
        return typeIsMissing(question, words, best)
                .or(() -> nobodySpeaksOf(unheard, words))
                .or(() -> quantityIsMissing(question, words, best))
                .or(() -> tooLittle(words, best, standingOut(hits)));
    }

    private static String asked(Matcher unknown) {
        for (int i = 1; i <= unknown.groupCount(); i++) if (unknown.group(i) != null) return unknown.group(i);
        return unknown.group();
    }

    private static Optional<String> typeIsMissing(String question, AskedWords words, List<Hit> hits) {
        List<NamedType> named = NamedType.in(question);
        if (named.isEmpty()) return Optional.empty();
        AskedWords rest = words.without(word -> named.stream().anyMatch(type -> type.has(word)));
        boolean there = hits.stream()
                .filter(hit -> named.stream().anyMatch(type -> type.standsIn(around(hit))))
                .anyMatch(hit -> rest.isEmpty() || rest.covered(Words.of(around(hit))) >= BESIDE_TYPE);
        if (there) return Optional.empty();
        return Optional.of("No passage in scope says this of "
                + String.join(" or ", named.stream().map(NamedType::written).toList()) + ", which you name.");
    }

    /** One strange word among many others may be by the way; among few it is what is asked about. */
    private static Optional<String> nobodySpeaksOf(Set<String> unheard, AskedWords words) {
        if (unheard.isEmpty() || words.size() > MOST_WORDS_BESIDE * unheard.size()) return Optional.empty();
        return Optional.of("No passage in scope has “" + String.join("” or “", new TreeSet<>(unheard))
                + "” or any word like it, which you name.");
    }

    private static Optional<String> quantityIsMissing(String question, AskedWords words, List<Hit> hits) {
        for (AskedQuantity quantity : AskedQuantity.of(question))
            if (hits.stream().noneMatch(hit -> givesItOfThis(quantity, words, sentences(hit.passage()))))
                return Optional.of("You ask for " + quantity.words + ", and no passage in scope gives one for this.");
        return Optional.empty();
    }

    /** A quantity belongs to the matter where its sentence and the two beside it speak of it. */
    private static boolean givesItOfThis(AskedQuantity quantity, AskedWords words, List<String> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            if (!quantity.givenIn(sentences.get(i)) || words.covered(Words.of(sentences.get(i))) < BESIDE_QUANTITY)
                continue;
            List<String> around = sentences.subList(Math.max(0, i - 1), Math.min(sentences.size(), i + 2));
            if (words.covered(Words.of(String.join(" ", around))) >= AROUND_QUANTITY) return true;
        }
        return false;
    }

    private static Optional<String> tooLittle(AskedWords words, List<Hit> hits, double standingOut) {
        if (hits.getFirst().score() >= LIKE) return Optional.empty();
        double best = 0;
        for (Hit hit : hits) best = Math.max(best, words.covered(Words.of(around(hit))));
        if (best + STANDING_OUT * standingOut >= COVERED) return Optional.empty();
        return Optional.of("No passage in scope speaks of enough of what you ask: the nearest has "
                + Math.round(best * 100) + " % of the words that matter.");
    }

    private static double standingOut(List<Hit> hits) {
        if (hits.size() <= TENTH) return FEW_FOUND;
        return Math.min(
                MOST_STANDING_OUT, hits.getFirst().score() - hits.get(TENTH).score());
    }

    private static List<String> sentences(Passage passage) {
        return passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.LIST_ITEM
                ? Sentences.of(passage.text())
                : List.of(passage.context() + " " + passage.text());
    }

    private static String around(Hit hit) {
        Passage passage = hit.passage();
        return passage.text() + "\n" + passage.context() + "\n" + String.join("\n", passage.path()) + "\n"
                + hit.document().header().title() + "\n"
                + hit.document().header().id().value() + "\n"
                + passage.applicability().canonical();
    }
}
