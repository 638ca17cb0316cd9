package flightline.search;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The order in which passages found are listed: running text of a page that an earlier one is of comes behind text of other pages that is nearly
 * as good, for who opens a page reads all of it. Who writes an answer reads the passages as they rank. The scores stay, put in the new order.
 */
public final class PageSpread {
    /** What each further passage of a page must be better by to stand before one of another page. */
    private static final double SAME_PAGE = 0.08;
    /** Passages that are put in order; the rest follow as they rank, so that a shorter list is the beginning of a longer one. */
    private static final int LOOKED_AT = 20;

    private PageSpread() {}

    /** The best passages, for a list; {@code query} says how many. */
    public static Evidence search(PassageIndex index, EvidenceQuery query) {
        Evidence found = index.search(query.withTop(Math.max(LOOKED_AT, query.top())));
        int first = Math.min(LOOKED_AT, found.hits().size());
        var listed = new ArrayList<>(spread(found.hits().subList(0, first)));
        listed.addAll(found.hits().subList(first, found.hits().size()));
        return new Evidence(listed.subList(0, Math.min(query.top(), listed.size())), found.total(), found.exact());
    }

    private record Worth(Hit hit, double score) {}

    private static List<Hit> spread(List<Hit> hits) {
        var passagesOf = new HashMap<String, Integer>();
        var worth = new ArrayList<Worth>();
        for (Hit hit : hits) {
            int before = isPartOfPage(hit.passage()) ? passagesOf.merge(page(hit), 1, Integer::sum) - 1 : 0;
            worth.add(new Worth(hit, hit.score() - SAME_PAGE * before));
        }
        worth.sort(Comparator.comparingDouble(Worth::score).reversed());
        var listed = new ArrayList<Hit>();
        for (int i = 0; i < hits.size(); i++)
            listed.add(worth.get(i).hit().scored(hits.get(i).score()));
        return listed;
    }

    private static boolean isPartOfPage(Passage passage) {
        return passage.kind() == PassageKind.PARAGRAPH && passage.place().page().isPresent();
    }

    private static String page(Hit hit) {
        return hit.document().key() + ' ' + hit.passage().place().page().getAsInt();
    }
}
