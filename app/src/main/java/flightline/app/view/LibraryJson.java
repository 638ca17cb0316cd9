package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Custody;
import flightline.corpus.HeldDocument;
import flightline.corpus.Suspicion;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Documents as they are held. */
public final class LibraryJson {
    private LibraryJson() {}

    /** All that is held, each with how it stands on a day. */
    public static ObjectNode of(List<HeldDocument> held, LocalDate day) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode documents = node.putArray("documents");
        held.forEach(d -> documents.add(of(d, day)));
        return node;
    }

    public static ObjectNode of(HeldDocument held, LocalDate day) {
        return of(held).put("inForce", held.inForceOn(day)).put("standing", held.standing(day));
    }

    /** What was taken out. */
    public static ArrayNode removed(List<HeldDocument> removed) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        removed.forEach(d -> node.add(of(d)));
        return node;
    }

    /** What waits for a second person, with the words that are suspected. */
    public static ObjectNode waiting(List<HeldDocument> waiting) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode documents = node.putArray("documents");
        for (HeldDocument d : waiting)
            documents.add(of(d).put("title", d.header().title()).set("custody", custody(d.custody(), true)));
        return node;
    }

    public static ObjectNode of(HeldDocument held) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("document", held.header().id().value());
        // Its title is text of the file, and waits as the rest does; flightline library quarantine shows it to who
        // decides.
        node.put("title", held.quarantined() ? "" : held.header().title());
        node.put("revision", held.header().revision().display());
        held.header()
                .revision()
                .issued()
                .ifPresentOrElse(d -> node.put("issued", d.toString()), () -> node.putNull("issued"));
        node.put("kind", kind(held));
        node.put("status", held.header().status().name().toLowerCase(Locale.ROOT));
        node.put("why", held.why());
        node.put("library", held.library());
        node.put("marking", held.header().marking().label());
        node.put("effectivity", held.header().applicability().display());
        node.put("format", held.header().format());
        node.put("file", held.fileName());
        node.put("source", held.source().hex());
        node.put("pages", held.header().pages());
        node.put("passages", held.passages());
        node.put("quarantined", held.quarantined());
        if (!held.custody().suspicions().isEmpty()) node.set("custody", custody(held.custody(), !held.quarantined()));
        if (!held.header().facts().isEmpty()) node.set("facts", DirectivesJson.facts(held));
        return node;
    }

    /**
     * Who brought it in, what was suspected, and who approved it when and why.
     *
     * @param quoting whether with the words that were suspected
     */
    private static ObjectNode custody(Custody custody, boolean quoting) {
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

    /** For example {@code data-module}. */
    public static String kind(HeldDocument held) {
        return held.header().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
