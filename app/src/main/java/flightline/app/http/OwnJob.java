package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** A job of this process. Safe for several threads. */
final class OwnJob implements Job, Effort {
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

    /** @param kind the verb, for example {@code ingest} */
    OwnJob(String id, String kind, Principal who, InstantSource clock) {
        this.id = id;
        this.kind = kind;
        this.who = who;
        this.clock = clock;
        this.begun = clock.instant();
    }

    String id() {
        return id;
    }

    Principal who() {
        return who;
    }

    @Override
    public Act act() {
        return Task.act(kind);
    }

    @Override
    public synchronized boolean over() {
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

    @Override
    public synchronized void stop() {
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

    /** It ended before it changed anything. */
    synchronized void stopped() {
        end(State.STOPPED);
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

    @Override
    public synchronized long changedSince(long seen, long millis) throws InterruptedException {
        for (int waits = 0; changes == seen && !over() && waits < 1; waits++) wait(millis);
        return changes;
    }

    @Override
    public synchronized ObjectNode json() {
        return Job.json(id, kind, state.name().toLowerCase(Locale.ROOT), begun, ended, result, why)
                .set("progress", Job.progress(done, total, doing));
    }
}
