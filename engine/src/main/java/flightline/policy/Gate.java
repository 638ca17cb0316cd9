package flightline.policy;

import flightline.corpus.Marking;
import flightline.model.Embedder;
import flightline.terms.Vocabulary;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stands before every request. Same text, same principal, same rules: same decision. */
public final class Gate {
    /** The list of words that only ours use. */
    private static final String TRADE = "trade";

    /** Stands in the place of a clause where a second look is set up and cannot be had. */
    private static final String NO_SECOND_LOOK = "no-second-look";

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
    private final Optional<LlamaGuard> guard;

    /** With the purpose model that ships with the product. */
    public Gate(AcceptableUse use, Embedder embedder, InstantSource clock) {
        this(use, PurposeModel.shipped(), embedder, clock, Optional.empty());
    }

    /**
     * Throws {@link IllegalArgumentException} where the rules name a list or a clause that is not there.
     *
     * @param embedder tells what a request means; with another than the model was taught with, words alone decide
     * @param clock says whether an exception still holds
     * @param guard takes a second look at what would be let through
     */
    public Gate(
            AcceptableUse use, PurposeModel model, Embedder embedder, InstantSource clock, Optional<LlamaGuard> guard) {
        this.use = use;
        this.model = model;
        this.embedder = embedder;
        this.clock = clock;
        this.guard = guard;
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
        guard.ifPresent(look ->
                facts.put("guard", (look.model().name() + " " + look.model().sha256()).strip()));
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
        Decision decision = secondLook(text, judge(text, asker));
        if (!(decision instanceof Decision.Refused refused)
                || refused.clause().equals(NO_SECOND_LOOK)
                || !use.clause(refused.clause()).exceptable()) return decision;
        List<String> words = RequestWords.of(text);
        if (words.stream().anyMatch(neverExcepted::contains)) return decision;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return use.exceptions().stream()
                .filter(e -> e.covers(asker.organisation(), refused.clause(), today))
                .findFirst()
                .<Decision>map(e -> new Decision.Allowed(new Scope(scope(asker).markings(), e.id())))
                .orElse(decision);
    }

    private Decision secondLook(String text, Decision first) {
        if (guard.isEmpty() || !(first instanceof Decision.Allowed) || text.isBlank()) return first;
        return switch (guard.get().ofRequest(text)) {
            case LlamaGuard.Reading.Safe() -> first;
            case LlamaGuard.Reading.Unsafe(var hazards) -> {
                AcceptableUse.Clause clause = use.clause(hazards.getFirst().clause());
                yield new Decision.Refused(clause.clause(), clause.category(), clause.why() + named(hazards));
            }
            // Whoever set up a second look relies on it.
            case LlamaGuard.Reading.None(var why) ->
                new Decision.Refused(
                        NO_SECOND_LOOK,
                        "not judged",
                        "The second look at requests that is set up here could not be had: " + why
                                + ". Nothing is answered until it can, or an administrator takes llama.guard out of the configuration.");
        };
    }

    private static String named(List<GuardHazards.Hazard> hazards) {
        return hazards.stream()
                .map(GuardHazards.Hazard::title)
                .collect(Collectors.joining(", ", " (Llama Guard: ", ".)"));
    }

    /**
     * What speaks against showing a sentence that a language model worded; empty where nothing does. Quotations are the
     * documents' and need no leave.
     */
    public Optional<String> objection(String request, String sentence) {
        List<String> words = RequestWords.of(sentence);
        for (Compiled compiled : rules)
            if (any(compiled.phrases, words) && !any(compiled.unless, words))
                return Optional.of("clause " + compiled.clause.clause() + ": " + compiled.clause.category());
        return guard.flatMap(look -> switch (look.ofAnswer(request, sentence)) {
            case LlamaGuard.Reading.Safe() -> Optional.empty();
            case LlamaGuard.Reading.Unsafe(var hazards) ->
                Optional.of("clause " + hazards.getFirst().clause() + named(hazards));
            case LlamaGuard.Reading.None(var why) -> Optional.of("the second look could not be had: " + why);
        });
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
