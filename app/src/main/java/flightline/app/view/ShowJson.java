package flightline.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentKind;
import flightline.corpus.Effectivity;
import flightline.flow.Original;
import flightline.flow.ShowFlow;
import flightline.flow.ShowFlow.Sheet;
import java.time.LocalDate;

/** A place in a document, or what a whole document states. */
public final class ShowJson {
    private ShowJson() {}

    public static ObjectNode of(ShowFlow.Shown shown, LocalDate day) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("document", shown.document().header().id().value());
        node.put("revision", shown.document().header().revision().display());
        node.put("title", shown.document().header().title());
        node.put("inForce", shown.document().inForceOn(day));
        node.put("standing", shown.document().standing(day));
        MarkingJson.into(node, shown.document().header().marking());
        node.put("effectivity", effectivity(shown).words());
        node.put("file", shown.document().fileName());
        switch (shown.original()) {
            case Original.Whole(var place) -> node.put("original", place);
            case Original.Withheld(var why) -> node.put("originalWithheld", why);
        }
        node.put("before", shown.before());
        node.put("text", shown.text());
        node.put("after", shown.after());
        node.put("start", shown.start());
        node.put("end", shown.end());
        if (shown.reading().recognised()) {
            node.put("reading", shown.reading().note());
            shown.reading().uncertain().forEach(node.putArray("uncertain")::add);
        }
        ReferencesJson.addTo(node.putArray("references"), shown.references());
        if (!shown.mandates().isEmpty()) node.set("directives", MandatesJson.of(shown.mandates(), day));
        return node;
    }

    /** Of the first passage there, for an aircraft that nothing is known of. */
    public static Effectivity effectivity(ShowFlow.Shown shown) {
        return shown.passages().stream()
                .findFirst()
                .map(p -> Effectivity.of(p.applicability(), Configuration.UNKNOWN))
                .orElse(Effectivity.ALL);
    }

    public static ObjectNode of(Sheet sheet, LocalDate day) {
        ObjectNode node = LibraryJson.of(sheet.document());
        node.put("inForce", sheet.document().inForceOn(day));
        node.put("standing", sheet.document().standing(day));
        node.set("facts", DirectivesJson.facts(sheet.document()));
        node.set(
                sheet.document().header().kind() == DocumentKind.DIRECTIVE ? "bulletins" : "directives",
                MandatesJson.of(sheet.mandates(), day));
        return node;
    }
}
