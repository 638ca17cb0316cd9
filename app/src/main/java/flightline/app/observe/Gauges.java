package flightline.app.observe;

import flightline.flow.Millis;
import flightline.flow.Witness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Counts and times, and tells Prometheus. Labels are words of ours only. Safe for several threads. */
public final class Gauges implements Witness, AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(30),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofMillis(750),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final JobGauges jobs = new JobGauges(registry);

    public Gauges() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    public JobGauges jobs() {
        return jobs;
    }

    /** Asked for at each look: a size, or how many wait. */
    public void watch(String name, String meaning, Supplier<Number> value) {
        Gauge.builder(name, value).description(meaning).register(registry);
    }

    public void asked(Asking asking, int status, Duration took) {
        Timer.builder("flightline.requests")
                .description("Requests by endpoint and status, until the answer was sent")
                .tag("endpoint", asking.endpoint())
                .tag("method", asking.method())
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    @Override
    public void saw(Seen seen) {
        if (!seen.isAnswer()) return;
        registry.counter("flightline.answers", "kind", seen.kind(), "outcome", seen.outcome(), "writer", seen.writer())
                .increment();
        seen.clause()
                .ifPresent(clause -> registry.counter("flightline.refusals", "clause", clause)
                        .increment());
        if (seen.model())
            registry.counter("flightline.model.calls", "kind", seen.kind(), "used", seen.writer())
                    .increment();
        steps(seen.millis())
                .forEach((step, millis) -> Timer.builder("flightline.answer.step")
                        .description("Parts of an answer; retrieving, ranking, writing and verifying")
                        .tag("kind", seen.kind())
                        .tag("step", step)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry)
                        .record(Duration.ofNanos((long) (millis * 1e6))));
    }

    private static Map<String, Double> steps(Millis millis) {
        return new TreeMap<>(Map.of(
                "retrieve", millis.retrieve(),
                "rank", millis.rank(),
                "write", millis.write(),
                "verify", millis.verify()));
    }

    /** In Prometheus' text format, version 0.0.4. */
    public String page() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
