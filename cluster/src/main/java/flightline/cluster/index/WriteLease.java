package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.search.IndexTrouble;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The right to write, of one node at a time: a document that its holder writes anew every few seconds. Who wants it watches it
 * by its own clock for as long as a holder that lives would need; no two clocks are ever compared. Safe for several threads.
 *
 * <p>The document lies in an index of its own: each writing leaves its forerunner deleted in the index's files, and where a
 * library must be free of what was removed, nothing deleted may come anew while that is seen to.
 */
final class WriteLease {
    private final ClusterIndex index;
    private final String id;
    private final String self;
    private final LongSupplier nanos;
    private final Pace pace;
    private @Nullable Held held;

    /**
     * @param beat how often a holder shows that it lives
     * @param dead how long nothing may be seen of one until it counts as dead
     */
    record Pace(Duration beat, Duration dead) {
        static final Pace STANDARD = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(12));
    }

    /** While it is held. */
    private static final class Held {
        private Pointer.Version version;
        private long seen;
        private boolean lost;
        private @Nullable Thread heart;

        Held(Pointer.Version version, long now) {
            this.version = version;
            this.seen = now;
        }
    }

    /** @param part of the index that may be written */
    WriteLease(Asking asking, String part, String self, LongSupplier nanos, Pace pace) {
        this.index = new ClusterIndex(asking, asking.address().name() + "-writers");
        this.id = part;
        this.self = self;
        this.nanos = nanos;
        this.pace = pace;
    }

    /** Takes it, or throws {@link IndexTrouble.InUse}; true where it was not held by us already. */
    synchronized boolean take() {
        if (held != null && !held.lost) return false;
        Pointer.Version version = taken();
        Held mine = new Held(version, nanos.getAsLong());
        mine.heart = Thread.ofVirtual().name("index lease").start(() -> beat(mine));
        held = mine;
        return true;
    }

    private Pointer.Version taken() {
        long waited = nanos.getAsLong();
        Optional<Pointer.Version> last = Optional.empty();
        while (true) {
            Optional<JsonNode> found = index.get(id);
            Optional<Pointer.Version> version = found.map(Pointer.Version::of);
            boolean free = found.isEmpty() || holder(found.get()).isEmpty();
            boolean dead = last.isPresent()
                    && last.equals(version)
                    && nanos.getAsLong() - waited > pace.dead().toNanos();
            if (found.isEmpty()) index.create(Layout.writers());
            if (free || dead) return written(version).orElseThrow(index::inUse);
            if (last.isPresent() && !last.equals(version)) throw index.inUse();
            last = version;
            pause(pace.beat().dividedBy(2));
        }
    }

    /** Where the answer to a first try was lost, the second one finds ourselves as the holder. */
    private Optional<Pointer.Version> written(Optional<Pointer.Version> found) {
        return index.put(id, document(self), found)
                .or(() -> index.get(id).filter(now -> holder(now).equals(self)).map(Pointer.Version::of));
    }

    private static String holder(JsonNode answer) {
        return answer.path("_source").path(Layout.STATE).path("holder").asText();
    }

    private static ObjectNode document(String holder) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject(Layout.STATE).put("holder", holder);
        return json;
    }

    private void beat(Held mine) {
        while (pause(pace.beat())) {
            try {
                synchronized (this) {
                    if (held != mine || mine.lost) return;
                    Optional<Pointer.Version> next = written(Optional.of(mine.version));
                    if (next.isEmpty()) mine.lost = true;
                    else mine.version = next.get();
                    mine.seen = nanos.getAsLong();
                }
            } catch (IndexTrouble away) {
                // Written again at the next beat; who writes asks whether too long has gone by.
            }
        }
    }

    /** Throws where somebody else may hold it by now. */
    synchronized void require() {
        if (held == null
                || held.lost
                || nanos.getAsLong() - held.seen > pace.dead().toNanos() / 2) throw index.inUse();
    }

    /** Gives it back, if it is held. */
    synchronized void give() {
        Held mine = held;
        held = null;
        if (mine == null) return;
        if (mine.heart != null) mine.heart.interrupt();
        if (mine.lost) return;
        try {
            index.put(id, document(""), Optional.of(mine.version));
        } catch (IndexTrouble away) {
            // Nothing is seen of us any more, so others take it when they have waited.
        }
    }

    synchronized boolean isHeld() {
        return held != null && !held.lost;
    }

    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
