package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyText;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says which warnings, cautions and notes belong to which block.
 *
 * <p>A safety text stands before what it belongs to: the next step or paragraph in its section, the steps beneath that
 * step, and the list or procedure that the paragraph leads into. One with nothing after it in its section belongs to
 * what stands before it there. A general one belongs to every step of its section; in S1000D, whose required safety
 * conditions stand apart from the procedure, to every step of the document.
 */
final class SafetyAssignment {
    private static final Comparator<SafetyText> GRAVEST_FIRST = Comparator.comparing(SafetyText::kind)
            .thenComparingInt(s -> s.place().start());

    private final List<PlacedBlock> blocks;
    private final List<List<SafetyText>> assigned = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();

    private record Waiting(SafetyText text, List<String> path, int index) {}

    /** Safety texts that hold for what lies deeper than {@code depth}; a paragraph that leads in has depth -1. */
    private record Scope(int depth, List<String> path, List<SafetyText> texts, boolean procedure) {}

    private SafetyAssignment(List<PlacedBlock> blocks) {
        this.blocks = blocks;
        for (int i = 0; i < blocks.size(); i++) assigned.add(new ArrayList<>());
    }

    /** For each block of the document, what belongs to it, gravest first. */
    static List<List<SafetyText>> of(StructuredDocument document) {
        var assignment = new SafetyAssignment(document.blocks());
        for (int i = 0; i < document.blocks().size(); i++) assignment.visit(i);
        for (var orphan : assignment.waiting) assignment.giveBack(orphan);
        assignment.spreadGeneral(document.header().format().startsWith("S1000D"));
        return assignment.assigned.stream()
                .map(texts -> texts.stream().distinct().sorted(GRAVEST_FIRST).toList())
                .toList();
    }

    private void visit(int index) {
        var placed = blocks.get(index);
        scopes.removeIf(scope -> !placed.path().equals(scope.path()));
        switch (placed.block()) {
            case Block.Safety s
            when !s.general() ->
                waiting.add(new Waiting(new SafetyText(s.kind(), s.text(), s.place()), placed.path(), index));
            case Block.Step step -> receive(index, step.depth(), true);
            case Block.ListItem item -> receive(index, item.depth(), false);
            case Block.Paragraph p -> {
                // Text between the steps of a procedure does not end what its introduction warned of.
                scopes.removeIf(scope -> !scope.procedure());
                receive(index, -1, false);
                if (!leadsIn(p)) scopes.removeIf(scope -> scope.depth() == -1 && !scope.procedure());
            }
            case Block.Table t -> receive(index, Integer.MAX_VALUE, false);
            case Block.Fault f -> receive(index, Integer.MAX_VALUE, false);
            case Block.IsolationStep s -> receive(index, Integer.MAX_VALUE, false);
            case Block.IsolationEnd e -> receive(index, Integer.MAX_VALUE, false);
            case Block.Safety general -> {}
            case Block.Heading h -> {}
            case Block.Figure f -> {}
            case Block.Part p -> {}
        }
    }

    private void receive(int index, int depth, boolean step) {
        var placed = blocks.get(index);
        if (placed.block().text().isBlank()) return;
        if (depth >= 0) {
            if (depth < Integer.MAX_VALUE) scopes.removeIf(scope -> scope.depth() >= depth);
            for (Scope scope : scopes) assigned.get(index).addAll(scope.texts());
            if (step) scopes.replaceAll(scope -> new Scope(scope.depth(), scope.path(), scope.texts(), true));
        }
        List<SafetyText> own = new ArrayList<>();
        for (Waiting text : waiting) if (under(placed.path(), text.path()) || !giveBack(text)) own.add(text.text());
        waiting.clear();
        assigned.get(index).addAll(own);
        if (!own.isEmpty() && depth < Integer.MAX_VALUE) scopes.add(new Scope(depth, placed.path(), own, step));
    }

    /** Gives a text that ended its section to the last block of that section that can take it; false where there is none. */
    private boolean giveBack(Waiting orphan) {
        for (int i = orphan.index() - 1; i >= 0 && under(blocks.get(i).path(), orphan.path()); i--) {
            var placed = blocks.get(i);
            if (!placed.path().equals(orphan.path())) continue;
            boolean takes = switch (placed.block()) {
                case Block.Step s -> true;
                case Block.ListItem l -> true;
                case Block.Paragraph p -> true;
                case Block.Table t -> true;
                case Block.Fault f -> true;
                case Block.IsolationStep s -> true;
                case Block.IsolationEnd e -> true;
                case Block.Safety s -> false;
                case Block.Heading h -> false;
                case Block.Figure f -> false;
                case Block.Part p -> false;
            };
            if (takes && !placed.block().text().isBlank()) {
                assigned.get(i).add(orphan.text());
                return true;
            }
        }
        return false;
    }

    private void spreadGeneral(boolean documentWide) {
        for (var placed : blocks) {
            if (!(placed.block() instanceof Block.Safety(var kind, var general, var text, var place)) || !general)
                continue;
            var safety = new SafetyText(kind, text, place);
            for (int i = 0; i < blocks.size(); i++) {
                var block = blocks.get(i).block();
                boolean act = block instanceof Block.Step
                        || block instanceof Block.IsolationStep
                        || block instanceof Block.IsolationEnd;
                if (act && (documentWide || under(blocks.get(i).path(), placed.path())))
                    assigned.get(i).add(safety);
            }
        }
    }

    static boolean leadsIn(Block.Paragraph paragraph) {
        return paragraph.text().stripTrailing().endsWith(":");
    }

    private static boolean under(List<String> path, List<String> section) {
        return path.size() >= section.size() && path.subList(0, section.size()).equals(section);
    }
}
