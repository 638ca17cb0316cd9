package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.Block;
import flightline.corpus.Clearance;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.RevisionNames;
import flightline.corpus.StructuredDocument;
import flightline.drafting.Diagnosis;
import flightline.drafting.Procedure;
import flightline.drafting.datamodule.Parts;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the procedures that belong on a work card, each in a revision that may be worked to. */
final class ProcedureFinder {
    /** Procedures that a diagnosis itself leads to; one may ask for more by name. */
    private static final int LED_TO = 2;

    private static final int MOST = 6;

    /** Between a manual and the heading of one of its procedures. */
    private static final String HEADING = " / ";

    private final PassageIndex index;
    private final Archive archive;
    private final Clearance clearance;
    private final LocalDate on;

    ProcedureFinder(PassageIndex index, Archive archive, Clearance clearance, LocalDate on) {
        this.index = index;
        this.archive = archive;
        this.clearance = clearance;
        this.on = on;
    }

    /** What was found, or why nothing was. */
    sealed interface Found {
        record Procedures(List<Procedure> procedures, List<HeldDocument> references) implements Found {}

        record Nothing(String why) implements Found {}
    }

    /** Those asked for by the ids of their documents, of a manual with the heading: {@code AMM / TASK 32-41-01}. */
    Found named(List<String> tasks) {
        var procedures = new ArrayList<Procedure>();
        for (String task : tasks) {
            int at = held(task) ? -1 : task.indexOf(HEADING);
            String id = at < 0 ? task : task.substring(0, at).strip();
            if (!held(id)) return new Found.Nothing("the library holds no document '" + id + "' that you may see");
            Optional<HeldDocument> held = revision(id);
            if (held.isEmpty())
                return new Found.Nothing("no revision of " + id + " may be worked to on " + on + ": "
                        + index.revisions(new DocumentId(id)).getLast().standing(on));
            Optional<StructuredDocument> document = read(held.get());
            if (document.isEmpty()) return new Found.Nothing("the archive holds no text of '" + id + "'");
            Optional<Procedure> whole = at < 0 ? Procedure.whole(held.get(), document.get()) : Optional.empty();
            if (whole.isPresent()) {
                procedures.add(whole.get());
                continue;
            }
            Optional<String> heading = at < 0
                    ? Optional.empty()
                    : Optional.of(task.substring(at + HEADING.length()).strip());
            switch (Parts.of(held.get(), document.get(), heading)) {
                case Parts.Choice.Chosen(var part) -> procedures.add(part);
                case Parts.Choice.None(var why) -> {
                    return new Found.Nothing(
                            why + (at < 0 ? "; its heading is named behind it: '" + id + HEADING + "…'" : ""));
                }
            }
        }
        return new Found.Procedures(procedures, references(procedures));
    }

    private boolean held(String id) {
        return !id.isBlank()
                && index.revisions(new DocumentId(id)).stream()
                        .anyMatch(held -> clearance.covers(held.header().marking()));
    }

    /** Those that an answer leads to: where its next checks stand, and what cures the likeliest cause. */
    Found ledTo(List<DraftOrder.Lead> leads, Diagnosis diagnosis) {
        Map<String, Procedure> found = new LinkedHashMap<>();
        for (DraftOrder.Lead lead : leads) {
            if (found.size() >= LED_TO) break;
            Optional<Procedure> led = revision(lead.document())
                    .flatMap(held -> read(held)
                            .flatMap(document -> Procedure.around(held, document, offset(held, document, lead))));
            if (led.isEmpty() || found.putIfAbsent(key(led.get()), led.get()) != null) continue;
            // What cures the cause follows the search for it at once, as the work does.
            for (String cure : cures(led.get(), diagnosis))
                if (found.size() < MOST)
                    referredTo(led.get(), cure)
                            .flatMap(held -> read(held).flatMap(document -> Procedure.around(held, document, 0)))
                            .ifPresent(next -> found.putIfAbsent(key(next), next));
        }
        if (found.isEmpty())
            return new Found.Nothing(
                    "nothing that the answer cites is a procedure in force: name one (--task, over HTTP \"task\"), as search finds it");
        var procedures = List.copyOf(found.values());
        return new Found.Procedures(procedures, references(procedures));
    }

    private static String key(Procedure procedure) {
        return procedure.held().key() + " "
                + procedure.blocks().getFirst().block().place().start();
    }

    /** The cited place in this revision: the same words, or else the same offset. */
    private static int offset(HeldDocument held, StructuredDocument document, DraftOrder.Lead lead) {
        boolean same = !RevisionNames.meant(lead.revision(), List.of(held)).isEmpty();
        return same
                ? lead.start()
                : Math.min(lead.start(), document.sourceText().length());
    }

    /** Documents that tell how to do what ends the search at the likeliest cause. */
    private static List<String> cures(Procedure procedure, Diagnosis diagnosis) {
        if (diagnosis.causes().isEmpty()) return List.of();
        String[] part =
                diagnosis.causes().getFirst().part().toLowerCase(Locale.ROOT).split("\\W+");
        var cures = new ArrayList<String>();
        for (var placed : procedure.blocks())
            if (placed.block() instanceof Block.IsolationEnd end && names(end.text(), part))
                cures.addAll(end.references());
        return cures.stream().distinct().toList();
    }

    private static boolean names(String text, String[] part) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : part) if (!lower.contains(word)) return false;
        return true;
    }

    /** Documents that are referred to and not on the card themselves, in force. */
    private List<HeldDocument> references(List<Procedure> procedures) {
        Set<String> carried = new HashSet<>();
        procedures.forEach(
                procedure -> carried.add(procedure.held().header().id().value()));
        Map<String, HeldDocument> references = new LinkedHashMap<>();
        for (Procedure procedure : procedures)
            for (var placed : procedure.blocks())
                if (placed.block() instanceof Block.IsolationEnd end)
                    for (String id : end.references())
                        referredTo(procedure, id)
                                .filter(held -> held.inForceOn(on))
                                .filter(held ->
                                        !carried.contains(held.header().id().value()))
                                .ifPresent(held -> references.putIfAbsent(id, held));
        return List.copyOf(references.values());
    }

    private Optional<HeldDocument> referredTo(Procedure from, String id) {
        return from.held().header().id().referringTo(new DocumentId(id)).stream()
                .flatMap(meant -> revision(meant.value()).stream())
                .findFirst();
    }

    /**
     * The revision in force; where there is none, one that is not yet or only proposed, which the card says at its top. Never
     * one that was superseded, withdrawn or deleted.
     */
    private Optional<HeldDocument> revision(String id) {
        List<HeldDocument> seen = index.revisions(new DocumentId(id)).stream()
                .filter(held -> clearance.covers(held.header().marking()))
                .toList();
        Comparator<HeldDocument> latest =
                Comparator.comparing(held -> held.header().revision());
        return seen.stream()
                .filter(held -> held.inForceOn(on))
                .max(latest)
                .or(() -> seen.stream().filter(this::maybeLater).max(latest));
    }

    private boolean maybeLater(HeldDocument held) {
        boolean over = held.inForceUntil().filter(until -> !until.isAfter(on)).isPresent();
        return switch (held.header().status()) {
            case FINAL, CORRECTION -> !over && held.inForceFrom().isPresent();
            case PROPOSED -> !over;
            case WITHDRAWN, SUPERSEDED, DELETED -> false;
        };
    }

    private Optional<StructuredDocument> read(HeldDocument held) {
        return archive.document(held.source(), held.header().id());
    }
}
