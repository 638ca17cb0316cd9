package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.ExactRevision;
import flightline.app.view.PlaceName;
import flightline.app.view.RecordJson;
import flightline.app.view.RequestJson;
import flightline.app.view.ShowJson;
import flightline.app.view.Standing;
import flightline.app.wiring.Wiring;
import flightline.corpus.ColumnNames;
import flightline.corpus.DocumentId;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Passage;
import flightline.corpus.RecordId;
import flightline.corpus.SafetyKind;
import flightline.corpus.SafetyText;
import flightline.flow.Original;
import flightline.flow.ShowFlow;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Shows a cited place in its document, with the words around it; a document's name alone shows what it states, --record a record.")
final class ShowCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(
            arity = "0..1",
            paramLabel = "CITATION",
            description = "A number of the last answer (c3, r1), DOCUMENT@REVISION#START-END, or DOCUMENT[@REVISION].")
    private String citation = "";

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Day for which it is told whether it is in force, 2026-03-01 (default: today).")
    private @Nullable String on;

    @Option(
            names = "--record",
            paramLabel = "ID",
            description = "Instead of a place in a document: a maintenance record, as precedents name it.")
    private @Nullable String record;

    @Option(names = "--open", description = "Opens the original document with the desktop's viewer.")
    private boolean open;

    ShowCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    /** A place asked for. */
    private record Wanted(DocumentId document, String revision, int start, int end, JsonNode remembered) {}

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            LocalDate day = on == null ? wiring.settings().today() : RequestJson.date(on);
            var last = new LastAnswer(wiring.keepsakes(), common.asker());
            if (record != null && !citation.isEmpty()) throw new BadRequest("give a CITATION or --record ID, not both");
            if (record == null && citation.isEmpty()) throw new BadRequest("give a CITATION, or --record ID");
            if (record != null) return record(new RecordId(record), wiring, noRecord(record));
            Optional<RecordId> numbered = last.record(citation);
            if (numbered.isPresent()) return record(numbered.get(), wiring, noSuch());
            if (PlaceName.within(citation).isEmpty() && last.citation(citation).isEmpty()) return whole(wiring, day);
            Wanted wanted = wanted(last);
            Optional<ShowFlow.Shown> shown =
                    wiring.show().show(wanted.document, wanted.revision, wanted.start, wanted.end, day, common.asker());
            if (shown.isEmpty()) throw new BadRequest("nothing is held, or may be shown, at " + citation);
            if (common.json())
                outside.out().println(ShowJson.of(shown.get(), day).toPrettyString());
            else outside.out().print(page(shown.get(), wanted.remembered, day));
            return open ? open(shown.get(), wiring) : Exit.DONE;
        }
    }

    /** Judged anew: that it was in an answer does not tell that it may be seen now. */
    private int record(RecordId id, Wiring wiring, BadRequest absent) {
        if (open) throw new BadRequest("--open is for documents; a record has no file of its own");
        MaintenanceRecord held = wiring.show().record(id, common.asker()).orElseThrow(() -> absent);
        if (common.json()) outside.out().println(RecordJson.of(held).toPrettyString());
        else outside.out().print(page(held));
        return Exit.DONE;
    }

    private static BadRequest noRecord(String id) {
        return new BadRequest("no record '" + id + "' is held, or may be shown");
    }

    private String page(MaintenanceRecord held) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        page.marking(held.marking());
        page.line(paint.bold(MaintenanceRecord.TITLE + held.id().value()));
        String facts = Stream.of(
                        held.date().map(LocalDate::toString).orElse("no date"),
                        held.aircraft(),
                        held.model(),
                        held.ata().isEmpty() ? "" : "ATA " + String.join(" ", held.ata()),
                        held.source())
                .filter(fact -> !fact.isBlank())
                .collect(Collectors.joining(", "));
        page.line(paint.faint(facts)).blank().paragraph("  ", held.narrative(), "");
        return page.toString();
    }

    private int whole(Wiring wiring, LocalDate day) {
        PlaceName name = PlaceName.whole(citation).orElseThrow(this::noSuch);
        var sheet = wiring.show()
                .sheet(name.document(), name.revision(), day, common.asker())
                .orElseThrow(() -> otherRevision(wiring, name, day));
        if (common.json()) outside.out().println(ShowJson.of(sheet, day).toPrettyString());
        else outside.out().print(SheetPage.page(sheet, day, new Page(new Paint(outside.colour()), outside.width())));
        return Exit.DONE;
    }

    /** A revision that is not held, of a document that is. */
    private BadRequest otherRevision(Wiring wiring, PlaceName name, LocalDate day) {
        if (name.revision().isEmpty()) return noSuch();
        return wiring.show()
                .sheet(name.document(), "", day, common.asker())
                .map(ShowFlow.Sheet::document)
                .map(held -> new BadRequest("of " + held.header().id() + " no revision '" + name.revision()
                        + "' is held, or may be shown; "
                        + (held.inForceOn(day) ? "in force is '" : "the newest is '")
                        + held.header().revision().display() + "'"))
                .orElseGet(this::noSuch);
    }

    private BadRequest noSuch() {
        return new BadRequest("the last answer has no citation '" + citation
                + "', and the library holds no document of that name; give a number of the last answer,"
                + " DOCUMENT@REVISION#START-END, or DOCUMENT@REVISION; a record is shown by --record ID");
    }

    private Wanted wanted(LastAnswer last) {
        Optional<PlaceName> place = PlaceName.within(citation);
        if (place.isPresent()) {
            PlaceName.Range range = place.get().range().orElseThrow();
            return new Wanted(
                    place.get().document(),
                    place.get().revision(),
                    range.start(),
                    range.end(),
                    JsonNodeFactory.instance.objectNode());
        }
        JsonNode found = last.citation(citation).orElseThrow(this::noSuch);
        return new Wanted(
                new DocumentId(found.path("document").asText()),
                ExactRevision.of(found),
                found.path("start").asInt(),
                found.path("end").asInt(),
                found);
    }

    private String page(ShowFlow.Shown shown, JsonNode remembered, LocalDate day) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        var header = shown.document().header();
        page.marking(header.marking());
        page.line(paint.bold(header.id() + " " + header.revision().display()) + "  " + header.title());
        Optional<Passage> first = shown.passages().stream().findFirst();
        int number = first.flatMap(p -> p.place().page().stream().boxed().findFirst())
                .orElse(remembered.path("page").asInt(0));
        String standing = Standing.remark(shown.document(), day);
        page.line(paint.faint(shown.document().fileName()
                + (number > 0 ? ", page " + number : "")
                + first.map(p -> p.path().isEmpty() ? "" : " › " + String.join(" › ", p.path()))
                        .orElse("")
                + (standing.isEmpty() ? "" : " — " + standing)));
        String effectivity = ShowJson.effectivity(shown).display();
        if (!effectivity.isEmpty()) page.line(paint.amber(effectivity));
        for (SafetyText safety : first.map(Passage::safety).orElse(List.of()))
            page.blank().box(safety.kind().name(), safety.text(), safety.kind() == SafetyKind.WARNING);
        page.blank();
        List<String> columns = first.map(ColumnNames::of).orElse(List.of());
        around(page, shown.beforeAsRead(), paint);
        page.line(paint.bold("▶ " + String.join("\n  ", Page.wrap(shown.textAsRead(), outside.width() - 2))));
        if (!columns.isEmpty()) page.hanging("  ", "  ", "columns: " + String.join(" | ", columns), paint::amber);
        if (shown.reading().recognised())
            page.hanging("  ", "  ", shown.reading().note(), paint::amber);
        around(page, shown.afterAsRead(), paint);
        MandateList.onBulletin(page, shown.mandates(), day);
        for (var reference : shown.references()) page.paragraph("  → ", ReferenceList.line(reference), "");
        page.marking(header.marking());
        return page.toString();
    }

    private void around(Page page, String text, Paint paint) {
        for (String line : Page.wrap(text.strip(), outside.width() - 2)) page.line("  " + paint.faint(line));
    }

    /** Hands the file to the desktop; nothing of it leaves the machine. */
    private int open(ShowFlow.Shown shown, Wiring wiring) {
        return switch (shown.original()) {
            case Original.Whole(var place) -> {
                open(shown, place, wiring);
                yield Exit.DONE;
            }
            case Original.Withheld(var why) -> {
                outside.err().println("flightline: the original is not opened: " + why);
                yield Exit.REFUSED;
            }
        };
    }

    private void open(ShowFlow.Shown shown, String original, Wiring wiring) {
        String viewer = System.getProperty("os.name", "").startsWith("Mac") ? "open" : "xdg-open";
        try {
            // Under the data folder, so that removing the document takes the copy along.
            Path folder = wiring.keepsakes()
                    .opened()
                    .resolve(shown.document().source().brief());
            Path copy = folder.resolve(shown.document().fileName());
            boolean kept = wiring.keepsakes().keep(copy, () -> {
                Files.createDirectories(folder);
                wiring.show().copyOut(shown, copy);
            });
            if (!kept) {
                outside.err().println("flightline: something was removed from the library meanwhile; show it again");
                return;
            }
            new ProcessBuilder(viewer, copy.toString()).inheritIO().start();
        } catch (IOException e) {
            outside.err().println("flightline: no viewer could be started (" + viewer + "); the file is " + original);
        }
    }
}
