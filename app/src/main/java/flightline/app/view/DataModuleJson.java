package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.DataModuleFlow.Outcome;

/** A data module with where each of its elements comes from, as JSON. */
public final class DataModuleJson {
    private DataModuleJson() {}

    public static ObjectNode of(Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (outcome) {
            case Outcome.Made made -> companion(made).put("xml", made.xml()).put("audit", made.audit());
            case Outcome.NotPossible(var why, var audit) ->
                node.put("outcome", "not-enough-evidence").put("why", why).put("audit", audit);
            case Outcome.Withheld(var why, var audit) ->
                node.put("outcome", "withheld").put("why", why).put("audit", audit);
        };
    }

    /** What lies beside the module's file. */
    public static ObjectNode companion(Outcome.Made made) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("outcome", "made")
                .put("name", made.name())
                .put("marking", made.marking().label());
        ArrayNode doubts = node.putArray("uncertain");
        made.doubts().forEach(doubt -> {
            ObjectNode one = doubts.addObject().put("why", doubt.why());
            doubt.citation().ifPresent(citation -> one.set("citation", CitationJson.of("", citation)));
        });
        ArrayNode leftOut = node.putArray("leftOut");
        made.leftOut().forEach(citation -> leftOut.add(CitationJson.of("", citation)));
        ArrayNode elements = node.putArray("elements");
        made.traces().forEach(trace -> {
            ObjectNode one = elements.addObject()
                    .put("id", trace.id())
                    .put("element", trace.element())
                    .put("printed", trace.printed());
            one.set("citation", CitationJson.of(trace.id(), trace.citation()));
        });
        return node;
    }
}
