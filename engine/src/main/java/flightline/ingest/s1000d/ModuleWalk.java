package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a module's content and hands each element to the writer of its kind. Elements of no known kind are walked
 * through, their text kept as paragraphs and their records of fields as one line each.
 */
final class ModuleWalk {
    /** Characters up to which records within a record are told in one line with it. */
    private static final int LONGEST_RECORD_OF_RECORDS = 300;

    /** Values that make an entry of a list a record of its own; a name and a number are still attributes. */
    private static final int FIELDS_OF_A_RECORD = 3;

    private final Desk desk;
    private final BlockWriter out;
    private final SafetyBlocks safety;
    private final ListBlocks lists;
    private final TableBlocks tables;
    private final StepBlocks steps;
    private final RequirementBlocks requirements;
    private final FaultBlocks faults;
    private final PartBlocks parts;
    private final CrossReferenceTables crossReferences;
    private final EntryBlocks entries;
    private final ExerciseBlocks exercises;

    ModuleWalk(Desk desk) {
        this.desk = desk;
        this.out = desk.out();
        this.safety = new SafetyBlocks(desk);
        this.lists = new ListBlocks(desk, this, safety);
        this.tables = new TableBlocks(desk, this, safety);
        this.steps = new StepBlocks(desk, this, safety);
        this.requirements = new RequirementBlocks(desk, this, safety);
        this.faults = new FaultBlocks(desk, this, safety);
        this.parts = new PartBlocks(desk, this);
        this.crossReferences = new CrossReferenceTables(desk);
        this.entries = new EntryBlocks(desk, this);
        this.exercises = new ExerciseBlocks(desk);
    }

    /** Writes one element with all in it. */
    void write(XmlElement element) {
        under(element, () -> dispatch(element));
    }

    /** Runs the body with the applicability that the element has of its own, if it has one. */
    void under(XmlElement element, Runnable body) {
        int start = out.end();
        String reference = element.attribute("applicRefId");
        if (reference.isEmpty()) body.run();
        else applying(element, reference, body);
        desk.ranges().put(element, start, out.end());
    }

    /** Writes pieces of a text after its first line has gone elsewhere. */
    void writePieces(List<Flow.Piece> pieces) {
        for (Flow.Piece piece : pieces)
            switch (piece) {
                case Flow.Piece.Line(var text) -> out.paragraph(text);
                case Flow.Piece.Inner(var element) -> write(element);
            }
    }

    private void applying(XmlElement element, String reference, Runnable body) {
        var said = desk.applicability().byId(reference);
        if (said.isEmpty())
            desk.notes()
                    .add("line " + element.line() + ": applicability " + reference + " is referred to but not defined");
        String inWords =
                said.map(ApplicabilityReader.Said::inWords).orElse("see " + reference + ", not in this module");
        if (!inWords.isEmpty()) out.safety(SafetyKind.NOTE, false, "Applicability: " + inWords);
        out.applying(
                said.map(ApplicabilityReader.Said::holds).orElseGet(() -> new Applicability.Unread(inWords)), body);
    }

    private void dispatch(XmlElement element) {
        switch (element.name()) {
            case "referencedApplicGroup", "referencedApplicGroupRef" -> {
                // read where they are referred to
            }
            case "applic" -> safety.applicability(element);
            case "warningsAndCautions", "warningsAndCautionsRef" -> safety.collection(element);
            case "warning", "caution", "note" -> safety.write(element, false);
            case "warningSpec", "cautionSpec" -> safety.repositoryEntry(element);
            case "caseCond" -> out.paragraph("If: " + desk.words().of(element));
            case "if" -> inCase("If: ", element);
            case "elseIf" -> inCase("Else, if: ", element);
            case "refs" -> out.section("References", () -> entries.references(element));
            case "randomList", "sequentialList", "definitionList", "attentionRandomList", "attentionSequentialList" ->
                lists.write(element);
            case "table" -> tables.write(element);
            case "figure", "multimedia" -> figure(element);
            case "graphic", "multimediaObject" -> graphic("", element);
            case "mainProcedure" -> out.section("Procedure", () -> inside(element));
            case "isolationMainProcedure" -> out.section("Fault isolation", () -> inside(element));
            case "proceduralStep", "crewDrillStep", "checkListStep" -> steps.write(element);
            case "preliminaryRqmts" -> requirements.preliminary(element);
            case "closeRqmts" -> requirements.closing(element);
            case "detectedFault", "observedFault", "correlatedFault", "isolatedFault" -> faults.fault(element);
            case "faultIsolationProcedure" -> faults.procedure(element);
            // In issue 2.3 a module isolates one fault, and has no element around what belongs to it.
            case "faultIsolation" -> {
                if (element.child("isolationProcedure").isPresent()) faults.procedure(element);
                else other(element);
            }
            case "isolationStep" -> faults.step(element);
            case "isolationProcedureEnd" -> faults.end(element);
            case "catalogSeqNumber" -> parts.write(element);
            case "productCrossRefTable" -> crossReferences.products(element);
            case "productAttributeList", "condTypeList", "condList" -> crossReferences.properties(element);
            case "pmEntry" -> entries.publicationEntry(element, 0);
            case "dmlEntry" -> entries.managementEntry(element);
            case "lcInteraction" -> exercises.write(element);
            case "taskDefinition" -> task(element);
            default -> other(element);
        }
    }

