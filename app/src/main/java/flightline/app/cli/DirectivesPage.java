package flightline.app.cli;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The register of directives as a page and as JSON. */
final class DirectivesPage {
    private static final int MODELS = 4;

    private DirectivesPage() {}

    static String page(List<Row> rows, LocalDate day, Page page) {
        if (rows.isEmpty())
            return page.line("No directive in the library answers this.").toString();
        var table = new ArrayList<List<String>>();
        for (Row row : rows)
            table.add(List.of(
                    row.held().header().id().value(),
                    row.first(Fact.Kind.ISSUER),
                    row.standing(),
                    row.first(Fact.Kind.EFFECTIVE),
                    products(row)));
        page.table(List.of("Directive", "Authority", "Standing", "Effective", "Products"), table);
        for (Row row : rows) {
            if (row.deadlines().isEmpty() && row.supersededBy().isEmpty()) continue;
            page.blank()
                    .line(row.held().header().id().value()
                            + (row.supersededBy().isEmpty() ? "" : "  " + row.supersededBy()));
            for (Deadline deadline : row.deadlines())
                page.hanging(
                        "    ",
                        "  ",
                        deadline.due().map(due -> due + ": ").orElse("")
                                + deadline.fact().value() + " ["
                                + citation(row.held(), deadline.fact().place()) + "]",
                        words -> words);
        }
        page.blank()
                .line(rows.size() + (rows.size() == 1 ? " directive on " : " directives on ") + day
                        + "; a day stands only where the calendar alone tells it, hours and cycles count besides");
        return page.toString();
    }

    /** @param library what the asker may see, in which the bulletins are looked up */
    static ArrayNode json(List<Row> rows, List<HeldDocument> library, LocalDate day) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Row row : rows) {
            ObjectNode node = all.addObject();
            var header = row.held().header();
            node.put("document", header.id().value());
            node.put("title", header.title());
            node.put("status", header.status().name().toLowerCase(Locale.ROOT));
            node.put("standing", row.standing());
            node.put("supersededBy", row.supersededBy());
            ArrayNode deadlines = node.putArray("compliance");
            for (Deadline deadline : row.deadlines()) {
                ObjectNode one = fact(row.held(), deadline.fact());
                deadline.due().ifPresentOrElse(due -> one.put("due", due.toString()), () -> one.putNull("due"));
                deadlines.add(one);
            }
            node.set("bulletins", MandateList.json(Mandate.by(row.held(), library), day));
            node.set("facts", facts(row.held()));
        }
        return all;
    }

    /** What a document states, each with its place as {@code show} takes it. */
    static ArrayNode facts(HeldDocument held) {
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
    static String citation(HeldDocument held, Place place) {
        return held.header().id().value() + "@" + held.header().revision().display() + "#" + place.start() + "-"
                + place.end();
    }

    private static String products(Row row) {
        List<String> models = row.all(Fact.Kind.MODEL);
        String first = String.join(", ", models.subList(0, Math.min(MODELS, models.size())));
        String more = models.size() > MODELS ? " and " + (models.size() - MODELS) + " more" : "";
        return (row.first(Fact.Kind.MAKE) + " " + first + more).strip();
    }
}
