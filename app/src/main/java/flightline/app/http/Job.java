package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.Progress;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Work that takes longer than an answer may: how far it is, and what came of it. Safe for several threads. */
final class Job implements Progress, BooleanSupplier {
    /** What it stands at. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    private final String id;
    private final String kind;
    private final Act act;
    private final Principal who;
    private final InstantSource clock;
    private final Instant begun;
    private State state = State.WAITING;
    private long done;
    private long total;
    private String doing = "";
    private boolean stop;
    private Optional<JsonNode> result = Optional.empty();
    private String why = "";
    private Optional<Instant> ended = Optional.empty();
    /** Counts what changed, so that who looks on knows whether to look again. */
    private long changes;

    /**
     * @param kind the verb, for example {@code ingest}
     * @param act what somebody must be allowed to do to begin it, and to look at it afterwards
     */
    Job(String id, String kind, Act act, Principal who, InstantSource clock) {
        this.id = id;
        this.kind = kind;
        this.act = act;
        this.who = who;
        this.clock = clock;
        this.begun = clock.instant();
    }

    String id() {
        return id;
    }

    Act act() {
        return act;
    }

    /** Of somebody with that name, whatever they may see by now. */
    boolean isOf(String name) {
        return who.name().equals(name);
    }

    /** What came of it was told to somebody who could see so much; whoever sees other things now is somebody else. */
    boolean isFor(Principal asker) {
        return asker.isStill(who);
    }

    synchronized boolean over() {
        return ended.isPresent();
    }

    @Override
    public synchronized void at(long part, long whole, String what) {
        done = part;
        total = whole;
        doing = what;
        changed();
    }

    /** Whether it is to end as soon as it can. */
    @Override
    public synchronized boolean getAsBoolean() {
        return stop;
    }

    synchronized void stop() {
        stop = true;
        changed();
    }

    /** False where it was stopped before it could begin. */
    synchronized boolean begin() {
        if (stop) {
            end(State.STOPPED);
            return false;
        }
        state = State.RUNNING;
        changed();
        return true;
    }

    synchronized void done(JsonNode what) {
        result = Optional.of(what);
        end(stop ? State.STOPPED : State.DONE);
    }

    synchronized void failed(String reason) {
        why = reason;
        end(State.FAILED);
    }

    private void end(State last) {
        state = last;
        ended = Optional.of(clock.instant());
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** Waits until something has changed since, at most so long; how many changes there were by then. */
    synchronized long changedSince(long seen, long millis) throws InterruptedException {
        for (int waits = 0; changes == seen && !over() && waits < 1; waits++) wait(millis);
        return changes;
    }

    synchronized ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("kind", kind)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("begun", begun.toString());
        ended.ifPresentOrElse(at -> node.put("ended", at.toString()), () -> node.putNull("ended"));
        node.putObject("progress").put("done", done).put("total", total).put("doing", doing);
        result.ifPresentOrElse(what -> node.set("result", what), () -> node.putNull("result"));
        return node.put("why", why);
    }
}
