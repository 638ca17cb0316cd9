package flightline.app.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.llama.egress.Post;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Spans as OTLP has them in JSON, to the one address that an administrator named. OpenTelemetry's own exporter would open its
 * connections by itself, past the room that decides who may be called.
 */
final class SpanPost implements SpanExporter {
    private final Post post;
    private final Consumer<String> troubles;
    private boolean reached = true;

    SpanPost(Post post, Consumer<String> troubles) {
        this.post = post;
        this.troubles = troubles;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        Optional<String> trouble = post.send(json(spans).toString());
        tell(trouble);
        return trouble.isEmpty() ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure();
    }

    private synchronized void tell(Optional<String> trouble) {
        if (reached == trouble.isEmpty()) return;
        reached = trouble.isEmpty();
        troubles.accept(trouble.map(why -> "traces are lost: " + why).orElse("traces arrive again"));
    }

    static ObjectNode json(Collection<SpanData> spans) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode resource = node.putArray("resourceSpans").addObject();
        spans.stream()
                .findFirst()
                .ifPresent(one -> attributes(
                        resource.putObject("resource").putArray("attributes"),
                        one.getResource().getAttributes()));
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "flightline");
        ArrayNode list = scope.putArray("spans");
        for (SpanData span : spans) span(list.addObject(), span);
        return node;
    }

    private static void span(ObjectNode node, SpanData span) {
        node.put("traceId", span.getTraceId());
        node.put("spanId", span.getSpanId());
        if (span.getParentSpanContext().isValid()) node.put("parentSpanId", span.getParentSpanId());
        node.put("name", span.getName());
        node.put("kind", kind(span.getKind()));
        node.put("startTimeUnixNano", Long.toString(span.getStartEpochNanos()));
        node.put("endTimeUnixNano", Long.toString(span.getEndEpochNanos()));
        attributes(node.putArray("attributes"), span.getAttributes());
        ObjectNode status = node.putObject("status");
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) status.put("code", 2);
    }

    /** As OTLP numbers them. */
    private static int kind(SpanKind kind) {
        return switch (kind) {
            case INTERNAL -> 1;
            case SERVER -> 2;
            case CLIENT -> 3;
            case PRODUCER -> 4;
            case CONSUMER -> 5;
        };
    }

    private static void attributes(ArrayNode list, Attributes attributes) {
        attributes.forEach(
                (key, value) -> value(list.addObject().put("key", key.getKey()).putObject("value"), key, value));
    }

    private static void value(ObjectNode node, AttributeKey<?> key, Object value) {
        if (key.getType() == AttributeType.LONG) node.put("intValue", value.toString());
        else node.put("stringValue", value.toString());
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        post.close();
        return CompletableResultCode.ofSuccess();
    }
}
