package flightline.search;

import flightline.corpus.HeldDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the first passage of a document before that of another which it perhaps superseded, where both were found: the matter is the same, and whoever reads the
 * list from the top reads first what holds for certain. The scores stay, put in the new order.
 */
final class Successors {
    private static final String NAMED = HeldDocument.PERHAPS + " by ";

    private Successors() {}

    static List<Hit> first(List<Hit> hits) {
        if (hits.stream().allMatch(hit -> hit.document().doubt().isEmpty())) return hits;
        var order = new ArrayList<>(hits);
        for (Hit hit : hits) {
            int successor = indexOf(successor(hit), order);
            int at = order.indexOf(hit);
            if (successor > at) order.add(at, order.remove(successor));
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
