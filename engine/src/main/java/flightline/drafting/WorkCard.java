package flightline.drafting;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Configuration;
import flightline.corpus.Effectivity;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.PlacedBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A work card: procedures whole, with what is needed first, and fields to sign that stay empty. */
public final class WorkCard {
    /** Headings of what a procedure wants before it begins, and what they are called on the card. */
    private static final Map<String, String> NEEDED = new LinkedHashMap<>(Map.of(
            "required conditions", "Condition",
            "support equipment", "Tool",
            "supplies", "Consumable",
            "spares", "Part"));

    private static final List<String> SIGNED =
            List.of("Work done (name, stamp, date)", "Inspected (name, stamp, date)", "Released by (licence, date)");

    private WorkCard() {}

    /**
     * @param procedures whole, in the order of work; none of them superseded
     * @param references documents that they refer to
     * @param latest record of the aircraft, which tells its model and serial number
     * @param marking of all that it is drawn from
     */
    public static Paper of(
            Diagnosis diagnosis,
            List<Procedure> procedures,
            List<HeldDocument> references,
            Configuration aircraft,
            Optional<MaintenanceRecord> latest,
            LocalDate on,
            Marking marking) {
        var sections = new ArrayList<Section>();
        sections.add(Section.of("Complaint and likely causes", found(diagnosis)));
        Line.Grid needed = needed(procedures, aircraft, on);
        if (!needed.rows().isEmpty()) sections.add(Section.of("Needed for the work", List.of(needed)));
        for (Procedure procedure : procedures) sections.add(section(procedure, aircraft, on));
        if (!references.isEmpty()) sections.add(Section.of("References", references(references)));
        sections.add(Section.of("Sign-off", List.of(new Line.SignOff(SIGNED))));
        var facts = new ArrayList<>(diagnosis.aircraftFields(latest));
        facts.add(Diagnosis.field("Answer", diagnosis.answer()));
        return new Paper(
                PaperKind.WORKCARD, marking, on.toString(), facts, notices(procedures, aircraft, on), sections);
    }

    private static List<Line> found(Diagnosis diagnosis) {
        var lines = new ArrayList<Line>();
        lines.add(Diagnosis.field("Complaint", diagnosis.complaint()));
        lines.addAll(causes(diagnosis));
        lines.addAll(findings(diagnosis));
        return lines;
    }

    static List<Line> causes(Diagnosis diagnosis) {
        return diagnosis.causes().stream()
                .<Line>map(cause -> cause.condition().isBlank()
                        ? Line.Field.of("Likely cause", new Words.Given(cause.part()))
                        : Line.Field.of(
                                "Likely cause",
                                new Words.Given(cause.part()),
                                new Words.Ours("-"),
                                new Words.Given(cause.condition())))
                .toList();
    }

    static List<Line> findings(Diagnosis diagnosis) {
        var lines = new ArrayList<Line>();
        for (Diagnosis.Finding finding : diagnosis.findings())
            lines.add(Line.Item.of(
                    new Words.Given(finding.check()),
                    new Words.Ours("- answered:"),
                    new Words.Given(finding.answer()),
                    new Words.Ours("by"),
                    new Words.Given(finding.who())));
        return lines;
    }

    /** What must be read first: what is not in force, and what may not hold for the aircraft. */
    static List<Line.Remark> notices(List<Procedure> procedures, Configuration aircraft, LocalDate on) {
        var notices = new ArrayList<Line.Remark>();
        notices.add(Line.Remark.boxed(new Words.Ours(Paper.ADVISES)));
        for (Procedure procedure : procedures) {
            HeldDocument held = procedure.held();
            if (!held.inForceOn(on))
                notices.add(Line.Remark.boxed(new Words.Ours("NOT IN FORCE:"), named(held), standing(held, on)));
            Effectivity effectivity = procedure.effectivity(aircraft);
            String says = switch (effectivity.holds()) {
                case YES -> "";
                case NO -> "NOT FOR THIS AIRCRAFT:";
                case UNKNOWN -> "EFFECTIVITY NOT KNOWN FOR THIS AIRCRAFT:";
            };
            if (!says.isEmpty())
                notices.add(Line.Remark.boxed(
                        new Words.Ours(says), named(held), new Words.Catalogued(effectivity.words(), held.key())));
            boolean open = procedure.blocks().stream()
                    .flatMap(placed -> procedure.further(placed).stream())
                    .anyMatch(own -> own.appliesTo(aircraft) == Applicability.Verdict.UNKNOWN);
            if (open)
                notices.add(Line.Remark.boxed(
                        new Words.Ours("SOME STEPS HOLD FOR CERTAIN AIRCRAFT ONLY; check which hold for this one:"),
                        named(held)));
        }
        return notices;
    }

    private static Section section(Procedure procedure, Configuration aircraft, LocalDate on) {
        HeldDocument held = procedure.held();
        var lines = new ArrayList<Line>();
        lines.add(Line.Field.of(
                "Revision", new Words.Catalogued(held.header().revision().display(), held.key())));
        lines.add(Line.Field.of("Standing", standing(held, on)));
        lines.add(Line.Field.of(
                "Effectivity",
                new Words.Catalogued(held.header().applicability().display(), held.key())));
        lines.addAll(new ProcedureLines(procedure, aircraft, on).lines());
        return new Section(
                List.of(named(held), new Words.Catalogued(held.header().title(), held.key())), lines);
    }

    static Words named(HeldDocument held) {
        return new Words.Catalogued(held.header().id().value(), held.key());
    }

    static Words standing(HeldDocument held, LocalDate on) {
        if (held.inForceOn(on)) return new Words.Ours("in force");
        return held.why().isBlank() ? new Words.Ours("not in force") : new Words.Catalogued(held.why(), held.key());
    }

    private static Line.Grid needed(List<Procedure> procedures, Configuration aircraft, LocalDate on) {
        var rows = new ArrayList<List<List<Words>>>();
        for (Procedure procedure : procedures)
            for (PlacedBlock placed : procedure.blocks()) {
                String heading = placed.path().isEmpty()
                        ? ""
                        : placed.path().getLast().strip().toLowerCase(Locale.ROOT);
                String kind = NEEDED.get(heading);
                boolean begins = placed.path().stream().noneMatch(h -> h.equalsIgnoreCase("Close requirements"));
                if (kind == null || !begins || !(placed.block() instanceof Block.ListItem)) continue;
                rows.add(List.of(
                        List.of(new Words.Ours(kind)),
                        List.of(Words.Quoted.all(procedure.cite(placed, aircraft, on)))));
            }
        return new Line.Grid(List.of(new Words.Ours("What"), new Words.Ours("As the document lists it")), rows);
    }

    private static List<Line> references(List<HeldDocument> references) {
        return references.stream()
                .<Line>map(held -> Line.Item.of(
                        named(held),
                        new Words.Ours("revision"),
                        new Words.Catalogued(held.header().revision().display(), held.key()),
                        new Words.Catalogued(held.header().title(), held.key())))
                .toList();
    }
}
