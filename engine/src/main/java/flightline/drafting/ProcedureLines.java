package flightline.drafting;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Citation;
import flightline.corpus.Configuration;
import flightline.corpus.PlacedBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets a procedure line by line, in its own order: nothing is left out, nothing is put in another place. */
final class ProcedureLines {
    private final Procedure procedure;
    private final Configuration aircraft;
    private final LocalDate on;
    /** Steps of an isolation by their ids, which no reader ever sees: on the paper they are counted. */
    private final Map<String, Integer> counted = new HashMap<>();

    ProcedureLines(Procedure procedure, Configuration aircraft, LocalDate on) {
        this.procedure = procedure;
        this.aircraft = aircraft;
        this.on = on;
        for (PlacedBlock placed : procedure.blocks()) {
            if (placed.block() instanceof Block.IsolationStep step) counted.put(step.id(), counted.size() + 1);
            if (placed.block() instanceof Block.IsolationEnd end) counted.put(end.id(), counted.size() + 1);
        }
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (PlacedBlock placed : procedure.blocks()) lines.addAll(lines(placed));
        return lines;
    }

    private List<Line> lines(PlacedBlock placed) {
        return switch (placed.block()) {
            case Block.Heading heading -> List.of(new Line.Subheading(all(placed)));
            case Block.Paragraph paragraph -> held(placed, Line.Remark.plain(all(placed)));
            case Block.ListItem item -> held(placed, new Line.Item(item.depth(), List.of(all(placed))));
            case Block.Step step -> List.of(step(placed, step.number(), step.depth()));
            case Block.Safety safety -> held(placed, new Line.Danger(safety.kind(), all(placed)));
            case Block.Table table ->
                held(placed, inItsCells(table) ? grid(placed, table) : Line.Remark.plain(all(placed)));
            case Block.Figure figure ->
                figure.text().isBlank()
                        ? List.of()
                        : List.of(new Line.Item(0, List.of(new Words.Ours("Figure:"), all(placed))));
            case Block.Fault fault -> held(placed, new Line.Item(0, List.of(all(placed))));
            case Block.IsolationStep step -> isolation(placed, step);
            case Block.IsolationEnd end -> List.of(step(placed, number(end.id()), 0));
            case Block.Part part -> held(placed, new Line.Item(0, List.of(all(placed))));
            case Block.Exercise exercise -> List.of();
        };
    }

    private List<Line> isolation(PlacedBlock placed, Block.IsolationStep step) {
        var lines = new ArrayList<Line>(List.of(step(placed, number(step.id()), 0)));
        String key = procedure.held().key();
        for (Block.Branch branch : step.branches()) {
            var words = new ArrayList<Words>(List.of(new Words.Catalogued(branch.answer(), key)));
            Integer next = counted.get(branch.next());
            if (next != null) words.addAll(List.of(new Words.Ours("- go to step"), new Words.Counted(next)));
            lines.add(new Line.Item(1, words));
        }
        return lines;
    }

    private String number(String id) {
        return Integer.toString(counted.getOrDefault(id, 0));
    }

    private Line.Step step(PlacedBlock placed, String number, int depth) {
        Optional<Line.Hold> hold = hold(placed);
        boolean done =
                hold.filter(one -> one.verdict() == Line.Hold.Verdict.DOES_NOT).isEmpty();
        return new Line.Step(number, depth, all(placed), hold, done);
    }

    /** What is no step has no room of its own for the aircraft it holds for, so that comes before it. */
    private List<Line> held(PlacedBlock placed, Line line) {
        return hold(placed)
                .<List<Line>>map(one ->
                        List.of(Line.Remark.plain(new Words.Ours(one.verdict().label()), one.words()), line))
                .orElse(List.of(line));
    }

    private Optional<Line.Hold> hold(PlacedBlock placed) {
        return procedure.further(placed).map(own -> {
            Applicability.Verdict verdict = own.appliesTo(aircraft);
            return new Line.Hold(
                    switch (verdict) {
                        case YES -> Line.Hold.Verdict.HOLDS;
                        case NO -> Line.Hold.Verdict.DOES_NOT;
                        case UNKNOWN -> Line.Hold.Verdict.UNKNOWN;
                    },
                    new Words.Catalogued(own.display(), procedure.held().key()));
        });
    }

    /** Whether the words of each cell stand in its row; where marks of the source hide that, the table is shown as it is written. */
    private static boolean inItsCells(Block.Table table) {
        return table.rows().stream()
                .allMatch(row -> row.cells().stream().allMatch(cell -> PaperVerifier.stands(cell, row.text())));
    }

    private Line.Grid grid(PlacedBlock placed, Block.Table table) {
        Citation whole = procedure.cite(placed, aircraft, on);
        List<Words> header = table.header().stream()
                .filter(name -> table.text().contains(name))
                .<Words>map(name -> new Words.Quoted(name, whole))
                .toList();
        List<List<List<Words>>> rows = table.rows().stream()
                .map(row -> {
                    Citation cited = procedure.cite(placed, row.place(), row.text(), aircraft, on);
                    return row.cells().stream()
                            .<List<Words>>map(
                                    cell -> cell.isBlank() ? List.of() : List.of(new Words.Quoted(cell, cited)))
                            .toList();
                })
                .toList();
        return new Line.Grid(header.size() == table.header().size() ? header : List.of(), rows);
    }

    private Words.Quoted all(PlacedBlock placed) {
        return Words.Quoted.all(procedure.cite(placed, aircraft, on));
    }
}
