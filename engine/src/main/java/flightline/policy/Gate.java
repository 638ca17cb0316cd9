package flightline.policy;

import flightline.corpus.Marking;
import flightline.model.Embedder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stands before every request: finds what it asks for, and lets the policies say what follows. Same text, same principal,
 * same rules, same day: same decision.
 */
public final class Gate {
    /** In place of a clause, where no role of the asker may ask. */
    private static final String ROLE = "ROLE";

    private final Rulebook rulebook;
    private final Recognition recognition;
    private final InstantSource clock;

    /** By the rules that ship but for how a request is recognised. */
    public Gate(AcceptableUse use, Embedder embedder, InstantSource clock) {
        this(use, PurposeModel.shipped(), embedder, clock);
    }

    /** By the rules that ship but for how a request is recognised. */
    public Gate(AcceptableUse use, PurposeModel model, Embedder embedder, InstantSource clock) {
        this(Rulebook.shipped().recognising(use), model, embedder, clock);
    }

    /** With the purpose model that ships with the product. */
    public Gate(Rulebook rulebook, Embedder embedder, InstantSource clock) {
        this(rulebook, PurposeModel.shipped(), embedder, clock);
    }

    /**
     * Throws {@link PolicyFault} where the rules name a list or a clause that is not there.
     *
     * @param embedder tells what a request means; with another than the model was taught with, words alone decide
     * @param clock says whether an exception still holds
     */
    public Gate(Rulebook rulebook, PurposeModel model, Embedder embedder, InstantSource clock) {
        this.rulebook = rulebook;
        this.clock = clock;
        try {
            this.recognition = new Recognition(rulebook.recognition(), model, embedder);
        } catch (IllegalArgumentException e) {
            throw new PolicyFault(PolicyBundle.RECOGNITION + ": " + e.getMessage(), e);
        }
    }

    public String policyVersion() {
        return rulebook.version();
    }

    /** What the log must say of a judgement besides the outcome. */
    public Map<String, String> facts(String text, Principal asker) {
        var facts = new TreeMap<>(Map.of("policy", policyVersion()));
        Principal.Organisation organisation = asker.organisation();
        // Nobody else has an exception.
        if (organisation.kind().isEmpty() || organisation.kind().equals("civil")) return facts;
        facts.put("organisation", (organisation.kind() + " " + organisation.country()).strip());
        if (decide(text, asker) instanceof Decision.Allowed(var scope)
                && !scope.exemption().isEmpty()) facts.put("exception", scope.exemption());
        return facts;
    }

    /** The judgement; throws {@link PolicyFault} where the policies cannot be asked. */
    public Decision decide(String text, Principal asker) {
        List<String> words = RequestWords.of(text);
        boolean never = recognition.neverExcepted(words);
        var found = new ArrayList<>(recognition.byRules(words));
        // What a rule in words has found and nothing excepts needs no second look, which costs some milliseconds.
        if (!found.isEmpty() && judge(asker, found, never, false) instanceof Decision.Refused refused) return refused;
        boolean foreign = false;
        if (!words.isEmpty()) {
            Recognition.Purpose purpose = recognition.byPurpose(text, words);
            foreign = purpose.foreign();
            purpose.found().ifPresent(found::add);
        }
        return judge(asker, found, never, foreign);
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

    private static Decision allowed(Principal asker, String exemption) {
        var markings = new HashSet<>(asker.clearances());
        markings.add(Marking.UNMARKED);
        return new Decision.Allowed(new Scope(markings, exemption));
    }
}
