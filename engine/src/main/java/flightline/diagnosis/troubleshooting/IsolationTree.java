package flightline.diagnosis.troubleshooting;

import flightline.corpus.Block;
import flightline.corpus.StructuredDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A fault isolation procedure as a tree of questions: where it begins, where each answer leads, where it ends. It may join
 * and jump back, as such procedures do; an answer that leads nowhere in the document is one without a next step.
 */
public final class IsolationTree {
    /** A question or an end. */
    public sealed interface Node {
        String id();

        /** 0-based index of its block in the document. */
        int block();
    }

    /**
     * A step.
     *
     * @param question that its answer is for; empty for one that only acts
     * @param idle whether there is nothing to do or to answer: it only leads to what follows, or only closes the procedure
     */
    public record Step(String id, int block, String question, List<Block.Branch> branches, boolean idle)
            implements Node {
        public Step {
            branches = List.copyOf(branches);
        }
    }

    /**
     * An end: the remedy.
     *
     * @param references documents that tell how
     */
    public record End(String id, int block, String text, List<String> references) implements Node {
        public End {
            references = List.copyOf(references);
        }
    }

    private final Map<String, Node> nodes;
    private final List<Node> inOrder;

    private IsolationTree(Map<String, Node> nodes) {
        this.nodes = nodes;
        this.inOrder = List.copyOf(nodes.values());
    }

    /** The tree of a document; absent where it isolates nothing. */
    public static Optional<IsolationTree> of(StructuredDocument document) {
        var nodes = new LinkedHashMap<String, Node>();
        for (int i = 0; i < document.blocks().size(); i++)
            switch (document.blocks().get(i).block()) {
                case Block.IsolationStep step ->
                    nodes.putIfAbsent(
                            step.id(), new Step(step.id(), i, step.question(), step.branches(), isIdle(step)));
                case Block.IsolationEnd end ->
                    nodes.putIfAbsent(end.id(), new End(end.id(), i, end.text(), end.references()));
                case Block.Heading h -> {}
                case Block.Paragraph p -> {}
                case Block.ListItem l -> {}
                case Block.Step s -> {}
                case Block.Safety s -> {}
                case Block.Table t -> {}
                case Block.Figure f -> {}
                case Block.Fault f -> {}
                case Block.Part p -> {}
                case Block.Exercise e -> {}
            }
        boolean asks = nodes.values().stream().anyMatch(node -> node instanceof Step step && !step.idle());
        return asks ? Optional.of(new IsolationTree(nodes)) : Optional.empty();
    }

    private static boolean isIdle(Block.IsolationStep step) {
        return step.question().isBlank() && step.branches().size() < 2 && Idle.is(step.text());
    }

    /** Steps and ends as the document has them. */
    public List<Node> nodes() {
        return inOrder;
    }

    public Optional<Node> at(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The node in this block of the document. */
    public Optional<Node> inBlock(int block) {
        return inOrder.stream().filter(n -> n.block() == block).findFirst();
    }

    /** Where the procedure begins: its first step with something to do. */
    public Step first() {
        for (Node node : inOrder) if (node instanceof Step step && !step.idle()) return step;
        throw new IllegalStateException("a tree has a step");
    }

    /**
     * What follows after the answers given, steps passed over at which there is nothing to do; absent where an answer leads out
     * of the document or to a step that only closes.
     */
    public Optional<Node> current(Map<String, String> answers) {
        Node at = first();
        var seen = new LinkedHashSet<String>();
        while (at instanceof Step step && (step.idle() || answers.containsKey(step.id())) && seen.add(step.id())) {
            Optional<Node> next = next(step, answers.getOrDefault(step.id(), ""));
            if (next.isEmpty()) return next;
            at = next.get();
        }
        return Optional.of(at);
    }

    /** Where an answer leads; a step with one way on leads there whatever the answer is. */
    public Optional<Node> next(Step step, String answer) {
        for (Block.Branch branch : step.branches())
            if (branch.answer().equalsIgnoreCase(answer)) return at(branch.next());
        return step.branches().size() == 1 ? at(step.branches().getFirst().next()) : Optional.empty();
    }

    /** Everything that can still be met from here on, in the document's order, this node with it. */
    public List<Node> ahead(Node from) {
        Set<String> met = reach(from);
        return inOrder.stream().filter(n -> met.contains(n.id())).toList();
    }

    /** Ends that can be met from here. */
    public List<End> ends(Node from) {
        var ends = new ArrayList<End>();
        for (Node node : ahead(from)) if (node instanceof End end) ends.add(end);
        return ends;
    }

    /**
     * How likely each answer of a step is under each part that an end of the tree names: the answers that lead to an end of
     * that part share {@link Reliability#FINDS}, the others the rest. A part that all of them or none leads to tells
     * nothing.
     *
     * @param partsOfEnd the causes that an end names, by its id
     */
    public List<Outcome> outcomes(Step step, Map<String, Set<String>> partsOfEnd) {
        int n = step.branches().size();
        var by = new ArrayList<Map<String, Double>>();
        var leads = new ArrayList<Set<String>>();
        var all = new LinkedHashSet<String>();
        for (Block.Branch branch : step.branches()) {
            by.add(new HashMap<>());
            var parts = new LinkedHashSet<String>();
            at(branch.next())
                    .ifPresent(next ->
                            ends(next).forEach(end -> parts.addAll(partsOfEnd.getOrDefault(end.id(), Set.of()))));
            leads.add(parts);
            all.addAll(parts);
        }
        for (String part : all) {
            long ways = leads.stream().filter(l -> l.contains(part)).count();
            for (int i = 0; i < n; i++) {
                double theirs = ways == n
                        ? 1.0 / n
                        : leads.get(i).contains(part) ? Reliability.FINDS / ways : (1 - Reliability.FINDS) / (n - ways);
                by.get(i).put(part, theirs);
            }
        }
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < n; i++)
            outcomes.add(new Outcome(step.branches().get(i).answer(), by.get(i), 1.0 / n));
        return outcomes;
    }

    private Set<String> reach(Node from) {
        var met = new LinkedHashSet<String>();
        var open = new ArrayDeque<Node>();
        open.add(from);
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (!met.add(node.id()) || !(node instanceof Step step)) continue;
            for (Block.Branch branch : step.branches()) at(branch.next()).ifPresent(open::addLast);
        }
        return met;
    }
}
