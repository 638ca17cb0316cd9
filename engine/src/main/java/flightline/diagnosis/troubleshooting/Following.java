package flightline.diagnosis.troubleshooting;

import flightline.diagnosis.troubleshooting.IsolationTree.End;
import flightline.diagnosis.troubleshooting.IsolationTree.Node;
import flightline.diagnosis.troubleshooting.IsolationTree.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What following an isolation procedure to its end is expected to take, and whether beginning it elsewhere would take
 * clearly less. The procedure's order stays: this is advice beside it.
 */
public final class Following {
    /** A way that is less likely than this is not followed further. */
    private static final double RARE = 0.002;
    /** Share of the minutes from which on another entry is worth mentioning: what is known of the minutes is rough. */
    private static final double CLEARLY = 0.8;

    private final IsolationTree tree;
    private final Map<String, Trial> trials;
    private final Strategy strategy;

    /** @param trials of the tree's nodes, by node; one that is missing is passed without minutes */
    public Following(IsolationTree tree, Map<String, Trial> trials, Strategy strategy) {
        this.tree = tree;
        this.trials = Map.copyOf(trials);
        this.strategy = strategy;
    }

    /** Another place to begin. */
    public record Entry(Node node, double expected, double fromHere) {}

    /** Expected minutes until the trouble is gone when the procedure is followed from this node on. */
    public double from(Node node, Beliefs beliefs, Strategy.Done done) {
        return from(node, beliefs, done, 1, new HashSet<>());
    }

    /** The best node to begin at instead, absent where beginning here is about as good. */
    public Optional<Entry> elsewhere(Node here, Beliefs beliefs, Strategy.Done done) {
        double fromHere = from(here, beliefs, done);
        Optional<Entry> best = Optional.empty();
        double least = CLEARLY * fromHere;
        for (Node node : tree.ahead(here)) {
            if (node.id().equals(here.id()) || !trials.containsKey(node.id())) continue;
            double expected = from(node, beliefs, done);
            if (expected < least) {
                least = expected;
                best = Optional.of(new Entry(node, expected, fromHere));
            }
        }
        return best;
    }

    private double from(Node node, Beliefs beliefs, Strategy.Done done, double chance, Set<String> above) {
        if (chance < RARE || !above.add(node.id())) return strategy.repairing(beliefs, done);
        Optional<Trial> trial = Optional.ofNullable(trials.get(node.id()));
        double expected = switch (node) {
            case End end ->
                trial.map(t -> strategy.starting(t, beliefs, done)).orElseGet(() -> strategy.repairing(beliefs, done));
            case Step step ->
                trial.map(t -> step(step, t, beliefs, done, chance, above))
                        .orElseGet(() -> onward(step, beliefs, done, chance, above));
        };
        above.remove(node.id());
        return expected;
    }

    private double step(Step step, Trial trial, Beliefs beliefs, Strategy.Done done, double chance, Set<String> above) {
        Strategy.Done after = done.and(trial);
        double expected = done.minutes(trial);
        for (Outcome outcome : trial.outcomes()) {
            double likely = beliefs.chance(outcome);
            Beliefs then = beliefs.after(outcome);
            expected += likely
                    * tree.next(step, outcome.answer())
                            .map(next -> from(next, then, after, chance * likely, above))
                            .orElseGet(() -> strategy.repairing(then, after));
        }
        return expected;
    }

    /** A step that asks nothing leads on, where it leads to one place. */
    private double onward(Step step, Beliefs beliefs, Strategy.Done done, double chance, Set<String> above) {
        List<Node> next = step.branches().stream()
                .flatMap(b -> tree.at(b.next()).stream())
                .distinct()
                .toList();
        return next.size() == 1
                ? from(next.getFirst(), beliefs, done, chance, above)
                : strategy.repairing(beliefs, done);
    }
}
