package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import flightline.flow.DirectiveRegister.Deadline;
import flightline.flow.DirectiveRegister.Row;
import flightline.flow.Mandate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The register of directives, and what documents state. */
public final class DirectivesJson {
    private DirectivesJson() {}

    /** @param library what the asker may see, in which the bulletins are looked up */
    public static ArrayNode of(List<Row> rows, List<HeldDocument> library, LocalDate day) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Row row : rows) {
            ObjectNode node = all.addObject();
            var header = row.held().header();
            node.put("document", header.id().value());
            node.put("revision", header.revision().display());
            node.put("title", header.title());
            node.put("authority", row.first(Fact.Kind.ISSUER));
            node.put("effective", row.first(Fact.Kind.EFFECTIVE));
            node.put("make", row.first(Fact.Kind.MAKE));
            ArrayNode models = node.putArray("models");
            row.all(Fact.Kind.MODEL).forEach(models::add);
            node.put("status", header.status().name().toLowerCase(Locale.ROOT));
            node.put("standing", row.standing());
            node.put("supersededBy", row.supersededBy());
            row.successor().ifPresentOrElse(id -> node.put("successor", id), () -> node.putNull("successor"));
            ArrayNode deadlines = node.putArray("compliance");
            for (Deadline deadline : row.deadlines()) {
                ObjectNode one = fact(row.held(), deadline.fact());
                deadline.due().ifPresentOrElse(due -> one.put("due", due.toString()), () -> one.putNull("due"));
                deadlines.add(one);
            }
            node.set("bulletins", MandatesJson.of(Mandate.by(row.held(), library), day));
            node.set("facts", facts(row.held()));
        }
        return all;
    }

    /** What a document states, each with its place as {@code show} takes it. */
    public static ArrayNode facts(HeldDocument held) {
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        held.header().facts().forEach(fact -> facts.add(fact(held, fact)));
        return facts;
    }

    private static ObjectNode fact(HeldDocument held, Fact fact) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", fact.kind().word());
        node.put("value", fact.value());
        node.put("citation", citation(held, fact.place()));
        fact.place().page().ifPresent(page -> node.put("page", page));
        return node;
    }

    /** A place as {@code show} takes it. */
    public static String citation(HeldDocument held, Place place) {
        return held.header().id().value() + "@" + held.header().revision().exact() + "#" + place.start() + "-"
                + place.end();
    }
}
