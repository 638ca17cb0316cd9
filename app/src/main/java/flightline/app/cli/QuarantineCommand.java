package flightline.app.cli;

import flightline.app.view.LibraryJson;
import flightline.app.wiring.Wiring;
import flightline.corpus.HeldDocument;
import flightline.corpus.Suspicion;
import flightline.policy.Act;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
        name = "quarantine",
        description = {
            "What waits for a second person, with everything that is suspected of it.",
            "Then: library approve ID --reason TEXT, or library reject ID --reason TEXT."
        })
final class QuarantineCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    QuarantineCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            List<HeldDocument> waiting = wiring.library().quarantined(common.asker());
            if (common.json())
                outside.out().println(LibraryJson.waiting(waiting).toPrettyString());
            else outside.out().print(page(waiting));
            return Exit.DONE;
        }
    }

    /** The document and the kinds of what is suspected, without a word of it. */
    static String brief(HeldDocument held) {
        return held.header().id() + " " + held.header().revision().display() + ": "
                + held.custody().suspicions().stream()
                        .map(s -> s.kind().display() + (s.place().isEmpty() ? "" : " (" + s.place() + ")"))
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; "));
    }

    private String page(List<HeldDocument> waiting) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        if (waiting.isEmpty()) return page.line("Nothing is in quarantine.").toString();
        for (HeldDocument d : waiting) {
            page.line(paint.bold(d.header().id() + " " + d.header().revision().display()) + "  " + d.fileName());
            page.paragraph("  title: ", d.header().title(), "");
            page.line("  brought in by " + d.custody().broughtBy() + " at " + d.ingested() + ", SHA-256 "
                    + d.source().brief());
            for (Suspicion each : d.custody().suspicions()) page.paragraph("  - ", each.display(), "");
            page.blank();
        }
        page.line(waiting.size() + " waiting. A second person decides: flightline library approve ID --reason TEXT"
                + " --as FILE, or reject");
        return page.toString();
    }
}