    private void inCase(String label, XmlElement element) {
        for (XmlElement child : element.children())
            if (child.is("caseCond"))
                under(child, () -> out.paragraph(label + desk.words().of(child)));
            else write(child);
    }

    /** A task with its limits: where they do not go in one line, under its number and title, so that each limit says what of. */
    private void task(XmlElement task) {
        if (isRecord(task)) {
            record(task);
            return;
        }
        String title = task.all(Set.of("taskTitle")).stream()
                .findFirst()
                .map(desk.words()::of)
                .orElse("");
        String number = task.attribute("taskIdent");
        out.titled(title.isEmpty() ? "" : number, title.isEmpty() ? number : title, () -> other(task));
    }

    private void other(XmlElement element) {
        if (Vocabulary.PARAGRAPH.contains(element.name()))
            writePieces(desk.flow().cut(element));
        else if (element.hasOwnWords()) {
            if (element.children().stream().anyMatch(c -> Vocabulary.isBlock(c.name())))
                writePieces(desk.flow().cut(element));
            else out.paragraph(desk.fields().of(element));
        } else if (isRecord(element)) record(element);
        else inside(element, FieldText.names(element) ? desk.fields().ofAttributes(element) : "");
    }

    // A record is one line and holds for the same aircraft throughout; where its parts differ in that, it is told part
    // by
    // part.
    private void record(XmlElement element) {
        var narrower = new ArrayList<XmlElement>();
        element.visit(e -> {
            if (e != element && !e.attribute("applicRefId").isEmpty()) narrower.add(e);
        });
        Runnable line = () -> {
            if (FieldText.saysSomething(element)) out.paragraph(desk.fields().of(element));
        };
        var references = narrower.stream()
                .map(e -> e.attribute("applicRefId"))
                .distinct()
                .count();
        if (references == 0) line.run();
        else if (references == 1)
            under(narrower.getFirst(), () -> out.paragraph(desk.fields().unconditioned(element)));
        else inside(element);
    }

    /** Writes what is in an element, under its title where it has one. */
    void inside(XmlElement element) {
        inside(element, "");
    }

    /** @param first a line before all that is in it; may be empty */
    private void inside(XmlElement element, String first) {
        Optional<XmlElement> title = element.child("title");
        String heading = title.map(desk.words()::of).orElse("");
        var nodes =
                element.nodes().stream().filter(n -> n != title.orElse(null)).toList();
        out.titled(desk.numbers().of(element), heading, () -> {
            safety.referredTo(element, false);
            out.paragraph(first);
            writePieces(desk.flow().cut(nodes, element.hasOwnWords()));
        });
    }

    /** Whether an element is one record of fields: no running text in it, and not a list of further records. */
    private boolean isRecord(XmlElement element) {
        // Names that end so hold nothing but others of a kind, even where there is only one of them today.
        if (element.name().endsWith("Group")
                || element.name().endsWith("List")
                || element.name().endsWith("Repository")
                || !element.all(Vocabulary.PROSE).isEmpty()
                || !element.all(Vocabulary.PICTURES).isEmpty()) return false;
        return !repeats(element)
                || (!listsRecords(element) && desk.fields().of(element).length() <= LONGEST_RECORD_OF_RECORDS);
    }

    /** Whether it is a list in all but name: nothing in it but records of one kind, more than attributes of one thing. */
    private boolean listsRecords(XmlElement element) {
        var entries = element.children();
        boolean only =
                !element.hasOwnWords() && desk.fields().ofAttributes(element).isEmpty();
        if (!only || entries.isEmpty()) return false;
        if (entries.size() == 1) return listsRecords(entries.getFirst());
        return entries.stream().map(XmlElement::name).distinct().count() == 1
                && entries.stream().allMatch(this::isRecord)
                && entries.stream().anyMatch(e -> desk.fields().count(e) >= FIELDS_OF_A_RECORD);
    }

    /** Whether it holds, at any depth, two records of the same name side by side. */
    private static boolean repeats(XmlElement element) {
        var seen = new HashSet<String>();
        for (XmlElement child : element.children()) {
            boolean structured = !child.children().isEmpty();
            if (structured && (!seen.add(child.name()) || repeats(child))) return true;
        }
        return false;
    }

    private void figure(XmlElement figure) {
        String title = figure.child("title").map(desk.words()::of).orElse("");
        sheets(title, figure);
        if (figure.all(Set.of("graphic", "multimediaObject")).isEmpty()) out.paragraph(title);
    }

    /** Up to issue 3.0 the graphics of a figure stand in sheets. */
    private void sheets(String title, XmlElement figure) {
        for (XmlElement child : figure.children())
            if (child.is("graphic", "multimediaObject")) under(child, () -> graphic(title, child));
            else if (child.is("sheet")) under(child, () -> sheets(title, child));
            else if (!child.is("title")) write(child);
    }

    private void graphic(String title, XmlElement graphic) {
        String reference = graphic.attribute("infoEntityIdent");
        out.block(
                title.isEmpty() ? reference : title,
                place -> new Block.Figure(reference, title.isEmpty() ? reference : title, place));
        for (XmlElement hotspot : graphic.all(Set.of("hotspot"))) {
            out.item("-", 0, hotspot.attribute("hotspotTitle"));
            for (XmlElement child : hotspot.children()) if (!child.is("hotspot")) write(child);
        }
    }
}
