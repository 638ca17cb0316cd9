package flightline.drafting.datamodule;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.drafting.Procedure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts the blocks of a procedure into the order of a data module. What the source says before a step stays before it, what it says after a
 * step becomes part of that step; nothing is moved but the requirements, and warnings that nothing follows. Not for reuse.
 */
final class Arrangement {
    /** A heading that steps may stand under, as deep as the headings above it. */
    private record Section(int depth, Traced heading, Optional<ModuleStep> step) {}

    /** A step with the depth that the source gives it. */
    private record Deep(int depth, ModuleStep step) {}

    private final Procedure procedure;
    private final List<PlacedBlock> blocks;
    private final Needs needs = new Needs();
    private final List<Traced> general = new ArrayList<>();
    private final List<ModuleStep> roots = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Traced> leftOut = new ArrayList<>();
    private final Deque<Section> sections = new ArrayDeque<>();
    private final Deque<Deep> open = new ArrayDeque<>();
    private final List<Traced> pending = new ArrayList<>();
    private SectionKind kind = SectionKind.STEPS;
    private Optional<Traced> title = Optional.empty();

    Arrangement(Procedure procedure) {
        this.procedure = procedure;
        this.blocks = procedure.blocks();
    }

    DataModule module(ModuleCode code) {
        boolean headed = blocks.getFirst().block() instanceof Block.Heading;
        if (headed) title = Optional.of(Traced.all(blocks.getFirst()));
        for (int i = headed ? 1 : 0; i < blocks.size(); i++) place(i);
        end();
        new ModuleDoubts(procedure, code, needs, roots, doubts).all();
        return new DataModule(code, procedure, title, needs, general, roots, doubts, leftOut);
    }

    private void place(int at) {
        PlacedBlock placed = blocks.get(at);
        switch (placed.block()) {
            case Block.Heading heading -> heading(placed);
            case Block.Step step -> step(Traced.all(placed), step.depth());
            case Block.Safety safety -> safety(placed, safety);
            case Block.Paragraph paragraph -> {
                if (!captions(at)) words(placed, new Piece.Para(Traced.all(placed)));
            }
            case Block.ListItem item -> item(placed, item);
            case Block.Table table -> table(at, placed, table);
            case Block.Figure figure -> {
                if (!figure.text().isBlank()) words(placed, new Piece.Picture(Traced.all(placed)));
            }
            case Block.Fault fault -> words(placed, new Piece.Para(Traced.all(placed)));
            case Block.Part part -> words(placed, new Piece.Para(Traced.all(placed)));
            case Block.Exercise exercise -> leftOut.add(Traced.all(placed));
            case Block.IsolationStep step -> step(Traced.all(placed), 0);
            case Block.IsolationEnd end -> step(Traced.all(placed), 0);
        }
    }

    private void heading(PlacedBlock placed) {
        Traced words = Traced.all(placed);
        int depth = placed.path().size();
        noted();
        while (!sections.isEmpty() && sections.peek().depth() >= depth) close();
        open.clear();
        kind = SectionKind.of(words.text());
        if (kind != SectionKind.STEPS || onlyProcedure(words)) leftOut.add(words);
        sections.push(new Section(depth, words, Optional.empty()));
    }

    /** A heading that nothing stands under is kept as words: some layouts make a heading of the first line of a table. */
    private void close() {
        Section section = sections.pop();
        if (section.step().isPresent() || leftOut.contains(section.heading())) return;
        here().add(ModuleStep.saying(section.heading()));
        doubts.add(Doubt.of("this looks like a heading, and nothing stands under it", section.heading()));
    }

    /** Whether this is the only heading with steps beneath it, and says no more than that. */
    private boolean onlyProcedure(Traced heading) {
        return SectionKind.saysNothing(heading.text())
                && blocks.stream()
                                .filter(placed -> placed.block() instanceof Block.Step)
                                .map(PlacedBlock::path)
                                .distinct()
                                .count()
                        == 1;
    }

    /** The steps of the innermost section, which is begun with the first thing in it. */
    private List<ModuleStep> here() {
        List<ModuleStep> into = roots;
        var outermostFirst = new ArrayList<>(sections.reversed());
        sections.clear();
        for (Section section : outermostFirst) {
            ModuleStep step = section.step().orElse(null);
            if (step == null && !leftOut.contains(section.heading())) {
                step = ModuleStep.titled(section.heading());
                into.add(step);
            }
            if (step != null) into = step.within;
            sections.push(new Section(section.depth(), section.heading(), Optional.ofNullable(step)));
        }
        return into;
    }

    private void step(Traced words, int depth) {
        if (kind != SectionKind.STEPS) {
            // Steps under a heading of tools or conditions are steps all the same.
            kind = SectionKind.STEPS;
            leftOut.remove(sections.peek().heading());
        }
        List<ModuleStep> into = here();
        while (!open.isEmpty() && open.peek().depth() >= depth) open.pop();
        ModuleStep step = ModuleStep.saying(words);
        (open.isEmpty() ? into : open.peek().step().within).add(step);
        open.push(new Deep(depth, warned(step)));
    }

