package flightline.diff;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes a document apart into what is compared. */
final class Units {
    private static final String CELLS = " | ";

    private Units() {}

    static List<Unit> of(StructuredDocument document) {
        var units = new ArrayList<Unit>();
        for (PlacedBlock placed : document.blocks()) add(placed, units);
        return units;
    }

    private static void add(PlacedBlock placed, List<Unit> units) {
        switch (placed.block()) {
            case Block.Heading h -> units.add(unit("heading", h.number(), placed));
            case Block.Paragraph p -> units.add(unit("paragraph", "", placed));
            case Block.ListItem i -> units.add(unit("item", i.label(), placed));
            case Block.Step s -> units.add(unit("step", s.number(), placed));
            case Block.Safety s ->
                units.add(Unit.of(
                        s.kind().name().toLowerCase(Locale.ROOT),
                        Optional.of(s.kind()),
                        "",
                        s.text(),
                        placed.path(),
                        s.place(),
                        placed.applicability()));
            case Block.Table t -> table(t, placed, units);
            case Block.Figure f -> units.add(unit("figure", f.reference(), placed));
            case Block.Fault f -> units.add(unit("fault", f.code(), placed));
            case Block.IsolationStep s -> units.add(unit("isolation-step", s.id(), placed));
            case Block.IsolationEnd e -> units.add(unit("isolation-end", e.id(), placed));
            case Block.Part p -> units.add(unit("part", p.item(), placed));
            case Block.Exercise e -> units.add(unit("exercise", "", placed));
        }
    }

    private static void table(Block.Table table, PlacedBlock placed, List<Unit> units) {
        if (!table.caption().isBlank()) units.add(line("caption", "", table.caption(), placed));
        if (!table.header().isEmpty()) units.add(line("columns", "", String.join(CELLS, table.header()), placed));
        for (Block.Row row : table.rows())
            units.add(Unit.of(
                    "row",
                    Optional.<SafetyKind>empty(),
                    row.cells().isEmpty() ? "" : row.cells().getFirst(),
                    String.join(CELLS, row.cells()),
                    placed.path(),
                    row.place(),
                    placed.applicability()));
    }

    private static Unit unit(String kind, String number, PlacedBlock placed) {
        return line(kind, number, placed.block().text(), placed);
    }

    private static Unit line(String kind, String number, String text, PlacedBlock placed) {
        return Unit.of(
                kind,
                Optional.empty(),
                number,
                text,
                placed.path(),
                placed.block().place(),
                placed.applicability());
    }
}
