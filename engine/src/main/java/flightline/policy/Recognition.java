package flightline.policy;

import flightline.model.Embedder;
import flightline.terms.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a request asks for: by rules in words, and by what was learned from labelled requests. Decides nothing. */
final class Recognition {
    /** The list of words that only ours use. */
    private static final String TRADE = "trade";
    /** A rule in words leaves nothing to doubt. */
    private static final double CERTAIN = 1;

    /** Words of a part that says something by itself. */
    private static final int SHORTEST_PART = 3;
    /**
     * By the words alone; where less speaks for it the meaning is not asked, which costs some milliseconds a part. Of 206 parts
     * that were found in requests hidden among harmless sentences 203 have as much.
     */
    private static final double WORTH_A_LOOK = 0.4;

    /** A sentence that tells what happened, torn out of its story, is refused on more certainty than one that asks for something. */
    private static final double SURE_OF_TOLD = 0.95;

    /** Likelihood of what is to be refused up to which nothing harmful is suspected in a request that sounds foreign. */
    private static final double HARMLESS = 0.1;

    private record Compiled(AcceptableUse.Clause clause, List<PhrasePattern> phrases, List<PhrasePattern> unless) {
        Optional<List<String>> firesIn(List<String> words) {
            return phrases.stream()
                    .flatMap(p -> p.foundIn(words).stream())
                    .findFirst()
                    .filter(said -> !any(unless, words));
        }
    }

    /**
     * A clause that a request falls under.
     *
     * @param sureness 0 to 1
     * @param words that weighed most
     */
    record Found(AcceptableUse.Clause clause, double sureness, List<String> words) {
        Found {
            words = List.copyOf(words);
        }
    }

    /**
     * What a request is for.
     *
     * @param found the clause it falls under, where that is sure enough
     * @param foreign whether it has nothing to do with us
     * @param harmless whether it is foreign at most, so that a library which speaks of the matter makes it ours
     */
    record Purpose(Optional<Found> found, boolean foreign, boolean harmless) {}

    /** What is asked back where it cannot be told what a request is for; empty where it can, or seems so. */
    Optional<String> question(List<String> words) {
        AcceptableUse.OtherLanguages other = use.otherLanguages();
        return other == null
                ? Optional.empty()
                : tongues.inDoubt(words).map(word -> other.why() + " (It has the word '" + word + "'.)");
    }

    private final AcceptableUse use;
    private final List<Compiled> rules;
    private final Set<String> sentence;
    private final Set<String> neverExcepted;
    private final Set<String> exceptedWork;
    private final List<PhrasePattern> outOfScope;
    private final Concepts concepts;
    private final OtherTongues tongues;
    private final PurposeFeatures features;
    private final PurposeModel model;
    private final Embedder embedder;

    /**
     * Throws {@link IllegalArgumentException} where the rules name a list or a clause that is not there.
     *
     * @param embedder tells what a request means; with another than the model was taught with, words alone decide
     */
    Recognition(AcceptableUse use, PurposeModel model, Embedder embedder) {
        this.use = use;
        this.model = model;
        this.embedder = embedder;
        this.neverExcepted = words(use.neverExcepted());
        this.exceptedWork = words(use.exceptedWork());
        this.concepts = new Concepts(use.lists());
        this.features = new PurposeFeatures(use, Vocabulary.standard());
        this.rules = use.rules().stream()
                .map(r -> new Compiled(
                        use.clause(r.clause()), compile(r.phrases(), concepts), compile(r.unless(), concepts)))
                .toList();
        this.tongues = OtherTongues.of(use);
        this.sentence = words(use.sentence());
        this.outOfScope = compile(use.outOfScope().phrases(), concepts);
    }

    /**
     * Whether it stays forbidden for everybody where it is forbidden at all: it has a word of design or employment, or none of the
     * work that an exception is made for.
     */
    boolean neverExcepted(List<String> words) {
        return words.stream().anyMatch(neverExcepted::contains)
                || (!exceptedWork.isEmpty() && words.stream().noneMatch(exceptedWork::contains));
    }

    /** Clauses whose rules in words fire, in the order of the rules, each once. */
    List<Found> byRules(List<String> words) {
        return byRules(words, List.of());
    }

