package flightline.app.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Citation;
import flightline.drafting.print.CitationNode;

/** A citation in the contract's shape. */
public final class CitationJson {
    private CitationJson() {}

    public static ObjectNode of(String id, Citation citation) {
        ObjectNode node = CitationNode.of(id, citation);
        // Only where there is something to mind, so that most citations look as they always did.
        if (citation.reading().recognised()) {
            node.put("reading", citation.reading().note());
            AnswerJson.strings(node.putArray("uncertain"), citation.reading().uncertain());
        }
        return node;
    }
}
