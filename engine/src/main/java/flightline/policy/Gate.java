package flightline.policy;

import flightline.corpus.Clearance;
import flightline.model.Embedder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stands before every request: finds what it asks for, and lets the policies say what follows. Same text, same principal,
 * same rules, same day: same decision.
 */
public final class Gate {
    /** Stands in the place of a clause where a second look is set up and cannot be had. */
    private static final String NO_SECOND_LOOK = "no-second-look";

    /** In place of a clause, where no role of the asker may ask. */
    private static final String ROLE = "ROLE";

    private final Rulebook rulebook;
    private final Recognition recognition;
    private final Optional<LlamaGuard> guard;
    private final InstantSource clock;

    /** By the rules that ship but for how a request is recognised. */
    public Gate(AcceptableUse use, Embedder embedder, InstantSource clock) {
        this(use, PurposeModel.shipped(), embedder, clock);
    }

    /** By the rules that ship but for how a request is recognised. */
    public Gate(AcceptableUse use, PurposeModel model, Embedder embedder, InstantSource clock) {
        this(Rulebook.shipped().recognising(use), model, embedder, clock, Optional.empty());
    }

    /** With the purpose model that ships with the product. */
    public Gate(Rulebook rulebook, Embedder embedder, InstantSource clock) {
        this(rulebook, PurposeModel.shipped(), embedder, clock, Optional.empty());
    }

    /**
     * Throws {@link PolicyFault} where the rules name a list or a clause that is not there.
     *
     * @param embedder tells what a request means; with another than the model was taught with, words alone decide
     * @param clock says whether an exception still holds
     * @param guard takes a second look at what would be let through
     */
    public Gate(
            Rulebook rulebook, PurposeModel model, Embedder embedder, InstantSource clock, Optional<LlamaGuard> guard) {
        this.rulebook = rulebook;
        this.clock = clock;
        this.guard = guard;
        try {
            this.recognition = new Recognition(rulebook.recognition(), model, embedder);
        } catch (IllegalArgumentException e) {
            throw new PolicyFault(PolicyBundle.RECOGNITION + ": " + e.getMessage(), e);
        }
    }

    public String policyVersion() {
        return rulebook.version();
    }

    /** Who may do what and sees what, by the same rules. */
    public Access access() {
        return rulebook.access();
    }

