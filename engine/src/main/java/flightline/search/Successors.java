package flightline.search;

import flightline.corpus.HeldDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a passage of a document that was perhaps superseded behind the first one of the document that perhaps superseded it, where both were found: whoever
 * reads the list from the top reads first what holds for certain. The scores stay, put in the new order.
 */
final class Successors {
    private static final String NAMED = HeldDocument.PERHAPS + " by ";

    private Successors() {}

    static List<Hit> first(List<Hit> hits) {
        if (hits.stream().allMatch(hit -> hit.document().doubt().isEmpty())) return hits;
        var order = new ArrayList<>(hits);
        // From the last on, so that those behind one successor keep their order.
        for (int i = hits.size() - 1; i >= 0; i--) {
            Hit hit = hits.get(i);
            int successor = indexOf(successor(hit), order);
            int at = order.indexOf(hit);
            if (successor <= at) continue;
            order.remove(at);
            order.add(successor, hit);
        }
        var listed = new ArrayList<Hit>();
        for (int i = 0; i < hits.size(); i++)
            listed.add(order.get(i).scored(hits.get(i).score()));
        return List.copyOf(listed);
    }

    private static String successor(Hit hit) {
        return hit.document()
                .doubt()
                .filter(said -> said.startsWith(NAMED))
                .map(said -> said.substring(NAMED.length()))
                .orElse("");
    }

    private static int indexOf(String document, List<Hit> hits) {
        for (int i = 0; i < hits.size(); i++)
            if (hits.get(i).document().header().id().value().equals(document)) return i;
        return -1;
    }
}
