package flightline.policy;

import flightline.corpus.Clearance;
import flightline.model.Embedder;
import flightline.terms.Vocabulary;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Stands before every request. Same text, same principal, same rules: same decision. */
public final class Gate {
    /** The list of words that only ours use. */
    private static final String TRADE = "trade";

    private record Compiled(AcceptableUse.Clause clause, List<PhrasePattern> phrases, List<PhrasePattern> unless) {}

    private final AcceptableUse use;
    private final List<Compiled> rules;
    private final Set<String> sentence;
    private final List<PhrasePattern> outOfScope;
    private final Concepts concepts;
    private final PurposeFeatures features;
    private final PurposeModel model;
    private final Set<String> neverExcepted;
    private final Embedder embedder;
    private final InstantSource clock;

    /** With the purpose model that ships with the product. */
    public Gate(AcceptableUse use, Embedder embedder, InstantSource clock) {
        this(use, PurposeModel.shipped(), embedder, clock);
    }

    /**
     * Throws {@link IllegalArgumentException} where the rules name a list or a clause that is not there.
     *
     * @param embedder tells what a request means; with another than the model was taught with, words alone decide
     * @param clock says whether an exception still holds
     */
    public Gate(AcceptableUse use, PurposeModel model, Embedder embedder, InstantSource clock) {
        this.use = use;
        this.model = model;
        this.embedder = embedder;
        this.clock = clock;
        this.neverExcepted = Set.copyOf(List.of(use.neverExcepted().strip().split("\\s+")));
        this.concepts = new Concepts(use.lists());
        this.features = new PurposeFeatures(concepts, Vocabulary.standard());
        this.rules = use.rules().stream()
                .map(r -> new Compiled(
                        use.clause(r.clause()), compile(r.phrases(), concepts), compile(r.unless(), concepts)))
                .toList();
        this.sentence = Set.copyOf(List.of(use.sentence().strip().split("\\s+")));
        this.outOfScope = compile(use.outOfScope().phrases(), concepts);
    }

    public String policyVersion() {
        return use.version();
    }

    /** What the log must say of a judgement besides the outcome. */
    public Map<String, String> facts(String text, Principal asker) {
        var facts = new TreeMap<>(Map.of("policy", use.version()));
        Principal.Organisation organisation = asker.organisation();
        // Nobody else has an exception.
        if (organisation.kind().isEmpty() || organisation.kind().equals("civil")) return facts;
        facts.put("organisation", (organisation.kind() + " " + organisation.country()).strip());
        if (decide(text, asker) instanceof Decision.Allowed(var scope)
                && !scope.exemption().isEmpty()) facts.put("exception", scope.exemption());
        return facts;
    }

    /** The judgement, an exception taken into account. */
    public Decision decide(String text, Principal asker) {
        Decision decision = judge(text, asker);
        if (!(decision instanceof Decision.Refused refused)
                || !use.clause(refused.clause()).exceptable()) return decision;
        List<String> words = RequestWords.of(text);
        if (words.stream().anyMatch(neverExcepted::contains)) return decision;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return use.exceptions().stream()
                .filter(e -> e.covers(asker.organisation(), refused.clause(), today))
                .findFirst()
                .<Decision>map(e -> new Decision.Allowed(new Scope(clearance(asker), e.id())))
                .orElse(decision);
    }

    private Decision judge(String text, Principal asker) {
        List<String> words = RequestWords.of(text);
        if (words.isEmpty()) return new Decision.Allowed(scope(asker));
        for (Compiled compiled : rules) {
            Optional<List<String>> found = compiled.phrases.stream()
                    .flatMap(p -> p.foundIn(words).stream())
                    .findFirst();
            if (found.isPresent() && !any(compiled.unless, words)) return refused(compiled.clause, found.get());
        }
        return byPurpose(text, words, asker);
    }

    private Decision byPurpose(String text, List<String> words, Principal asker) {
        PurposeFeatures.Sparse sparse = features.of(words);
        PurposeModel.Purpose purpose = model.of(sparse, text, embedder);
        AcceptableUse.Clause clause = use.clause(purpose.clause());
        AcceptableUse.Thresholds sure = use.thresholds();
        boolean ours = words.stream().anyMatch(w -> concepts.of(w).contains(TRADE));
        double enough = ours ? enough(clause) : sure.refuseForeign();
        if (purpose.refused() >= enough) return refused(clause, model.weightiest(sparse, PurposeModel.REFUSED));
        boolean foreign = words.stream().anyMatch(sentence::contains)
                && (purpose.foreign() >= sure.outOfScope() || (!ours && 1 - purpose.allowed() >= sure.doubt()));
        return foreign || any(outOfScope, words)
                ? new Decision.OutOfScope(use.outOfScope().why())
                : new Decision.Allowed(scope(asker));
    }

    private double enough(AcceptableUse.Clause clause) {
        if (clause.sure() != null) return clause.sure();
        return clause.grave()
                ? use.thresholds().refuseGrave()
                : use.thresholds().refuse();
    }

    private static Decision refused(AcceptableUse.Clause clause, List<String> words) {
        String named = words.isEmpty() ? "" : " (What weighed most: " + String.join(", ", words) + ".)";
        return new Decision.Refused(clause.clause(), clause.category(), clause.why() + named);
    }

    /** What this asker may see, whatever is asked. The one place that decides it. */
    public Clearance clearance(Principal asker) {
        return PlainClearance.of(asker);
    }

    private Scope scope(Principal asker) {
        return new Scope(clearance(asker));
    }

    private static boolean any(List<PhrasePattern> patterns, List<String> words) {
        return patterns.stream().anyMatch(p -> p.foundIn(words).isPresent());
    }

    private static List<PhrasePattern> compile(List<String> phrases, Concepts concepts) {
        return phrases.stream().map(p -> new PhrasePattern(p, concepts)).toList();
    }
}