    /** What the log must say of a judgement besides the outcome. */
    public Map<String, String> facts(String text, Principal asker) {
        var facts = new TreeMap<>(Map.of("policy", policyVersion()));
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

    /** What is known of whose matter a request is, besides its words. */
    private enum Known {
        NOTHING,
        IN_RECORDS,
        IN_LIBRARY
    }

    /** The judgement; throws {@link PolicyFault} where the policies cannot be asked. */
    public Decision decide(String text, Principal asker) {
        return decide(text, asker, Known.NOTHING);
    }

    /**
     * The same of a question that was understood, word for word, as one over the organisation's own records: it is ours, whatever else it sounds like.
     * What is forbidden stays so.
     */
    public Decision decideOverRecords(String text, Principal asker) {
        return decide(text, asker, Known.IN_RECORDS);
    }

    /**
     * The same of a request that the library speaks of, which makes it ours where it only sounded foreign. What is forbidden stays so, and so does what
     * had hardly been told from it.
     */
    public Decision decideOverLibrary(String text, Principal asker) {
        return decide(text, asker, Known.IN_LIBRARY);
    }

    private Decision decide(String written, Principal asker, Known known) {
        String text = RequestText.plain(written);
        List<String> words = RequestWords.of(text);
        List<RequestText.Part> parts = RequestText.parts(text);
        boolean never = recognition.neverExcepted(words);
        var found = new ArrayList<>(recognition.byRules(
                words, parts.stream().map(part -> RequestWords.of(part.text())).toList()));
        // What a rule in words has found and nothing excepts needs no second look, which costs some milliseconds.
        if (!found.isEmpty() && judge(asker, found, never, false) instanceof Decision.Refused refused) return refused;
        boolean foreign = false;
        if (!words.isEmpty()) {
            List<Recognition.Candidate> suspects = recognition.suspects(parts);
            Recognition.Purpose purpose = recognition.byPurpose(text, words);
            foreign = switch (known) {
                case NOTHING -> purpose.foreign();
                case IN_RECORDS -> false;
                case IN_LIBRARY -> purpose.foreign() && !purpose.harmless();
            };
            purpose.found().or(() -> recognition.byPart(suspects)).ifPresent(found::add);
        }
        Decision first = judge(asker, found, never, foreign);
        Optional<String> question = known == Known.IN_RECORDS ? Optional.empty() : recognition.question(words);
        if (first instanceof Decision.Allowed && question.isPresent()) return new Decision.OutOfScope(question.get());
        boolean again = first instanceof Decision.Allowed && !words.isEmpty();
        return again && guard.isPresent() ? secondLook(guard.get(), text, asker, found, first) : first;
    }

    /** It can add a clause to what was found, never take one away. */
    private Decision secondLook(
            LlamaGuard look, String text, Principal asker, List<Recognition.Found> found, Decision first) {
        return switch (look.ofRequest(text)) {
            case LlamaGuard.Reading.Safe() -> first;
            case LlamaGuard.Reading.Unsafe(var hazards) -> {
                var all = new ArrayList<>(found);
                for (GuardHazards.Hazard hazard : hazards)
                    all.add(new Recognition.Found(
                            rulebook.recognition().clause(hazard.clause()),
                            1,
                            List.of("Llama Guard: " + hazard.title())));
                yield judge(asker, all, recognition.neverExcepted(RequestWords.of(text)), false);
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

    /**
     * What speaks against showing a sentence that a language model worded; empty where nothing does. Quotations are the
     * documents' and need no leave.
     */
    public Optional<String> objection(String request, String sentence) {
        List<Recognition.Found> found = recognition.byRules(RequestWords.of(sentence));
        if (!found.isEmpty())
            return Optional.of(
                    "it falls under clause " + found.getFirst().clause().clause());
        return guard.flatMap(look -> switch (look.ofAnswer(request, sentence)) {
            case LlamaGuard.Reading.Safe() -> Optional.empty();
            case LlamaGuard.Reading.Unsafe(var hazards) ->
                Optional.of("it falls under clause " + hazards.getFirst().clause() + " (Llama Guard: "
                        + hazards.getFirst().title() + ")");
            case LlamaGuard.Reading.None(var why) -> Optional.of("the second look could not be had: " + why);
        });
    }

    /**
     * What follows from what was found.
     *
     * @param found in the order in which a refusal names them
     * @param never whether it stays forbidden for everybody where it is forbidden at all
     * @param foreign whether it has nothing to do with us
     */
    Decision judge(Principal asker, List<Recognition.Found> found, boolean never, boolean foreign) {
        AskerFacts facts = AskerFacts.of(asker);
        Set<String> clauses = found.stream().map(f -> f.clause().clause()).collect(Collectors.toSet());
        Ruling ruling = rule(facts, clauses, never, Set.of());
        if (ruling.permitted()) {
            if (!clauses.isEmpty()) return allowed(asker, announced(clauses));
            return foreign
                    ? new Decision.OutOfScope(
                            rulebook.recognition().outOfScope().why())
                    : allowed(asker, "");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<String> exempted = rulebook.exemptions().covering(asker.organisation(), clauses, today);
        if (exempted.isEmpty()) return refused(asker, ruling, found);
        Ruling excepted = rule(facts, clauses, never, exempted);
        return excepted.permitted() ? allowed(asker, granted(asker, exempted, today)) : refused(asker, excepted, found);
    }

    private String granted(Principal asker, Set<String> exempted, LocalDate today) {
        return exempted.stream()
                .sorted()
                .flatMap(c -> rulebook.exemptions().id(asker.organisation(), c, today).stream())
                .findFirst()
                .orElse("");
    }

    private Ruling rule(AskerFacts facts, Set<String> clauses, boolean never, Set<String> exempted) {
        return rulebook.judge().rule(new Question.Ask(facts, clauses, never, exempted));
    }

    private String announced(Set<String> clauses) {
        return rulebook.announced().stream()
                .filter(a -> clauses.contains(a.clause()))
                .map(Announced::id)
                .findFirst()
                .orElse("");
    }

    /** Under the first clause, in the order in which they were found, that the policies forbid it for. */
    private Decision refused(Principal asker, Ruling ruling, List<Recognition.Found> found) {
        if (ruling.reasons().isEmpty()) return noRole(asker);
        Set<String> forbidden =
                ruling.reasons().stream().map(rulebook.judge()::clause).collect(Collectors.toSet());
        return found.stream()
                .filter(f -> forbidden.contains(f.clause().clause()))
                .findFirst()
                .<Decision>map(f -> new Decision.Refused(
                        f.clause().clause(), f.clause().category(), f.clause().why() + weighed(f.words())))
                .orElseGet(() -> new Decision.Refused(
                        String.join(", ", new TreeSet<>(forbidden)),
                        "the organisation's rules",
                        "The rules in force forbid it."));
    }

    private Decision noRole(Principal asker) {
        return new Decision.Refused(
                ROLE,
                "role",
                rulebook.access().refusal(asker, Act.ASK).orElse("The rules in force permit it to nobody."));
    }

    private static String weighed(List<String> words) {
        return words.isEmpty() ? "" : " (What weighed most: " + String.join(", ", words) + ".)";
    }

    private Decision allowed(Principal asker, String exemption) {
        return new Decision.Allowed(new Scope(clearance(asker), exemption));
    }

    /** What this asker may see, whatever is asked. The one place that decides it. */
    public Clearance clearance(Principal asker) {
        return new PolicyClearance(rulebook.access(), asker);
    }
}
