package flightline.policy;

import flightline.model.Embedder;
import flightline.terms.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a request asks for: by rules in words, and by what was learned from labelled requests. Decides nothing. */
final class Recognition {
    /** The list of words that only ours use. */
    private static final String TRADE = "trade";
    /** A rule in words leaves nothing to doubt. */
    private static final double CERTAIN = 1;

    private record Compiled(AcceptableUse.Clause clause, List<PhrasePattern> phrases, List<PhrasePattern> unless) {}

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
     */
    record Purpose(Optional<Found> found, boolean foreign) {}

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

    /** Whether it stays forbidden for everybody where it is forbidden at all. */
    boolean neverExcepted(List<String> words) {
        return words.stream().anyMatch(neverExcepted::contains);
    }

    /** Clauses whose rules in words fire, in the order of the rules, each once. */
    List<Found> byRules(List<String> words) {
        var found = new ArrayList<Found>();
        for (Compiled rule : rules) {
            if (found.stream().anyMatch(f -> f.clause().equals(rule.clause))) continue;
            rule.phrases.stream()
                    .flatMap(p -> p.foundIn(words).stream())
                    .findFirst()
                    .filter(said -> !any(rule.unless, words))
                    .ifPresent(said -> found.add(new Found(rule.clause, CERTAIN, said)));
        }
        return found;
    }

    /** What it is for, as learned. */
    Purpose byPurpose(String text, List<String> words) {
        PurposeFeatures.Sparse sparse = features.of(text, words);
        PurposeModel.Purpose purpose = model.of(sparse, text, embedder);
        AcceptableUse.Clause clause = use.clause(purpose.clause());
        AcceptableUse.Thresholds sure = use.thresholds();
        boolean ours = words.stream().anyMatch(w -> concepts.of(w).contains(TRADE));
        double enough = ours ? enough(clause) : sure.refuseForeign();
        if (purpose.refused() >= enough)
            return new Purpose(
                    Optional.of(new Found(clause, purpose.refused(), model.weightiest(sparse, PurposeModel.REFUSED))),
                    false);
        boolean foreign = words.stream().anyMatch(sentence::contains)
                && (purpose.foreign() >= sure.outOfScope() || (!ours && 1 - purpose.allowed() >= sure.doubt()));
        return new Purpose(Optional.empty(), foreign || any(outOfScope, words));
    }

    private double enough(AcceptableUse.Clause clause) {
        if (clause.sure() != null) return clause.sure();
        return clause.grave()
                ? use.thresholds().refuseGrave()
                : use.thresholds().refuse();
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    private static boolean any(List<PhrasePattern> patterns, List<String> words) {
        return patterns.stream().anyMatch(p -> p.foundIn(words).isPresent());
    }

    private static List<PhrasePattern> compile(List<String> phrases, Concepts concepts) {
        return phrases.stream().map(p -> new PhrasePattern(p, concepts)).toList();
    }
}
