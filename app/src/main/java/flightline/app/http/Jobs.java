package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import flightline.policy.Act;
import flightline.policy.Principal;
import flightline.search.IndexTrouble;
import io.helidon.http.Status;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is being done and what was: one job writes at a time, the others wait their turn. Kept in memory only; what a job has
 * put into the library stays there, but a server that starts anew knows nothing of its jobs.
 */
final class Jobs implements AutoCloseable {
    private static final int KEPT = 500;
    private static final int WAITING = 20;
    private static final int SECONDS = 20;

    private final InstantSource clock;
    private final Consumer<Throwable> faults;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Semaphore turn = new Semaphore(1, true);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-", 1).factory());
    private long given;

    /** @param faults is told of what should not have happened */
    Jobs(InstantSource clock, Consumer<Throwable> faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /**
     * Begins one as soon as it is its turn.
     *
     * @param after is done whatever becomes of it, also where it never began
     */
    synchronized Job begin(String kind, Act act, Principal asker, Function<Job, JsonNode> work, Runnable after) {
        long open = jobs.values().stream()
                .filter(one -> one.isOf(asker.name()) && !one.over())
                .count();
        if (open >= WAITING)
            throw new Problem(
                    Status.TOO_MANY_REQUESTS_429,
                    "you have " + WAITING + " jobs that are not over; wait for them, or stop some");
        var job = new Job("j" + ++given, kind, act, asker, clock);
        jobs.put(job.id(), job);
        jobs.values().removeIf(one -> jobs.size() > KEPT && one.over());
        threads.execute(() -> run(job, work, after));
        return job;
    }

    private void run(Job job, Function<Job, JsonNode> work, Runnable after) {
        try {
            Optional<JsonNode> result = inTurn(job, work, after);
            // Only now, so that whoever sees that it is over finds nothing left of it.
            result.ifPresent(job::done);
        } catch (BadRequest | IndexTrouble said) {
            job.failed(String.valueOf(said.getMessage()));
        } catch (InterruptedException stopped) {
            job.failed("the server was stopped");
        } catch (RuntimeException | Error fault) {
            faults.accept(fault);
            job.failed("a fault of ours; the server's own output says more");
        }
    }

    /** What came of it; empty where it was stopped before it began. */
    private Optional<JsonNode> inTurn(Job job, Function<Job, JsonNode> work, Runnable after)
            throws InterruptedException {
        try {
            turn.acquire();
            try {
                return job.begin() ? Optional.of(work.apply(job)) : Optional.empty();
            } finally {
                turn.release();
            }
        } finally {
            after.run();
        }
    }

    /** This asker's; a job of somebody else is as if it had never been. */
    synchronized Optional<Job> find(String id, Principal asker) {
        return Optional.ofNullable(jobs.get(id)).filter(one -> one.isFor(asker));
    }

    /** This asker's, newest first. */
    synchronized List<Job> of(Principal asker) {
        var own = new ArrayList<>(
                jobs.values().stream().filter(one -> one.isFor(asker)).toList());
        return own.reversed();
    }

    /** Stops all and waits a while for what cannot be left half done. */
    @Override
    public void close() {
        synchronized (this) {
            jobs.values().forEach(Job::stop);
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
