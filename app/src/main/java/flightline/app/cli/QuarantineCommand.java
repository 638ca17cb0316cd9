package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Wiring;
import flightline.corpus.Custody;
import flightline.corpus.HeldDocument;
import flightline.corpus.Suspicion;
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
        try (Wiring wiring = common.wire(outside)) {
            List<HeldDocument> waiting = wiring.library().quarantined(common.asker());
            if (common.json()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode documents = node.putArray("documents");
                for (HeldDocument d : waiting)
                    documents.add(LibraryCommand.json(d)
                            .put("title", d.header().title())
                            .set("custody", custody(d.custody(), true)));
                outside.out().println(node.toPrettyString());
            } else outside.out().print(page(waiting));
            return Exit.DONE;
        }
    }

    /**
     * Who brought it in, what was suspected, and who approved it when and why.
     *
     * @param quoting whether with the words that were suspected
     */
    static ObjectNode custody(Custody custody, boolean quoting) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("broughtBy", custody.broughtBy());
        ArrayNode suspicions = node.putArray("suspicions");
        for (Suspicion each : custody.suspicions())
            suspicions
                    .addObject()
                    .put("kind", each.kind().display())
                    .put("place", each.place())
                    .put("detail", quoting ? each.detail() : "");
        custody.approval()
                .ifPresent(a -> node.putObject("approval")
                        .put("by", a.by())
                        .put("at", a.at().toString())
                        .put("reason", a.reason()));
        return node;
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