    private ModuleStep warned(ModuleStep step) {
        step.dangers.addAll(pending);
        pending.clear();
        return step;
    }

    private static SafetyKind kindOf(Traced safety) {
        return safety.from().block() instanceof Block.Safety one ? one.kind() : SafetyKind.NOTE;
    }

    private void safety(PlacedBlock placed, Block.Safety safety) {
        if (safety.general() || kind != SectionKind.STEPS) general.add(Traced.all(placed));
        else pending.add(Traced.all(placed));
    }

    /** Words that are no step of their own: a requirement, or part of the step before them. */
    private void words(PlacedBlock placed, Piece piece) {
        if (kind != SectionKind.STEPS && piece instanceof Piece.Para) {
            needs.add(kind, placed);
            return;
        }
        if (warned() && piece instanceof Piece.Picture) before("what this warns of is a picture");
        step(Traced.all(placed), piece);
    }

    private boolean warned() {
        return pending.stream().anyMatch(one -> kindOf(one) != SafetyKind.NOTE);
    }

    /** Sets the warnings that wait before the whole procedure, where nobody can read them too late. */
    private void before(String why) {
        for (Traced one : pending) {
            general.add(one);
            doubts.add(Doubt.of(why + ": it is set before the whole procedure", one));
        }
        pending.clear();
    }

    /** Adds to the step before, or begins one without a number where there is none, or where a warning stands before the words. */
    private void step(Traced words, Piece piece) {
        if (!open.isEmpty()
                && (pending.isEmpty() || (!warned() && open.peek().step().speaks()))) {
            noted();
            open.peek().step().pieces.add(piece);
            return;
        }
        for (Traced one : pending)
            if (kindOf(one) != SafetyKind.NOTE)
                doubts.add(Doubt.of("what this warns of is no step in the source", one));
        // A step that says nothing itself cannot be warned of.
        boolean own = !pending.isEmpty();
        ModuleStep step = own ? ModuleStep.saying(words) : ModuleStep.wordless();
        here().add(step);
        open.clear();
        open.push(new Deep(0, warned(step)));
        if (!own) step.pieces.add(piece);
    }

    private void item(PlacedBlock placed, Block.ListItem item) {
        if (kind != SectionKind.STEPS) {
            needs.add(kind, placed);
            return;
        }
        boolean counted = item.label().chars().anyMatch(Character::isLetterOrDigit);
        var added = new Piece.Item(Traced.all(placed), new ArrayList<>());
        if (pending.isEmpty()
                && !open.isEmpty()
                && !open.peek().step().pieces.isEmpty()
                && open.peek().step().pieces.getLast() instanceof Piece.Items(var items, var same)
                && (same == counted || item.depth() > 0))
            within(items, item.depth()).add(added);
        else step(added.words(), new Piece.Items(new ArrayList<>(List.of(added)), counted));
    }

    private static List<Piece.Item> within(List<Piece.Item> items, int depth) {
        List<Piece.Item> into = items;
        Block first = items.getFirst().words().from().block();
        int outermost = first instanceof Block.ListItem item ? item.depth() : 0;
        for (int i = outermost; i < depth && !into.isEmpty(); i++)
            into = into.getLast().within();
        return into;
    }

    /** Whether a paragraph is the caption of the table after it, and so becomes that table's title. */
    private boolean captions(int at) {
        return at + 1 < blocks.size()
                && blocks.get(at + 1).block() instanceof Block.Table table
                && blocks.get(at).block() instanceof Block.Paragraph paragraph
                && table.caption().strip().equals(paragraph.text().strip());
    }

    private void table(int at, PlacedBlock placed, Block.Table table) {
        Optional<Traced> caption =
                at > 0 && captions(at - 1) ? Optional.of(Traced.all(blocks.get(at - 1))) : Optional.empty();
        if (kind != SectionKind.STEPS && !table.rows().isEmpty()) {
            needs.add(kind, placed);
            caption.ifPresent(leftOut::add);
            if (!table.header().isEmpty())
                leftOut.add(new Traced(
                        placed,
                        placed.block().place(),
                        String.join(
                                " ",
                                table.header().stream()
                                        .filter(name -> table.text().contains(name))
                                        .toList())));
            return;
        }
        if (warned()) before("what this warns of is a table");
        step(Traced.all(placed), new Piece.Grid(placed, table, caption));
    }

    private void end() {
        while (!sections.isEmpty()) close();
        noted();
        before("nothing follows this in the source");
    }

    /** A note that no step follows belongs to the step before it. */
    private void noted() {
        if (open.isEmpty() || !open.peek().step().speaks()) return;
        for (Traced one : List.copyOf(pending))
            if (kindOf(one) == SafetyKind.NOTE) {
                open.peek().step().pieces.add(new Piece.Note(one));
                pending.remove(one);
            }
    }
}
