package flightline.cluster.index;

import flightline.search.Card;
import flightline.search.Latest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What was read of the cluster last and cannot have changed since. Safe for several threads. */
final class Recent {
    /** Of some kilobytes each. */
    private static final int CARDS = 8000;

    private static final int LABELS = 64;

    private final Latest<String, Card> cards = new Latest<>(CARDS);
    private final Latest<Field, Set<String>> labels = new Latest<>(LABELS);

    private record Field(long commit, String name) {}

    Optional<Card> card(String id) {
        return cards.get(id);
    }

    void keep(String id, Card card) {
        cards.put(id, card);
    }

    Set<String> labels(long commit, String name, Supplier<Set<String>> read) {
        return labels.of(new Field(commit, name), read::get);
    }
}
