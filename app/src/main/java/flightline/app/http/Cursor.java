package flightline.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a listing goes on, as a word that says nothing to who carries it: the name of the last thing that was listed. */
final class Cursor {
    static final int USUAL = 1000;
    static final int MOST = 10_000;
    static final Parameter AFTER = Parameter.query("after", "string", "'next' of the page before");
    static final Parameter LIMIT =
            Parameter.query("limit", "integer(1.." + MOST + ")", "how many at most, " + USUAL + " if nothing is said");
    private static final String MARK = "1:";

    private Cursor() {}

    /**
     * A page of a listing.
     *
     * @param next where it goes on, empty at the end
     */
    record Slice<T>(List<T> items, Optional<String> next) {
        /** What a listing says of itself besides its things: only where there is more. */
        ObjectNode onto(ObjectNode node) {
            next.ifPresent(word -> node.put("next", word));
            return node;
        }
    }

    /** @param name by which the listing is ordered, nothing else having the same */
    static <T> Slice<T> slice(List<T> all, Function<T, String> name, Query query) {
        int limit = query.number("limit", USUAL, 1, MOST);
        int from = 0;
        Optional<String> after = query.word("after").map(Cursor::read);
        if (after.isPresent()) {
            // The thing itself may be gone since: then it goes on where it would stand.
            while (from < all.size() && name.apply(all.get(from)).compareTo(after.get()) <= 0) from++;
        }
        int to = Math.min(all.size(), from + limit);
        List<T> items = all.subList(from, to);
        return new Slice<>(items, to < all.size() ? Optional.of(write(name.apply(items.getLast()))) : Optional.empty());
    }

    static String write(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + name).getBytes(StandardCharsets.UTF_8));
    }

    static String read(String word) {
        try {
            String read = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            if (read.startsWith(MARK)) return read.substring(MARK.length());
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BadRequest("'after' must be the 'next' of a page before, got '" + Query.shown(word) + "'");
    }
}
