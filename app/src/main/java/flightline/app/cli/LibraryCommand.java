package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.DirectivesJson;
import flightline.app.view.LibraryJson;
import flightline.app.view.PlaceName;
import flightline.app.view.RequestJson;
import flightline.app.wiring.Wiring;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.RevisionNames;
import flightline.flow.DirectiveRegister;
import flightline.policy.Act;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "library",
        description =
                "What is held: documents, revisions in force, superseded, proposed. Also: library directives, library remove ID, library export DIR, library diff ID, library references [ID], library quarantine.")
final class LibraryCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Day for which it is told what is in force, 2026-03-01 (default: today).")
    private @Nullable String on;

    LibraryCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            List<HeldDocument> held = new ArrayList<>(wiring.library().list(common.asker()));
            held.addAll(wiring.library().quarantined(common.asker()));
            LocalDate today = on == null ? wiring.settings().today() : RequestJson.date(on);
            if (common.json()) outside.out().println(LibraryJson.of(held, today).toPrettyString());
            else outside.out().print(page(held, today));
            return Exit.DONE;
        }
    }

    private String page(List<HeldDocument> held, LocalDate today) {
        var page = new Page(new Paint(outside.colour()), outside.width());
        if (held.isEmpty())
            return page.line("The library is empty. Put documents in with: flightline ingest PATH")
                    .toString();
        var rows = new ArrayList<List<String>>();
        var names = RevisionNames.of(held);
        long inForce = 0;
        for (HeldDocument d : held) {
            if (d.inForceOn(today)) inForce++;
            rows.add(List.of(
                    d.header().id().value(),
                    names.of(d),
                    d.standing(today),
                    Integer.toString(d.passages()),
                    d.quarantined() ? d.fileName() : d.header().title()));
        }
        page.table(List.of("Document", "Revision", "Standing", "Passages", "Title"), rows);
        for (HeldDocument d : held)
            if (d.quarantined()) page.paragraph("  quarantined: ", QuarantineCommand.brief(d), "");
        page.blank().line(held.size() + " revisions held, " + inForce + " in force on " + today);
        return page.toString();
    }

    @Command(
            name = "directives",
            description = "Airworthiness directives in force, with their compliance times and where each is written.")
    int directives(
            @Option(
                            names = "--product",
                            paramLabel = "WORDS",
                            defaultValue = "",
                            description = "Maker or model, 737-800.")
                    String product,
            @Option(names = "--due-before", paramLabel = "DATE", description = "Only with a deadline before this day.")
                    @Nullable
                    String dueBefore,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            defaultValue = "in-force",
                            description = "in-force, final, proposed, correction, withdrawn, superseded or all.")
                    String status,
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description = "Day for which it is told what is in force, 2026-03-01 (default: today).")
                    @Nullable
                    String onDay)
            throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            String asked = onDay == null ? on : onDay;
            LocalDate day = asked == null ? wiring.settings().today() : RequestJson.date(asked);
            if (!DirectiveRegister.Question.STANDINGS.contains(status))
                throw new BadRequest("--status must be one of "
                        + String.join(", ", DirectiveRegister.Question.STANDINGS) + ", got '" + status + "'");
            var question = new DirectiveRegister.Question(
                    product, Optional.ofNullable(dueBefore).map(RequestJson::date), status, day);
            List<HeldDocument> held = wiring.library().list(common.asker());
            var rows = DirectiveRegister.rows(held, question);
            if (common.json())
                outside.out().println(DirectivesJson.of(rows, held, day).toPrettyString());
            else
                outside.out()
                        .print(DirectivesPage.page(rows, day, new Page(new Paint(outside.colour()), outside.width())));
            return Exit.DONE;
        }
    }

    @Command(
            name = "remove",
            description = "Takes a document out with all its revisions; its text is not found from then on.")
    int remove(@Parameters(paramLabel = "ID") String id) throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.LIBRARY_REMOVE)) {
            List<HeldDocument> removed = wiring.library().remove(PlaceName.document(id), common.asker());
            if (removed.isEmpty()) throw new BadRequest("the library holds no document '" + id + "'");
            if (common.json())
                outside.out().println(LibraryJson.removed(removed).toPrettyString());
            else
                removed.forEach(d -> outside.out()
                        .println("removed " + d.key() + "  "
                                + (d.quarantined() ? d.fileName() : d.header().title())));
            return Exit.DONE;
        }
    }

    @Command(
            name = "references",
            description =
                    "What a document, or every document in force, refers to, and where that is or why it cannot be found.")
    int references(
            @Parameters(paramLabel = "ID", arity = "0..1") @Nullable String id,
            @Option(names = "--unresolved", description = "Only those that lead nowhere.") boolean unresolved)
            throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            var found = wiring.references()
                    .follow(
                            Optional.ofNullable(id).map(DocumentId::new),
                            wiring.settings().today(),
                            common.asker())
                    .orElseThrow(() -> new BadRequest("the library holds no document '" + id + "'"));
            new ReferenceList(found).print(outside, common.json(), unresolved);
            return Exit.DONE;
        }
    }

    @Command(name = "export", description = "Writes the original files of everything you may see into a folder.")
    int export(
            @Parameters(paramLabel = "DIR") Path folder,
            @Option(
                            names = "--whole",
                            description =
                                    "Instead, everything that is kept, for the way to another place (see restore);"
                                            + " for administrators, and in the clear.")
                    boolean whole)
            throws Exception {
        if (whole) return new Removal(outside, common).out(folder);
        try (Wiring wiring = common.wireHeld(outside, Act.EXPORT)) {
            List<Path> written = wiring.library().export(folder, common.asker());
            if (common.json())
                outside.out()
                        .println(JsonNodeFactory.instance
                                .objectNode()
                                .put("files", written.size())
                                .put("folder", folder.toString()));
            else outside.out().println(written.size() + " files written to " + folder);
            return Exit.DONE;
        }
    }
}
