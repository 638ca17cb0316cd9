package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.observe.Gauges;
import flightline.app.observe.Traces;
import flightline.app.observe.Watchtower;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.llama.egress.Post;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads who may look on from the configuration: the part under {@code observe}. */
final class ObserveConfig {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** A collector is near, and what it misses is no loss to who asks. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ObserveConfig() {}

    /**
     * The collector that traces are sent to, with the path that OTLP names where none is given.
     *
     * @throws BadRequest naming key, value and rule
     */
    static Optional<URI> otlp(JsonNode node) {
        if (!node.isObject()) throw new BadRequest("observe: must hold [otlp]");
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals("otlp")) throw new BadRequest("observe: may hold [otlp], got '" + name + "'");
        });
        String text = node.path("otlp").asText("").strip();
        if (text.isEmpty()) return Optional.empty();
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme())))
                return Optional.of(address.getPath().length() > 1 ? address : address.resolve("/v1/traces"));
        } catch (IllegalArgumentException e) {
            // Said below, as for any other text that is no address.
        }
        throw new BadRequest("observe.otlp: must look like http://collector.example:4318, got '" + text + "'");
    }

    /** @param lines is handed a line for each request; absent where none are wanted */
    static Watchtower tower(Outside outside, Wiring wiring, Optional<URI> otlp, Optional<Consumer<String>> lines) {
        Optional<Traces> traces = otlp.map(address -> Traces.sent(
                new Post(wiring.egress().with(address.getHost()), address, PATIENCE),
                outside.clock(),
                trouble -> outside.err().println("flightline: " + trouble)));
        return new Watchtower(new Gauges(), traces, lines);
    }
}
