package flightline.policy;

import flightline.corpus.Marking;
import flightline.terms.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stands before every request. Same text, same principal, same rules: same decision. */
public final class Gate {
    /** The list of words that only ours use. */
    private static final String TRADE = "trade";

    private record Compiled(AcceptableUse.Clause clause, List<PhrasePattern> phrases, List<PhrasePattern> unless) {}

    private final AcceptableUse use;
    private final List<Compiled> rules;
    private final Set<String> sentence;
    private final List<PhrasePattern> lawful;
    private final List<PhrasePattern> outOfScope;
    private final Concepts concepts;
    private final PurposeFeatures features;
    private final PurposeModel model;

    /** With the purpose model that ships with the product. */
    public Gate(AcceptableUse use) {
        this(use, PurposeModel.shipped());
    }

    public Gate(AcceptableUse use, PurposeModel model) {
        this.use = use;
        this.model = model;
        this.concepts = new Concepts(use.lists());
        this.features = new PurposeFeatures(concepts, Vocabulary.standard());
        this.rules = use.rules().stream()
                .map(r -> new Compiled(
                        use.clause(r.clause()), compile(r.phrases(), concepts), compile(r.unless(), concepts)))
                .toList();
        this.sentence = Set.copyOf(List.of(use.sentence().strip().split("\\s+")));
        this.lawful = compile(use.lawful(), concepts);
        this.outOfScope = compile(use.outOfScope().phrases(), concepts);
    }

    public String policyVersion() {
        return use.version();
    }

    public Decision decide(String text, Principal asker) {
        List<String> words = RequestWords.of(text);
        if (words.isEmpty()) return new Decision.Allowed(scope(asker));
        for (Compiled compiled : rules) {
            Optional<List<String>> found = compiled.phrases.stream()
                    .flatMap(p -> p.foundIn(words).stream())
                    .findFirst();
            if (found.isPresent() && !any(compiled.unless, words)) return refused(compiled.clause, found.get());
        }
        return byPurpose(words, asker);
    }

    private Decision byPurpose(List<String> words, Principal asker) {
        PurposeFeatures.Sparse sparse = features.of(words);
        PurposeModel.Purpose purpose = model.of(sparse);
        AcceptableUse.Clause clause = use.clause(purpose.clause());
        AcceptableUse.Thresholds sure = use.thresholds();
        boolean ours = words.stream().anyMatch(w -> concepts.of(w).contains(TRADE));
        double enough = clause.grave() ? sure.refuseGrave() : sure.refuse();
        if (!ours) enough = sure.refuseForeign();
        else if (any(lawful, words)) enough = sure.refuseLawful();
        if (purpose.refused() >= enough) return refused(clause, model.weightiest(sparse, PurposeModel.REFUSED));
        boolean foreign = words.stream().anyMatch(sentence::contains)
                && (purpose.foreign() >= sure.outOfScope() || (!ours && 1 - purpose.allowed() >= sure.doubt()));
        return foreign || any(outOfScope, words)
                ? new Decision.OutOfScope(use.outOfScope().why())
                : new Decision.Allowed(scope(asker));
    }

    private static Decision refused(AcceptableUse.Clause clause, List<String> words) {
        String named = words.isEmpty() ? "" : " (What weighed most: " + String.join(", ", words) + ".)";
        return new Decision.Refused(clause.clause(), clause.category(), clause.why() + named);
    }

    private static Scope scope(Principal asker) {
        var markings = new HashSet<>(asker.clearances());
        markings.add(Marking.UNMARKED);
        return new Scope(markings);
    }

    private static boolean any(List<PhrasePattern> patterns, List<String> words) {
        return patterns.stream().anyMatch(p -> p.foundIn(words).isPresent());
    }

    private static List<PhrasePattern> compile(List<String> phrases, Concepts concepts) {
        return phrases.stream().map(p -> new PhrasePattern(p, concepts)).toList();
    }
}
