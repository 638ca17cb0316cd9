package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.LlamaSettings;
import flightline.llama.served.Endpoint;
import flightline.policy.GuardHazards;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how Llama is run from the configuration: the part under {@code llama}. */
final class LlamaConfig {
    private static final Set<String> KEYS = Set.of(
            "off", "endpoints", "hosts", "library", "threads", "context", "deadline", "guard", "adapters", "signed-by");
    private static final Set<String> ADAPTER = Set.of("file", "model", "sha256", "scale", "licence", "source");
    private static final Set<String> GUARD = Set.of("model", "endpoint", "without", "deadline");
    /** Of one reading, where none is given: a few words of a small model, with the machine busy. */
    private static final Duration READING = Duration.ofSeconds(20);

    private static final Set<String> ENDPOINT =
            Set.of("url", "model", "answers-as", "key-variable", "context", "grammars");

    private LlamaConfig() {}

    /**
     * @param environment where keys lie; the configuration only names the variable, so that no key stands in a file
     * @throws BadRequest naming key, value and rule
     */
    static LlamaSettings read(JsonNode node, Map<String, String> environment) {
        known("llama", node, KEYS);
        var endpoints = new ArrayList<Endpoint>();
        for (JsonNode one : node.path("endpoints")) endpoints.add(endpoint(one, environment));
        return settings(
                node.path("off").asBoolean(false),
                endpoints,
                hosts(node.path("hosts")),
                text(node, "library").map(Path::of),
                whole(node, "threads"),
                whole(node, "context"),
                node.hasNonNull("guard") ? Optional.of(guard(node.get("guard"), environment)) : Optional.empty(),
                node.hasNonNull("deadline")
                        ? Duration.ofSeconds(whole(node, "deadline"))
                        : LlamaSettings.STANDARD.deadline(),
                adapters(node.path("adapters")),
                signedBy(node.path("signed-by")));
    }

    private static List<LlamaSettings.Adapter> adapters(JsonNode node) {
        var adapters = new ArrayList<LlamaSettings.Adapter>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray())
            throw new BadRequest("llama.adapters: must be a list, got '" + node.asText() + "'");
        for (JsonNode one : node) {
            known("llama.adapters", one, ADAPTER);
            JsonNode scale = one.path("scale");
            if (!scale.isMissingNode() && !scale.isNumber())
                throw new BadRequest("llama.adapters: scale must be a number, got '" + scale.asText() + "'");
            Path file = text(one, "file")
                    .map(Path::of)
                    .orElseThrow(() -> new BadRequest("llama.adapters: an adapter needs a file"));
            if (!Files.isRegularFile(file)) throw new BadRequest("llama.adapters: " + file + " is no file");
            try {
                adapters.add(new LlamaSettings.Adapter(
                        file,
                        text(one, "model").orElse(""),
                        text(one, "sha256").orElse(""),
                        scale.isMissingNode() ? 1 : scale.floatValue(),
                        text(one, "licence").orElse(""),
                        text(one, "source").orElse("")));
            } catch (IllegalArgumentException e) {
                throw new BadRequest("llama." + e.getMessage());
            }
        }
        return adapters;
    }

    private static List<Path> signedBy(JsonNode node) {
        var keys = new ArrayList<Path>();
        if (node.isTextual()) keys.add(Path.of(node.asText().strip()));
        else if (node.isArray())
            for (JsonNode one : node) keys.add(Path.of(one.asText().strip()));
        else if (!node.isMissingNode() && !node.isNull())
            throw new BadRequest("llama.signed-by: must be a file or a list of files, got '" + node.asText() + "'");
        for (Path key : keys)
            if (!Files.isRegularFile(key))
                throw new BadRequest("llama.signed-by: " + key + " is no file with a public key");
        return keys;
    }

    private static LlamaSettings settings(
            boolean off,
            List<Endpoint> endpoints,
            Set<String> hosts,
            Optional<Path> library,
            int threads,
            int context,
            Optional<LlamaSettings.Guarding> guard,
            Duration deadline,
            List<LlamaSettings.Adapter> adapters,
            List<Path> signedBy) {
        try {
            return new LlamaSettings(
                    off, endpoints, hosts, library, threads, context, guard, deadline, adapters, signedBy);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("llama: " + e.getMessage());
        }
    }

    private static LlamaSettings.Guarding guard(JsonNode node, Map<String, String> environment) {
        known("llama.guard", node, GUARD);
        var without = new TreeSet<String>();
        for (JsonNode one : node.path("without")) without.add(one.asText().strip());
        try {
            GuardHazards.shipped().without(without);
            return new LlamaSettings.Guarding(
                    text(node, "model").orElse(""),
                    node.hasNonNull("endpoint")
                            ? Optional.of(endpoint(node.get("endpoint"), environment))
                            : Optional.empty(),
                    without,
                    node.hasNonNull("deadline") ? Duration.ofSeconds(whole(node, "deadline")) : READING);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("llama.guard: " + e.getMessage());
        }
    }

    private static Endpoint endpoint(JsonNode node, Map<String, String> environment) {
        known("llama.endpoints", node, ENDPOINT);
        String url = text(node, "url").orElseThrow(() -> new BadRequest("llama.endpoints: an endpoint needs a url"));
        try {
            return new Endpoint(
                    URI.create(url),
                    text(node, "model").orElse(""),
                    text(node, "answers-as").orElse(""),
                    whole(node, "context"),
                    grammars(text(node, "grammars").orElse("none")),
                    text(node, "key-variable").map(variable -> key(variable, environment)));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("llama.endpoints: " + e.getMessage());
        }
    }

    private static Set<String> hosts(JsonNode node) {
        var hosts = new TreeSet<String>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray())
            throw new BadRequest("llama.hosts: must be a list of host names, got '" + node.asText() + "'");
        for (JsonNode one : node) {
            String host = one.asText().strip();
            if (!host.matches("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]+\\]?"))
                throw new BadRequest(
                        "llama.hosts: must be names like files.example, without scheme, port or *, got '" + host + "'");
            hosts.add(host);
        }
        return hosts;
    }

    private static Endpoint.Grammars grammars(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> Endpoint.Grammars.NONE;
            case "llama.cpp" -> Endpoint.Grammars.LLAMA_CPP;
            case "vllm" -> Endpoint.Grammars.VLLM;
            default ->
                throw new BadRequest("llama.endpoints: grammars must be none, llama.cpp or vllm, got '" + name + "'");
        };
    }

    private static String key(String variable, Map<String, String> environment) {
        String key = environment.get(variable);
        if (key == null || key.isBlank())
            throw new BadRequest("llama.endpoints: the environment has no variable " + variable
                    + ", which holds the endpoint's key");
        return key.strip();
    }

    private static void known(String where, JsonNode node, Set<String> keys) {
        if (!node.isObject()) throw new BadRequest(where + ": must hold " + new TreeSet<>(keys));
        node.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name))
                throw new BadRequest(where + ": may hold " + new TreeSet<>(keys) + ", got '" + name + "'");
        });
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name)
                ? Optional.of(node.get(name).asText().strip()).filter(t -> !t.isEmpty())
                : Optional.empty();
    }

    private static int whole(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) return 0;
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt())
            throw new BadRequest("llama: " + name + " must be a whole number, got '" + value.asText() + "'");
        return value.asInt();
    }
}
