package flightline.drafting.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Box;
import flightline.corpus.Citation;
import flightline.corpus.Marking;

/** A citation in JSON, as papers and answers have it. */
public final class CitationNode {
    private CitationNode() {}

    public static ObjectNode of(String id, Citation citation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("document", citation.document().value());
        node.put("revision", citation.revision());
        node.put("exactRevision", citation.exact());
        node.put("inForce", citation.inForce());
        node.put("standing", citation.standing());
        node.put("effectivity", citation.effectivity().words());
        node.put("effectivityKnown", citation.effectivity().known());
        node.put("title", citation.title());
        ArrayNode path = node.putArray("path");
        citation.path().forEach(path::add);
        citation.place().page().ifPresentOrElse(page -> node.put("page", page), () -> node.putNull("page"));
        citation.place().box().ifPresentOrElse(box -> corners(node.putArray("box"), box), () -> node.putNull("box"));
        node.put("quote", citation.quote());
        node.put("start", citation.place().start());
        node.put("end", citation.place().end());
        node.put("source", citation.source().hex());
        if (!citation.marking().equals(Marking.UNMARKED))
            node.put("marking", citation.marking().label());
        if (!citation.columns().isEmpty()) citation.columns().forEach(node.putArray("columns")::add);
        return node;
    }

    private static void corners(ArrayNode array, Box box) {
        for (double corner : new double[] {box.left(), box.bottom(), box.right(), box.top()})
            array.add(Math.round(corner * 10) / 10.0);
    }
}
