package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Citation;
import flightline.corpus.Marking;
import flightline.flow.SearchFlow;
import flightline.search.Hit;
import java.util.Locale;

/** Search results in the contract's shape. */
public final class SearchJson {
    private SearchJson() {}

    public static ObjectNode of(SearchFlow.Outcome outcome) {
        return switch (outcome) {
            case SearchFlow.Outcome.Found(var result) -> of(result);
            case SearchFlow.Outcome.Denied(var id, var word, var clause, var why, var audit) ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("outcome", word)
                        .put("clause", clause)
                        .put("why", why)
                        .put("audit", audit);
        };
    }

    public static ObjectNode of(SearchFlow.Result result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", result.id());
        MarkingJson.into(
                node,
                result.evidence().hits().stream()
                        .map(hit -> hit.document().header().marking())
                        .reduce(Marking.UNMARKED, Marking::and));
        ArrayNode hits = node.putArray("hits");
        int number = 0;
        for (Hit hit : result.evidence().hits()) {
            number++;
            ObjectNode one = hits.addObject();
            Citation citation = result.citation(hit);
            one.set("citation", CitationJson.of("c" + number, citation));
            one.put("text", hit.passage().text());
            one.put("kind", hit.passage().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            one.put("score", Math.round(hit.score() * 1e4) / 1e4);
            one.put("why", String.join("; ", hit.why()));
            ArrayNode warnings = one.putArray("warnings");
            hit.passage().safety().forEach(s -> {
                ObjectNode warning = warnings.addObject();
                warning.put("kind", s.kind().name().toLowerCase(Locale.ROOT));
                warning.put("text", s.text());
            });
        }
        node.put("total", result.evidence().total());
        node.put("exact", result.evidence().exact());
        node.put("millis", AnswerJson.tenth(result.millis()));
        return node;
    }
}
