package flightline.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import flightline.corpus.Marking;
import flightline.policy.Principal;
import flightline.state.Cabinet;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Remembers writes by the word that their sender gave them, so that what is sent twice is done once: the same again is answered
 * as the first time, the same word with another body is refused. Kept for a day: in the memory of this process, where a server
 * that starts anew has forgotten, or where every node sees it.
 */
final class Once {
    static final String HEADER = "Idempotency-Key";
    private static final HeaderName KEY = HeaderNames.create(HEADER);
    private static final int LONGEST = 200;
    /** In the memory of a process. */
    private static final int MOST = 5000;

    private static final Duration KEPT = Duration.ofDays(1);
    /** After which whoever was doing it is taken to be gone. */
    private static final Duration DOING = Duration.ofMinutes(15);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;
    private final Cabinet entries;

    /** @param passing gives a cabinet for so many values */
    Once(IntFunction<Cabinet> passing, InstantSource clock) {
        this.entries = passing.apply(MOST);
        this.clock = clock;
    }

    /** What a write came to. */
    record Given(Status status, JsonNode body) {}

    private record Name(String asker, String place, String key) {
        /** A word may hold anything. */
        String entry() {
            return "once/" + Digest.of(asker + "\n" + place + "\n" + key);
        }
    }

    /**
     * As it is kept.
     *
     * @param sight of the rights to see of who sent it
     * @param status 0 while it is being done
     * @param since epoch milliseconds
     */
    private record Kept(String print, String sight, int status, String reason, JsonNode body, long since) {
        static Kept begun(String print, String sight, long since) {
            return new Kept(print, sight, 0, "", NullNode.getInstance(), since);
        }

        boolean isOld(long now) {
            return since < now - (status == 0 ? DOING : KEPT).toMillis();
        }

        Given given() {
            return new Given(Status.create(status, reason), body);
        }
    }

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
        String sight = sight(asker);
        Optional<Given> before = reserve(name, print, sight);
        if (before.isPresent()) return before.get();
        boolean done = false;
        try {
            Given given = work.get();
            settle(
                    name,
                    new Kept(
                            print,
                            sight,
                            given.status().code(),
                            given.status().reasonPhrase(),
                            given.body(),
                            clock.millis()));
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

    private Optional<Given> reserve(Name name, String print, String sight) {
        byte[] begun = text(Kept.begun(print, sight, clock.millis()));
        Optional<byte[]> held = entries.read(name.entry());
        Optional<Kept> before = held.flatMap(Once::read).filter(one -> !one.isOld(clock.millis()));
        if (before.isEmpty()) {
            if (entries.replace(name.entry(), held, begun)) return Optional.empty();
            throw busy(name);
        }
        if (!before.get().print().equals(print))
            throw new Problem(
                    Status.create(422, "Unprocessable Content"),
                    HEADER + " '" + Query.shown(name.key) + "' stands for another request already");
        // What it came to then may tell more than they may see now.
        if (!before.get().sight().equals(sight))
            throw new Problem(
                    Status.create(422, "Unprocessable Content"),
                    HEADER + " '" + Query.shown(name.key)
                            + "' stands for a request of before your rights to see changed; take another word");
        if (before.get().status() == 0) throw busy(name);
        return Optional.of(before.get().given());
    }

    private static String sight(Principal asker) {
        return Digest.of(String.join(
                "\n",
                asker.organisation().toString(),
                new TreeSet<>(asker.clearances().stream().map(Marking::label).toList()).toString(),
                asker.nationality(),
                new TreeSet<>(asker.groups()).toString()));
    }

    private static Problem busy(Name name) {
        return new Problem(
                Status.CONFLICT_409, HEADER + " '" + Query.shown(name.key) + "' is being done at this moment");
    }

    private void settle(Name name, Kept entry) {
        entries.write(name.entry(), text(entry));
    }

    private void forget(Name name) {
        var ignored = entries.delete(name.entry());
    }

    private static byte[] text(Kept entry) {
        try {
            return JSON.writeValueAsBytes(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down what was answered", e);
        }
    }

    /** What another version wrote is as if it were not there. */
    private static Optional<Kept> read(byte[] bytes) {
        try {
            return Optional.of(JSON.readValue(bytes, Kept.class));
        } catch (IOException other) {
            return Optional.empty();
        }
    }
}
