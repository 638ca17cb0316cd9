package flightline.diagnosis;

import flightline.diagnosis.troubleshooting.Beliefs;
import flightline.diagnosis.troubleshooting.Following;
import flightline.diagnosis.troubleshooting.IsolationTree;
import flightline.diagnosis.troubleshooting.Strategy;
import flightline.diagnosis.troubleshooting.Trial;
import flightline.diagnosis.troubleshooting.UsualTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the search for a cause stands: what is believed, what was answered, what could be done, and what of it comes next.
 */
public final class Situation {
    /** Causes beyond these are believed in so little that no check would be made for them. */
    public static final int CAUSES = 80;

    /**
     * Shares of the evidence are flatter than the truth, so that a planner who took them for beliefs would test too much. Of the
     * 1,108 simulated faults of the sample records the first cause is believed in 0.757 on average and right in 0.766;
     * with 2 it is 0.811.
     */
    private static final double SHARPNESS = 1.5;

    /**
     * With so many records of like complaints a cause that a document lists and none of them speaks for counts in full; with
     * n times as many an n-th: each that tells of something else is a time when it was not this.
     */
    private static final double FEW_RECORDS = 2;

    private final Beliefs prior;
    private final Beliefs beliefs;
    private final List<Candidate> candidates;
    private final List<Finding> findings;
    private final Procedures procedures;
    private final Strategy strategy;
    private final Strategy.Done done;

    private Situation(
            Beliefs prior,
            Beliefs beliefs,
            List<Candidate> candidates,
            List<Finding> findings,
            Procedures procedures,
            List<Trial> trials) {
        this.prior = prior;
        this.beliefs = beliefs;
        this.candidates = candidates;
        this.findings = findings;
        this.procedures = procedures;
        this.strategy = new Strategy(trials);
        this.done = done(candidates, findings);
    }

    /**
     * @param causes all that are ranked, not only those shown
     * @param findings answers so far, oldest first
     */
    public static Situation of(List<Cause> causes, Exhibits exhibits, List<Finding> findings) {
        Map<String, Double> weights = weights(causes.stream().limit(CAUSES).toList(), exhibits);
        Beliefs prior = Beliefs.of(weights);
        Beliefs beliefs = prior;
        for (Finding finding : counting(findings)) beliefs = beliefs.after(finding.outcome());
        List<Candidate> candidates = new CandidateMaker(exhibits, List.copyOf(weights.keySet())).all();
        var trials = new ArrayList<Trial>();
        candidates.forEach(c -> trials.add(c.trial()));
        Set<String> repaired = new HashSet<>();
        trials.stream().filter(Trial::repairs).forEach(t -> repaired.addAll(t.parts()));
        for (String part : weights.keySet())
            if (!repaired.contains(part)) trials.add(Trial.repair("part:" + part, Set.of(part), UsualTimes.change()));
        return new Situation(prior, beliefs, candidates, findings, exhibits.procedures(), trials);
    }

    private static Map<String, Double> weights(List<Cause> causes, Exhibits exhibits) {
        Set<String> records = new HashSet<>();
        exhibits.precedents().forEach(past -> records.add(past.id()));
        long speaking = causes.stream()
                .flatMap(cause -> cause.evidence().stream())
                .filter(records::contains)
                .distinct()
                .count();
        double unheard = Math.min(1, FEW_RECORDS / Math.max(1, speaking));
        var weights = new LinkedHashMap<String, Double>();
        for (Cause cause : causes) {
            boolean heard = cause.evidence().stream().anyMatch(records::contains);
            weights.merge(cause.part(), (heard ? 1 : unheard) * Math.pow(cause.probability(), SHARPNESS), Double::sum);
        }
        return weights;
    }

    /** The same answer twice is one answer; two that contradict each other both count and so undo each other. */
    private static List<Finding> counting(List<Finding> findings) {
        var seen = new LinkedHashSet<String>();
        var counting = new ArrayList<Finding>();
        for (Finding finding : findings)
            if (!finding.skipped()
                    && seen.add(finding.check() + " " + finding.outcome().answer())) counting.add(finding);
        return counting;
    }

