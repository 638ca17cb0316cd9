package flightline.app.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.MarkingJson;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.SafetyText;
import flightline.flow.ShowFlow;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What is held, as the tools give it: as on the command line, but without places on the server's own disk. */
final class HeldJson {
    private HeldJson() {}

    static ObjectNode document(HeldDocument held, LocalDate day) {
        ObjectNode node = head(held, day);
        held.header()
                .revision()
                .issued()
                .ifPresentOrElse(d -> node.put("issued", d.toString()), () -> node.putNull("issued"));
        node.put("kind", held.header().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.put("status", held.header().status().name().toLowerCase(Locale.ROOT));
        node.put("library", held.library());
        node.put("marking", held.header().marking().label());
        node.put("effectivity", held.header().applicability().display());
        node.put("format", held.header().format());
        node.put("pages", held.header().pages());
        node.put("passages", held.passages());
        return node;
    }

    private static ObjectNode head(HeldDocument held, LocalDate day) {
        var header = held.header();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        MarkingJson.into(node, header.marking());
        return node.put("document", header.id().value())
                .put("revision", header.revision().display())
                .put("exactRevision", header.revision().exact())
                .put("title", header.title())
                .put("inForce", held.inForceOn(day))
                .put("standing", held.standing(day))
                .put("file", held.fileName());
    }

    static ObjectNode place(ShowFlow.Shown shown, LocalDate day) {
        ObjectNode node = head(shown.document(), day);
        shown.passages().stream()
                .flatMap(p -> p.place().page().stream().boxed())
                .findFirst()
                .ifPresent(page -> node.put("page", page));
        var warnings = node.putArray("warnings");
        for (SafetyText one : warnings(shown))
            warnings.addObject()
                    .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                    .put("text", one.text());
        node.put("before", shown.before());
        node.put("text", shown.text());
        node.put("after", shown.after());
        node.put("start", shown.start());
        node.put("end", shown.end());
        if (shown.reading().recognised()) node.put("reading", shown.reading().note());
        return node;
    }

    /** Those of all passages that are touched, each once. */
    static List<SafetyText> warnings(ShowFlow.Shown shown) {
        var all = new LinkedHashSet<SafetyText>();
        for (Passage passage : shown.passages()) all.addAll(passage.safety());
        return List.copyOf(all);
    }
}
