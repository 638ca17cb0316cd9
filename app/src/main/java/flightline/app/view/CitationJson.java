package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Citation;

/** A citation in the contract's shape. */
public final class CitationJson {
    private CitationJson() {}

    public static ObjectNode of(String id, Citation citation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("document", citation.document().value());
        node.put("revision", citation.revision());
        node.put("inForce", citation.inForce());
        node.put("standing", citation.standing());
        node.put("effectivity", citation.effectivity().words());
        node.put("effectivityKnown", citation.effectivity().known());
        node.put("title", citation.title());
        AnswerJson.strings(node.putArray("path"), citation.path());
        citation.place().page().ifPresentOrElse(p -> node.put("page", p), () -> node.putNull("page"));
        citation.place()
                .box()
                .ifPresentOrElse(
                        box -> {
                            ArrayNode corners = node.putArray("box");
                            corners.add(AnswerJson.tenth(box.left()));
                            corners.add(AnswerJson.tenth(box.bottom()));
                            corners.add(AnswerJson.tenth(box.right()));
                            corners.add(AnswerJson.tenth(box.top()));
                        },
                        () -> node.putNull("box"));
        node.put("quote", citation.quote());
        node.put("start", citation.place().start());
        node.put("end", citation.place().end());
        node.put("source", citation.source().hex());
        // Only where there is something to mind, so that most citations look as they always did.
        if (citation.reading().recognised()) {
            node.put("reading", citation.reading().note());
            AnswerJson.strings(node.putArray("uncertain"), citation.reading().uncertain());
        }
        return node;
    }
}
