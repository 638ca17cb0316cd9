package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.policy.Principal;
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

/**
 * What is being done and what was: one job writes at a time, the others wait their turn. Kept in memory only; what a job has
 * put into the library stays there, but a server that starts anew knows nothing of its jobs.
 */
final class OwnJobs implements Jobs {
    private static final int KEPT = 500;
    private static final int SECONDS = 20;

    private final InstantSource clock;
    private final Workshop workshop;
    private final Map<String, OwnJob> jobs = new LinkedHashMap<>();
    private final Semaphore turn = new Semaphore(1, true);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-", 1).factory());
    private long given;

    OwnJobs(InstantSource clock, Workshop workshop) {
        this.clock = clock;
        this.workshop = workshop;
    }

    @Override
    public synchronized Job begin(Task task) {
        String who = task.asker().name();
        long open = jobs.values().stream()
                .filter(one -> one.who().name().equals(who) && !one.over())
                .count();
        if (open >= WAITING) throw Jobs.tooMany();
        var job = new OwnJob("j" + ++given, task.kind(), task.asker(), clock);
        jobs.put(job.id(), job);
        jobs.values().removeIf(one -> jobs.size() > KEPT && one.over());
        threads.execute(() -> run(job, task));
        return job;
    }

    private void run(OwnJob job, Task task) {
        try {
            Optional<JsonNode> result = inTurn(job, task);
            // Only now, so that whoever sees that it is over finds nothing left of it.
            result.ifPresent(job::done);
        } catch (InterruptedException stopped) {
            job.failed("the server was stopped");
        } catch (Stopped byItself) {
            job.stopped();
        } catch (RuntimeException | Error fault) {
            job.failed(workshop.why(fault));
        }
    }

    /** What came of it; empty where it was stopped before it began. */
    private Optional<JsonNode> inTurn(OwnJob job, Task task) throws InterruptedException {
        try {
            turn.acquire();
            try {
                return job.begin() ? Optional.of(workshop.work(task, job)) : Optional.empty();
            } finally {
                turn.release();
            }
        } finally {
            task.close();
        }
    }

    @Override
    public synchronized Optional<Job> find(String id, Principal asker) {
        return Optional.ofNullable(jobs.get(id))
                .filter(one -> asker.isStill(one.who()))
                .map(one -> one);
    }

    @Override
    public synchronized List<Job> of(Principal asker) {
        var own = new ArrayList<Job>(
                jobs.values().stream().filter(one -> asker.isStill(one.who())).toList());
        return own.reversed();
    }

    /** Stops all and waits a while for what cannot be left half done. */
    @Override
    public void close() {
        synchronized (this) {
            jobs.values().forEach(OwnJob::stop);
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
