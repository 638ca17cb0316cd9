package flightline.app.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts jobs of this node by kind: begun, come to their end, failed, how long they took, and how many are being done. Safe for several threads. */
public final class JobGauges {
    private static final String KIND = "kind";

    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();

    JobGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param kind one of our words for jobs */
    public void began(String kind) {
        registry.counter("flightline.jobs.started", KIND, kind).increment();
        var ignored = running(kind).incrementAndGet();
    }

    /** @param failed whether it broke off; one that was stopped came to its end */
    public void ended(String kind, boolean failed, Duration took) {
        registry.counter(failed ? "flightline.jobs.failed" : "flightline.jobs.finished", KIND, kind)
                .increment();
        Timer.builder("flightline.jobs")
                .description("Jobs from their beginning to their end, without the time they waited for their turn")
                .tag(KIND, kind)
                .register(registry)
                .record(took);
        var ignored = running(kind).decrementAndGet();
    }

    private AtomicInteger running(String kind) {
        return running.computeIfAbsent(
                kind, name -> registry.gauge("flightline.jobs.running", Tags.of(KIND, name), new AtomicInteger()));
    }
}