    /**
     * As {@link #byRules(List)}; what takes a rule back must stand in the same part as what makes it fire, or it would be enough to
     * say something harmless besides.
     *
     * @param parts words of each part of the text
     */
    List<Found> byRules(List<String> words, List<List<String>> parts) {
        var found = new ArrayList<Found>();
        for (Compiled rule : rules) {
            if (found.stream().anyMatch(f -> f.clause().equals(rule.clause))) continue;
            Stream.concat(Stream.of(words), parts.stream())
                    .flatMap(text -> rule.firesIn(text).stream())
                    .findFirst()
                    .ifPresent(said -> found.add(new Found(rule.clause, CERTAIN, said)));
        }
        return found;
    }

    /** A part of a text that speaks by its words for being refused. */
    record Candidate(RequestText.Part part, List<String> words, PurposeFeatures.Sparse sparse, double byWords) {}

    /** Those parts of a text, likeliest first. The meaning of the first may be looked at beside that of the whole, which costs as long. */
    List<Candidate> suspects(List<RequestText.Part> parts) {
        List<Candidate> suspects = parts.stream()
                .flatMap(part -> candidate(part).stream())
                .sorted(Comparator.comparingDouble(Candidate::byWords).reversed())
                .toList();
        if (!suspects.isEmpty() && model.reads(embedder))
            embedder.soon(suspects.getFirst().part().text());
        return suspects;
    }

    /** The first of them that is to be refused, as learned. */
    Optional<Found> byPart(List<Candidate> suspects) {
        return suspects.stream()
                .flatMap(it -> refused(model.of(it.sparse, it.part.text(), embedder), it.sparse, it.words)
                        .filter(found -> found.sureness() >= SURE_OF_TOLD || !Narration.tells(it.part.sentence()))
                        .stream())
                .findFirst();
    }

    private Optional<Candidate> candidate(RequestText.Part part) {
        List<String> words = RequestWords.of(part.text());
        if (words.size() < SHORTEST_PART) return Optional.empty();
        PurposeFeatures.Sparse sparse = features.of(part.text(), words);
        double byWords = model.refusedByWords(sparse);
        return byWords < WORTH_A_LOOK ? Optional.empty() : Optional.of(new Candidate(part, words, sparse, byWords));
    }

    private Optional<Found> refused(PurposeModel.Purpose purpose, PurposeFeatures.Sparse sparse, List<String> words) {
        AcceptableUse.Clause clause = use.clause(purpose.clause());
        double enough = ours(words) ? enough(clause) : use.thresholds().refuseForeign();
        return purpose.refused() >= enough
                ? Optional.of(new Found(clause, purpose.refused(), model.weightiest(sparse, PurposeModel.REFUSED)))
                : Optional.empty();
    }

    private boolean ours(List<String> words) {
        return words.stream().anyMatch(w -> concepts.of(w).contains(TRADE));
    }

    /** What it is for, as learned. */
    Purpose byPurpose(String text, List<String> words) {
        PurposeFeatures.Sparse sparse = features.of(text, words);
        PurposeModel.Purpose purpose = model.of(sparse, text, embedder);
        Optional<Found> refused = refused(purpose, sparse, words);
        if (refused.isPresent()) return new Purpose(refused, false, false);
        AcceptableUse.Thresholds sure = use.thresholds();
        boolean foreign = words.stream().anyMatch(sentence::contains)
                && (purpose.foreign() >= sure.outOfScope() || (!ours(words) && 1 - purpose.allowed() >= sure.doubt()));
        boolean named = any(outOfScope, words);
        return new Purpose(Optional.empty(), foreign || named, !named && purpose.refused() <= HARMLESS);
    }

    private double enough(AcceptableUse.Clause clause) {
        if (clause.sure() != null) return clause.sure();
        return clause.grave()
                ? use.thresholds().refuseGrave()
                : use.thresholds().refuse();
    }

    private static Set<String> words(String list) {
        return list.isBlank() ? Set.of() : Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    private static boolean any(List<PhrasePattern> patterns, List<String> words) {
        return patterns.stream().anyMatch(p -> p.foundIn(words).isPresent());
    }

    private static List<PhrasePattern> compile(List<String> phrases, Concepts concepts) {
        return phrases.stream().map(p -> new PhrasePattern(p, concepts)).toList();
    }
}
