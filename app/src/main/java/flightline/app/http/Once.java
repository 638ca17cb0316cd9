package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.policy.Principal;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers writes by the word that their sender gave them, so that what is sent twice is done once: the same again is answered
 * as the first time, the same word with another body is refused. Kept in memory for a day; a server that starts anew has
 * forgotten.
 */
final class Once {
    static final String HEADER = "Idempotency-Key";
    private static final HeaderName KEY = HeaderNames.create(HEADER);
    private static final int LONGEST = 200;
    private static final int MOST = 5000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<Name, Kept> entries = new LinkedHashMap<>();

    Once(InstantSource clock) {
        this.clock = clock;
    }

    /** What a write came to. */
    record Given(Status status, JsonNode body) {}

    private record Name(String asker, String place, String key) {}

    /** @param given empty while it is being done */
    private record Kept(String print, Principal asker, Optional<Given> given, Instant since) {}

    /**
     * Does the work, or answers what it came to before.
     *
     * @param print of the body: the same bytes, the same print
     */
    void answer(ServerRequest request, ServerResponse response, String print, Supplier<Given> work) {
        Given given = given(request, print, work);
        response.status(given.status());
        Reply.json(response, given.body());
    }

    private Given given(ServerRequest request, String print, Supplier<Given> work) {
        Optional<String> key = key(request);
        if (key.isEmpty()) return work.get();
        Principal asker = Asker.of(request);
        String place = request.prologue().method().text() + " "
                + request.prologue().uriPath().rawPath() + "?"
                + request.prologue().query().rawValue();
        var name = new Name(asker.name(), place, key.get());
        Optional<Given> before = reserve(name, print, asker);
        if (before.isPresent()) return before.get();
        boolean done = false;
        try {
            Given given = work.get();
            settle(name, new Kept(print, asker, Optional.of(given), clock.instant()));
            done = true;
            return given;
        } finally {
            // What failed was not done, so it may be tried again.
            if (!done) forget(name);
        }
    }

    private static Optional<String> key(ServerRequest request) {
        Optional<String> key = request.headers().first(KEY);
        if (key.isPresent() && (key.get().isBlank() || key.get().length() > LONGEST))
            throw new Problem(
                    Status.BAD_REQUEST_400,
                    HEADER + " must have 1 to " + LONGEST + " characters, got "
                            + key.get().length());
        return key;
    }

    private synchronized Optional<Given> reserve(Name name, String print, Principal asker) {
        sweep();
        Kept before = entries.get(name);
        if (before == null) {
            entries.put(name, new Kept(print, asker, Optional.empty(), clock.instant()));
            return Optional.empty();
        }
        if (!before.print.equals(print))
            throw new Problem(
                    Status.create(422, "Unprocessable Content"),
                    HEADER + " '" + Query.shown(name.key) + "' stands for another request already");
        // What it came to then may tell more than they may see now.
        if (!asker.isStill(before.asker))
            throw new Problem(
                    Status.create(422, "Unprocessable Content"),
                    HEADER + " '" + Query.shown(name.key)
                            + "' stands for a request of before your rights to see changed; take another word");
        return Optional.of(before.given.orElseThrow(() -> new Problem(
                Status.CONFLICT_409, HEADER + " '" + Query.shown(name.key) + "' is being done at this moment")));
    }

    private void sweep() {
        Instant old = clock.instant().minus(KEPT);
        Iterator<Kept> all = entries.values().iterator();
        while (all.hasNext()) {
            Kept one = all.next();
            if (one.given.isEmpty() || (!one.since.isBefore(old) && entries.size() < MOST)) continue;
            all.remove();
        }
    }

    private synchronized void settle(Name name, Kept entry) {
        entries.put(name, entry);
    }

    private synchronized void forget(Name name) {
        entries.remove(name);
    }
}
