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
 *
 * <p>Where tags say what a text stands in, its place decides. Running text has no tags: a safety text between the head
 * of a section and its first step is said before the procedure begins, and belongs to every step and item of it; where
 * the section has none but in sections beneath, to theirs.
 */
final class SafetyAssignment {
    private static final Comparator<SafetyText> GRAVEST_FIRST = Comparator.comparing(SafetyText::kind)
            .thenComparingInt(s -> s.place().start());

    /** Formats whose tags say what a safety text belongs to. */
    private static final List<String> TAGGED = List.of("S1000D", "iSpec", "MIL-STD");
    /** More steps than this beneath a heading are a manual, not a procedure. */
    private static final int MOST_BENEATH = 40;

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
        String format = document.header().format();
        assignment.spreadGeneral(format.startsWith("S1000D"));
        if (TAGGED.stream().noneMatch(format::startsWith)) assignment.spreadLeading();
        assignment.labelThemselves();
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
            case Block.Exercise e -> {}
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
                case Block.Exercise e -> false;
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

    private void spreadLeading() {
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i).block() instanceof Block.Safety safety) || safety.general() || !leads(i)) continue;
            var text = new SafetyText(safety.kind(), safety.text(), safety.place());
            for (int act : acts(i)) assigned.get(act).add(text);
        }
    }

    /** Whether nothing was to be done yet in its section, and what follows is the procedure, a paragraph before it at most. */
    private boolean leads(int index) {
        List<String> section = blocks.get(index).path();
        for (int i = index - 1; i >= 0 && under(blocks.get(i).path(), section); i--)
            if (isAct(blocks.get(i).block())) return false;
        int paragraphs = 0;
        for (int i = index + 1; i < blocks.size() && under(blocks.get(i).path(), section); i++) {
            if (isAct(blocks.get(i).block())) return true;
            boolean beside = blocks.get(i).path().equals(section);
            if (beside && blocks.get(i).block() instanceof Block.Paragraph && ++paragraphs > 1) return false;
        }
        return false;
    }

    /** Places of the steps and items of the section; of the sections beneath it where it has none itself. */
    private List<Integer> acts(int index) {
        List<String> section = blocks.get(index).path();
        List<Integer> own = new ArrayList<>();
        List<Integer> beneath = new ArrayList<>();
        for (int i = index + 1; i < blocks.size() && under(blocks.get(i).path(), section); i++) {
            if (!isAct(blocks.get(i).block())) continue;
            (blocks.get(i).path().equals(section) ? own : beneath).add(i);
        }
        if (!own.isEmpty()) return own;
        return beneath.size() <= MOST_BENEATH ? beneath : List.of();
    }

    private static boolean isAct(Block block) {
        return (block instanceof Block.Step || block instanceof Block.ListItem)
                && !block.text().isBlank();
    }

    /** Who quotes a warning alone owes its label too. */
    private void labelThemselves() {
        for (int i = 0; i < blocks.size(); i++)
            if (blocks.get(i).block() instanceof Block.Safety(var kind, var general, var text, var place))
                assigned.get(i).add(new SafetyText(kind, text, place));
    }

    static boolean leadsIn(Block.Paragraph paragraph) {
        return paragraph.text().stripTrailing().endsWith(":");
    }

    private static boolean under(List<String> path, List<String> section) {
        return path.size() >= section.size() && path.subList(0, section.size()).equals(section);
    }
}
