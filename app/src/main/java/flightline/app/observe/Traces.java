package flightline.app.observe;

import flightline.flow.Millis;
import flightline.flow.Witness;
import flightline.llama.egress.Post;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A span for each request and for each part of its answer, below the caller's own where one is named (W3C {@code traceparent}).
 * Safe for several threads; a request and its answer are on one.
 */
public final class Traces implements Witness, AutoCloseable {
    private static final TextMapGetter<UnaryOperator<@Nullable String>> HEADERS = new TextMapGetter<>() {
        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final InstantSource clock;

    private Traces(SpanProcessor processor, InstantSource clock) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "flightline")
                        .put("service.version", "0.1.0")
                        .build()))
                .addSpanProcessor(processor)
                .build();
        this.tracer = provider.get("flightline");
        this.clock = clock;
    }

    /**
     * Sent to a collector, some seconds later and many at once.
     *
     * @param post to the collector that an administrator named
     * @param troubles is told once when it cannot be reached, and when it can again
     */
    public static Traces sent(Post post, InstantSource clock, Consumer<String> troubles) {
        return new Traces(
                BatchSpanProcessor.builder(new SpanPost(post, troubles)).build(), clock);
    }

    /** Seen by a processor of the caller's. */
    static Traces seenBy(SpanProcessor processor, InstantSource clock) {
        return new Traces(processor, clock);
    }

    /** A request under way. */
    public final class Open {
        private final Span span;

        private Open(Span span) {
            this.span = span;
        }

        /** Whatever is seen meanwhile on this thread belongs to the request. */
        public void during(Runnable work) {
            Context.root().with(span).wrap(work).run();
        }

        /** 32 hexadecimal digits. */
        public String trace() {
            return span.getSpanContext().getTraceId();
        }

        /** Once the answer is sent; at any thread. */
        public void ended(Asking asking, int status) {
            span.updateName(asking.method() + " " + asking.endpoint());
            span.setAttribute("http.route", asking.endpoint());
            span.setAttribute("http.request.method", asking.method());
            span.setAttribute("http.response.status_code", status);
            if (status >= 500) span.setStatus(StatusCode.ERROR);
            span.end(clock.instant());
        }
    }

    /** @param headers gives a header by its name, {@code null} where it is missing */
    public Open open(UnaryOperator<@Nullable String> headers) {
        Context from = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
        return new Open(tracer.spanBuilder("request")
                .setParent(from)
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(clock.instant())
                .startSpan());
    }

    @Override
    public void saw(Seen seen) {
        if (!seen.isAnswer()) return;
        Millis millis = seen.millis();
        Instant end = clock.instant();
        Instant began = after(end, -millis.total());
        Span answer = tracer.spanBuilder(seen.kind()).setStartTimestamp(began).startSpan();
        answer.setAttribute("flightline.outcome", seen.outcome());
        answer.setAttribute("flightline.writer", seen.writer());
        seen.clause().ifPresent(clause -> answer.setAttribute("flightline.clause", clause));
        // The flows time their parts by sum, so each is drawn once, in the order in which they begin.
        Instant from = began;
        for (var step : List.of(
                Map.entry("retrieve", millis.retrieve()),
                Map.entry("rank", millis.rank()),
                Map.entry("write", millis.write()),
                Map.entry("verify", millis.verify()))) {
            if (step.getValue() <= 0) continue;
            Instant to = after(from, step.getValue());
            tracer.spanBuilder(step.getKey())
                    .setParent(Context.current().with(answer))
                    .setStartTimestamp(from)
                    .startSpan()
                    .end(to);
            from = to;
        }
        answer.end(end);
    }

    private static Instant after(Instant from, double millis) {
        return from.plusNanos((long) (millis * 1e6));
    }

    /** What is not sent yet is sent, as far as that goes in a few seconds. */
    @Override
    public void close() {
        var ignored = provider.shutdown().join(5, TimeUnit.SECONDS);
    }
}
