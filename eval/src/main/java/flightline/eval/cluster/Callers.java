package flightline.eval.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** People who search at one node and turn to the other where it fails, within a budget of tries. */
final class Callers implements AutoCloseable {
    private static final int TRIES = 4;
    /** Milliseconds between an answer and the next question. */
    private static final long THOUGHT = 2000;

    private static final long ANSWERED = -1;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<String> nodes;
    private final List<String> questions;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger empty = new AtomicInteger();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    Callers(List<String> nodes, List<String> questions) {
        this.nodes = List.copyOf(nodes);
        this.questions = List.copyOf(questions);
    }

    void begin(int callers) {
        for (int i = 0; i < callers; i++) {
            int caller = i;
            people.execute(() -> call(caller));
        }
    }

    private void call(int caller) {
        for (int n = caller; !stop.get(); n++) {
            String body = "{\"query\":\"" + questions.get(n % questions.size()) + "\",\"top\":5}";
            long begun = System.nanoTime();
            boolean done = false;
            for (int tries = 0; tries < TRIES && !done; tries++) {
                if (tries > 0) retried.incrementAndGet();
                long wait = asked(nodes.get((caller + tries) % nodes.size()), body);
                done = wait == ANSWERED;
                if (!done) pause(Math.max(wait, 300L << tries));
            }
            if (done) {
                answered.incrementAndGet();
                millis.add((System.nanoTime() - begun) / 1_000_000);
            } else failed.incrementAndGet();
            pause(THOUGHT);
        }
    }

    /**
     * {@link #ANSWERED}, or for how many milliseconds the node asks to be left alone; an answer without a hit is counted apart, for each of
     * the questions has some.
     */
    private long asked(String node, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(node + "/api/v1/search"))
                    .timeout(LONGEST)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                if (said.size() < 20) said.add(answer.statusCode() + " " + answer.body());
                return answer.headers().firstValueAsLong("Retry-After").orElse(0) * 1000;
            }
            if (answer.body().contains("\"hits\":[]")) empty.incrementAndGet();
            return ANSWERED;
        } catch (IOException gone) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void pause(long length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends them and tells what became of their questions. */
    String told() {
        stop.set(true);
        people.close();
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return answered + " answered, " + retried + " tries at another node, " + failed
                + " failed beyond that, " + empty + " without a hit; p50 " + at(sorted, 0.5) + " ms, p95 "
                + at(sorted, 0.95) + " ms, p99 " + at(sorted, 0.99) + " ms";
    }

    /** Questions that no try answered, by now. */
    int failed() {
        return failed.get();
    }

    List<String> refusals() {
        return List.copyOf(said);
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
    }

    @Override
    public void close() {
        stop.set(true);
        people.shutdownNow();
        http.close();
    }
}