    /** Checks that were answered in more than one way, skipping aside. */
    public static List<String> contradicted(List<Finding> findings) {
        var answers = new LinkedHashMap<String, Set<String>>();
        for (Finding finding : findings)
            if (!finding.skipped())
                answers.computeIfAbsent(finding.check(), c -> new HashSet<>())
                        .add(finding.outcome().answer());
        return answers.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    public Beliefs prior() {
        return prior;
    }

    public Beliefs beliefs() {
        return beliefs;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The strategy over everything that can be done, and what was done of it. */
    public Strategy strategy() {
        return strategy;
    }

    public Strategy.Done done() {
        return done;
    }

    /**
     * Something that can be done, in the order of the documents: isolation, rows, tests, then what cured before.
     *
     * @param node of the isolation tree, empty for others
     * @param after check that must have been found bad before, empty where it may come at any time
     * @param documented whether a document tells it; else it is what a record tells was done
     */
    public record Option(Trial trial, String node, String after, boolean documented) {}

    public List<Option> options() {
        return candidates.stream()
                .map(c -> new Option(c.trial(), c.node(), c.after(), c.source() instanceof Candidate.Source.Written))
                .toList();
    }

    /** The cause that is the same part as this one under another name; absent where none is. */
    public Optional<String> cause(String part) {
        List<String> known = beliefs.ranked();
        return Optional.of(SamePart.as(SamePart.name(part), known)).filter(known::contains);
    }

    /** The finding that an answer to a check makes; absent where there is no such check or it has no such answer. */
    public Optional<Finding> finding(String check, String answer) {
        return candidate(check)
                .flatMap(c -> Answering.outcome(c.trial(), answer)
                        .map(o -> new Finding(
                                check, c.source().key(), c.node(), c.trial().repairs(), o)));
    }

    /** Answers that a check may have; empty where there is no such check. */
    public List<String> answers(String check) {
        return candidate(check)
                .map(c -> c.trial().outcomes().stream().map(o -> o.answer()).toList())
                .orElse(List.of());
    }

    /** What a check says; empty where there is no such check. */
    public String text(String check) {
        return candidate(check).map(Candidate::text).orElse("");
    }

    /** Hash of the file that a check stands in, hexadecimal; empty for one from a record. */
    public String source(String check) {
        return candidate(check)
                .map(c -> switch (c.source()) {
                    case Candidate.Source.Written(var document) ->
                        document.hit().document().source().hex();
                    case Candidate.Source.Done done -> "";
                })
                .orElse("");
    }

    /** Causes that a check is about. */
    public List<String> parts(String check) {
        return candidate(check)
                .map(c -> c.trial().parts().stream().sorted().toList())
                .orElse(List.of());
    }

    private Optional<Candidate> candidate(String check) {
        return candidates.stream().filter(c -> c.id().equals(check)).findFirst();
    }

    /** The tree that is followed, absent where none applies or it was left. */
    public Optional<IsolationTree> tree() {
        return treeKey().map(procedures.trees()::get);
    }

    /** Trials of the tree's nodes. */
    public Map<String, Trial> treeTrials() {
        var trials = new HashMap<String, Trial>();
        candidates.stream().filter(Candidate::inTree).forEach(c -> trials.put(c.node(), c.trial()));
        return trials;
    }

    /** The node of the tree that is to be answered now; absent where there is no tree, it ended, or a step was skipped. */
    public Optional<IsolationTree.Node> current() {
        return treeKey().flatMap(key -> {
            var answers = new HashMap<String, String>();
            var skipped = new HashSet<String>();
            for (Finding finding : findings) {
                if (!finding.document().equals(key) || finding.node().isEmpty()) continue;
                if (finding.skipped()) {
                    skipped.add(finding.node());
                    continue;
                }
                skipped.remove(finding.node());
                answers.put(finding.node(), finding.outcome().answer());
            }
            return Optional.ofNullable(procedures.trees().get(key))
                    .flatMap(tree -> tree.current(answers))
                    .filter(node -> !answers.containsKey(node.id()) && !skipped.contains(node.id()));
        });
    }

    /** Where the procedure might be entered instead, by what is believed now. */
    Optional<Following.Entry> elsewhere(IsolationTree.Node here) {
        return tree().flatMap(tree -> new Following(tree, treeTrials(), strategy).elsewhere(here, beliefs, done));
    }

    List<Candidate> open() {
        Set<String> bad = new HashSet<>();
        for (Finding finding : findings)
            if (finding.outcome().answer().equals(flightline.diagnosis.troubleshooting.Outcome.FAIL))
                bad.add(finding.check());
        return candidates.stream()
                .filter(c -> !done.trials().contains(c.id()))
                .filter(c -> c.after().isEmpty() || bad.contains(c.after()))
                .toList();
    }

    private Optional<String> treeKey() {
        return candidates.stream()
                .filter(Candidate::inTree)
                .map(c -> c.source().key())
                .filter(procedures.trees()::containsKey)
                .findFirst();
    }

    private static Strategy.Done done(List<Candidate> candidates, List<Finding> findings) {
        var done = Strategy.Done.NOTHING;
        for (Finding finding : findings) {
            var places = new HashSet<>(done.places());
            var trials = new HashSet<>(done.trials());
            trials.add(finding.check());
            for (Candidate candidate : candidates)
                if (candidate.id().equals(finding.check())
                        && !candidate.trial().cost().place().isEmpty())
                    places.add(candidate.trial().cost().place());
            done = new Strategy.Done(trials, places);
        }
        return done;
    }
}
