package flightline.search;

import flightline.search.Depot.Commit;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Entries of a depot, a page at a time, so that no more than one is in memory. Each page is of one commit; where a later one comes
 * meanwhile, the next page is of that, and goes on behind the last name: none comes twice.
 */
final class DepotPages implements Iterator<Card> {
    private static final int PAGE = 500;

    private final Depot depot;
    private final Function<Commit, Condition> which;
    private List<Card> page = List.of();
    private int next;
    private String last = "";
    private boolean ended;

    private DepotPages(Depot depot, Function<Commit, Condition> which) {
        this.depot = depot;
        this.which = which;
    }

    /** By name. */
    static Stream<Card> of(Depot depot, Function<Commit, Condition> which) {
        var pages = new DepotPages(depot, which);
        int traits = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, traits), false);
    }

    @Override
    public boolean hasNext() {
        if (next < page.size()) return true;
        if (ended) return false;
        String after = last;
        page = depot.read(List.of(), commit -> commit.page(which.apply(commit), after, PAGE));
        next = 0;
        ended = page.size() < PAGE;
        if (!page.isEmpty()) last = page.getLast().name();
        return !page.isEmpty();
    }

    @Override
    public Card next() {
        if (!hasNext()) throw new NoSuchElementException();
        return page.get(next++);
    }
}
