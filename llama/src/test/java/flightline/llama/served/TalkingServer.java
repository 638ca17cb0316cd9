package flightline.llama.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that speaks OpenAI's dialect and lets a model answer. */
final class TalkingServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofMinutes(5);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LanguageModel model;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final List<String> keys = new ArrayList<>();

    TalkingServer(LanguageModel model) throws IOException {
        this.model = model;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    Endpoint endpoint() {
        return new Endpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"),
                model.identity().name(),
                "",
                model.identity().contextTokens(),
                Endpoint.Grammars.NONE,
                Optional.of("a key for this test"));
    }

    /** How many listeners went away before the end. */
    int turnedAway() {
        return turnedAway.get();
    }

    synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    private void answer(HttpExchange exchange) throws IOException {
        synchronized (this) {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        }
        Prompt prompt = prompt(JSON.readTree(exchange.getRequestBody()));
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            Generation generation = model.generate(prompt, piece -> send(out, event(piece, Optional.empty())));
            if (generation instanceof Generation.Failed(var why, var text, var usage)) {
                ObjectNode error = JSON.createObjectNode();
                error.putObject("error").put("message", why);
                send(out, error.toString());
                return;
            }
            String finish = generation instanceof Generation.CutOff ? "length" : "stop";
            ObjectNode last = (ObjectNode) JSON.readTree(event("", Optional.of(finish)));
            last.putObject("usage")
                    .put("prompt_tokens", generation.usage().prompt())
                    .put("completion_tokens", generation.usage().written());
            send(out, last.toString());
            send(out, "[DONE]");
        } catch (UncheckedIOException | IOException gone) {
            turnedAway.incrementAndGet();
        }
    }

    private String event(String piece, Optional<String> finish) {
        ObjectNode event = JSON.createObjectNode();
        event.put("object", "chat.completion.chunk")
                .put("model", model.identity().name());
        ObjectNode choice = event.putArray("choices").addObject();
        choice.putObject("delta").put("content", piece);
        choice.put("finish_reason", finish.orElse(null));
        return event.toString();
    }

    private static void send(OutputStream out, String data) {
        try {
            out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prompt prompt(JsonNode body) {
        var turns = new ArrayList<Turn>();
        for (JsonNode message : body.path("messages"))
            turns.add(new Turn(
                    Role.valueOf(message.path("role").asText().toUpperCase(Locale.ROOT)),
                    message.path("content").asText()));
        var stops = new ArrayList<String>();
        body.path("stop").forEach(stop -> stops.add(stop.asText()));
        JsonNode schema = body.path("response_format").path("json_schema").path("schema");
        return new Prompt(
                turns,
                schema.isMissingNode() ? new Form.Free() : new Form.Schema(schema.toString()),
                new Sampling(
                        body.path("temperature").asDouble(),
                        body.path("top_p").asDouble(),
                        body.path("seed").asLong()),
                body.path("max_tokens").asInt(),
                stops,
                LONG);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        model.close();
    }
}
