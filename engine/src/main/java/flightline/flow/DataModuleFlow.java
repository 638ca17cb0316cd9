package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.Block;
import flightline.corpus.Citation;
import flightline.corpus.Configuration;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.StructuredDocument;
import flightline.drafting.Procedure;
import flightline.drafting.datamodule.DataModule;
import flightline.drafting.datamodule.ModuleCode;
import flightline.drafting.datamodule.ModuleRules;
import flightline.drafting.datamodule.Parts;
import flightline.drafting.datamodule.ReadBack;
import flightline.drafting.datamodule.Traced;
import flightline.drafting.datamodule.WrittenModule;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.xml.XmlDocuments;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From a procedure that is held to an S1000D data module: what may be seen, the part asked for, the module, read back, audit entry. */
public final class DataModuleFlow {
    private final Gate gate;
    private final PassageIndex index;
    private final Archive archive;
    private final AuditLog audit;

    public DataModuleFlow(Gate gate, PassageIndex index, Archive archive, AuditLog audit) {
        this.gate = gate;
        this.index = index;
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * @param part words of the heading of the procedure; empty for a document that is one
     * @param code of the module, absent for a placeholder
     * @param on day on which the document must be in force, and date of issue of the module
     */
    public record Order(DocumentId document, String part, Optional<ModuleCode> code, LocalDate on, Principal asker) {}

    /** What becomes of it. */
    public sealed interface Outcome {
        /**
         * @param name of the module's file, without its ending
         * @param traces where each element comes from
         * @param doubts what a person has to decide
         * @param leftOut headings and captions of the source that the module says in its own way
         * @param audit id of the entry
         */
        record Made(
                String name,
                String xml,
                List<Sourced> traces,
                List<Question> doubts,
                List<Citation> leftOut,
                Marking marking,
                String audit)
                implements Outcome {}

        /** Nothing that may be seen, is in force and has steps; nothing was written. */
        record NotPossible(String why, String audit) implements Outcome {}

        /** What was read back is not what the source says; nothing was written. */
        record Withheld(String why, String audit) implements Outcome {}
    }

    /** An element with its source. */
    public record Sourced(String id, String element, String printed, Citation citation) {}

    /** @param citation absent where it is about the whole module */
    public record Question(String why, Optional<Citation> citation) {}

    public Outcome make(Order order) {
        Optional<HeldDocument> held = new Visible(gate, index, order.asker())
                .revision(order.document(), "", order.on())
                .filter(document -> !document.custody().quarantined());
        if (held.isEmpty())
            return none(order, "the library holds no document '" + order.document() + "' that you may see");
        HeldDocument document = held.get();
        if (!document.inForceOn(order.on()))
            return none(
                    order,
                    "no revision of " + order.document() + " may be worked to on " + order.on() + ": "
                            + document.standing(order.on()));
        if (document.header().format().startsWith("S1000D"))
            return none(order, order.document() + " is an S1000D data module already");
        Optional<StructuredDocument> read =
                archive.document(document.source(), document.header().id());
        if (read.isEmpty()) return none(order, "the archive holds no text of '" + order.document() + "'");
        if (read.get().blocks().stream().anyMatch(placed -> placed.block() instanceof Block.IsolationStep))
            return none(
                    order,
                    order.document() + " isolates a fault step by step; only procedures are written as data modules");
        Optional<String> part = Optional.of(order.part()).filter(words -> !words.isBlank());
        return switch (Parts.of(document, read.get(), part)) {
            case Parts.Choice.None(var why) -> none(order, why);
            case Parts.Choice.Chosen(var procedure) -> made(order, procedure);
        };
    }

    private Outcome made(Order order, Procedure procedure) {
        WrittenModule written = WrittenModule.of(DataModule.of(procedure, order.code()), order.on());
        DataModule module = written.module();
        String name = module.code().display() + "_000-01_EN-US";
        Optional<String> fault = fault(written, name);
        if (fault.isPresent())
            return new Outcome.Withheld(
                    fault.get(), log(order, "withheld", Map.of("why", Trail.reason(fault.get())), Exposure.NONE));
        HeldDocument held = procedure.held();
        String entry = log(
                order,
                "made",
                Map.of(
                        "sha256",
                        ContentHash.of(written.xml()).hex(),
                        "elements",
                        Integer.toString(written.traces().size()),
                        "marking",
                        held.header().marking().label()),
                Exposure.of(
                        List.of(held.key()),
                        List.of(new Exposure.Shown(held.key(), held.source().hex()))));
        return new Outcome.Made(
                name,
                written.xml(),
                written.traces().stream()
                        .map(trace -> new Sourced(
                                trace.id(),
                                trace.element(),
                                trace.source().label(),
                                cite(procedure, trace.source(), order)))
                        .toList(),
                module.doubts().stream()
                        .map(doubt -> new Question(doubt.why(), doubt.at().map(at -> cite(procedure, at, order))))
                        .toList(),
                module.leftOut().stream()
                        .map(words -> cite(procedure, words, order))
                        .toList(),
                held.header().marking(),
                entry);
    }

    private static Citation cite(Procedure procedure, Traced words, Order order) {
        return procedure.cite(words.from(), words.place(), words.text(), Configuration.UNKNOWN, order.on());
    }

    /** Holds the module against the rules, reads it as any other file that is taken in, and compares. */
    private static Optional<String> fault(WrittenModule written, String name) {
        List<String> broken = ModuleRules.faults(written.xml());
        if (!broken.isEmpty()) return Optional.of("it breaks a rule for data modules: " + broken.getFirst());
        byte[] bytes = written.xml().getBytes(StandardCharsets.UTF_8);
        var file = new SourceFile(Path.of(name + ".xml"), ContentHash.of(bytes), FileKind.XML, bytes);
        return switch (new XmlDocuments(List.of(new S1000dParser())).parse(file)) {
            case ParseOutcome.Parsed(var documents, var notes, var suspicions) ->
                ReadBack.fault(written.module(), documents.getFirst());
            case ParseOutcome.Malformed(var place, var reason) -> Optional.of("unreadable at " + place + ": " + reason);
            case ParseOutcome.Encrypted() -> Optional.of("it cannot be read back");
            case ParseOutcome.NoTextLayer none -> Optional.of("it cannot be read back");
            case ParseOutcome.Stopped() -> Optional.of("reading it back was stopped");
            case ParseOutcome.NotADocument(var reason) -> Optional.of(reason);
        };
    }

    private Outcome none(Order order, String why) {
        return new Outcome.NotPossible(why, log(order, "not-enough-evidence", Map.of(), Exposure.NONE));
    }

    private String log(Order order, String outcome, Map<String, String> details, Exposure exposure) {
        var all = new TreeMap<>(details);
        all.put("kind", "s1000d");
        return audit.append(new AuditEvent(
                        "generate",
                        order.asker().name(),
                        (order.document() + " " + order.part()).strip(),
                        outcome,
                        all,
                        exposure))
                .id();
    }
}
