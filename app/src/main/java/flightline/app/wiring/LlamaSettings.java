package flightline.app.wiring;

import flightline.llama.served.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How Llama is run, as the administrator set it up.
 *
 * @param off whether answers are only quoted, whatever model is held
 * @param endpoints servers that write; where there are any, no model is run in this process
 * @param hosts that the place of a model may send on to; no other is called
 * @param library a libllama of the administrator's own; absent for the one that ships
 * @param threads of the processor for a model in this process; 0 for all but one
 * @param contextTokens of prompts and answers in work together; 0 for what fits the model
 * @param guard a Llama Guard that takes a second look at requests and answers; absent where none is set up
 * @param deadline of one reply, waiting included; after it the documents' own words are shown
 * @param adapters laid over models that are run in this process, in their order
 * @param signedBy files with public keys, one of which must have signed a model before it is loaded; none asks for no signature
 */
public record LlamaSettings(
        boolean off,
        List<Endpoint> endpoints,
        Set<String> hosts,
        Optional<Path> library,
        int threads,
        int contextTokens,
        Optional<Guarding> guard,
        Duration deadline,
        List<Adapter> adapters,
        List<Path> signedBy) {
    /** Nothing set up: the model in service is run in this process. */
    public static final LlamaSettings STANDARD = new LlamaSettings(
            false,
            List.of(),
            Set.of(),
            Optional.empty(),
            0,
            0,
            Optional.empty(),
            Duration.ofMinutes(2),
            List.of(),
            List.of());

    /**
     * How a Llama Guard is run.
     *
     * @param held name of a model that is held, to be run in this process; empty where an endpoint serves it
     * @param endpoint that serves it under its own template
     * @param without hazards that do not count, such as {@code S7}
     * @param deadline of one reading
     */
    public record Guarding(String held, Optional<Endpoint> endpoint, Set<String> without, Duration deadline) {
        public Guarding {
            without = Set.copyOf(without);
            if (held.isEmpty() == endpoint.isEmpty())
                throw new IllegalArgumentException("guard: name either a model that is held or an endpoint");
        }
    }

    /**
     * What a model was taught besides (LoRA), in a file of its own.
     *
     * @param model name of the held model that it was trained on; it is laid over no other
     * @param sha256 of the file, lower-case hexadecimal: a file with another is not loaded, nor is its model
     * @param scale of its weights; 1 as it was trained
     * @param licence under which it is used
     * @param source where it came from; empty where that is not told
     */
    public record Adapter(Path file, String model, String sha256, float scale, String licence, String source) {
        public Adapter {
            if (model.isBlank())
                throw new IllegalArgumentException("adapters: an adapter needs the model it was trained on");
            if (!sha256.matches("[0-9a-f]{64}"))
                throw new IllegalArgumentException(
                        "adapters: sha256 of " + file + " must be 64 digits 0 to f, got '" + sha256 + "'");
            if (licence.isBlank())
                throw new IllegalArgumentException(
                        "adapters: " + file + " lacks its licence; name what it is used under, as for a model");
            if (!(scale > 0 && scale <= 8))
                throw new IllegalArgumentException(
                        "adapters: scale of " + file + " must be above 0 and at most 8, got " + scale);
        }
    }

    public LlamaSettings {
        adapters = List.copyOf(adapters);
        endpoints = List.copyOf(endpoints);
        hosts = Set.copyOf(hosts);
        signedBy = List.copyOf(signedBy);
        if (threads < 0 || threads > 512) throw new IllegalArgumentException("threads must be 0..512, got " + threads);
        if (contextTokens < 0) throw new IllegalArgumentException("context must not be negative, got " + contextTokens);
    }

    /** The same, but answers are only quoted. */
    public LlamaSettings switchedOff() {
        return new LlamaSettings(
                true, endpoints, hosts, library, threads, contextTokens, guard, deadline, adapters, signedBy);
    }

    /** Adapters of a model, in their order. */
    List<Adapter> of(String model) {
        return adapters.stream()
                .filter(adapter -> adapter.model().equals(model))
                .toList();
    }

    /** Addresses of other machines that passages would go to without TLS. */
    public List<String> inTheClear() {
        return Stream.concat(endpoints.stream(), guard.flatMap(Guarding::endpoint).stream())
                .filter(Endpoint::isInTheClear)
                .map(endpoint -> endpoint.base().toString())
                .distinct()
                .toList();
    }

    /** Every host that is named here, and may be called. */
    Set<String> named() {
        var named = new TreeSet<>(hosts);
        for (Endpoint endpoint : endpoints) named.add(endpoint.base().getHost());
        guard.flatMap(Guarding::endpoint)
                .ifPresent(served -> named.add(served.base().getHost()));
        return named;
    }
}
