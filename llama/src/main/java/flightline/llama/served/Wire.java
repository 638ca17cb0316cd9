package flightline.llama.served;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import java.util.Locale;
import java.util.Optional;

/** OpenAI's dialect: a prompt as the JSON that is sent, and one event as what it says. */
final class Wire {
    /** Seeds that every server takes are not negative and fit into 31 bits. */
    private static final long SEEDS = 0x7fff_ffffL;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    /** A server's event is not what the dialect says. */
    static final class Garbled extends Exception {
        private static final long serialVersionUID = 1;

        Garbled(String what) {
            super(what);
        }
    }

    /**
     * What one event says.
     *
     * @param text written since the last; may be empty
     * @param finish why the text ended, where it did: {@code stop}, {@code length} …
     * @param model who writes, where it says so
     * @param promptTokens read, 0 where it does not say
     * @param cachedTokens of these not read anew
     * @param writtenTokens so far, 0 where it does not say
     */
    record Event(
            String text,
            Optional<String> finish,
            Optional<String> model,
            int promptTokens,
            int cachedTokens,
            int writtenTokens) {}

    /** The request's body; absent where the server cannot be asked for such a form. */
    static Optional<String> request(Prompt prompt, Endpoint endpoint) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", endpoint.model());
        var messages = body.putArray("messages");
        for (var turn : prompt.turns())
            messages.addObject()
                    .put("role", turn.role().name().toLowerCase(Locale.ROOT))
                    .put("content", turn.text());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        body.put("max_tokens", prompt.mostTokens());
        body.put("temperature", prompt.sampling().temperature());
        body.put("top_p", prompt.sampling().topP());
        body.put("seed", prompt.sampling().seed() & SEEDS);
        if (!prompt.stops().isEmpty()) prompt.stops().forEach(body.putArray("stop")::add);
        return form(prompt.form(), endpoint, body) ? Optional.of(body.toString()) : Optional.empty();
    }

    private static boolean form(Form form, Endpoint endpoint, ObjectNode body) {
        return switch (form) {
            case Form.Free() -> true;
            case Form.Schema(var schema) -> {
                body.putObject("response_format")
                        .put("type", "json_schema")
                        .putObject("json_schema")
                        .put("name", "answer")
                        .put("strict", true)
                        .set("schema", tree(schema));
                yield true;
            }
            case Form.Grammar(var gbnf) ->
                switch (endpoint.grammars()) {
                    case NONE -> false;
                    case LLAMA_CPP -> {
                        body.put("grammar", gbnf);
                        yield true;
                    }
                    case VLLM -> {
                        body.putObject("structured_outputs").put("grammar", gbnf);
                        yield true;
                    }
                };
        };
    }

    private static JsonNode tree(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Event event(String data) throws Garbled {
        JsonNode event;
        try {
            event = JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new Garbled("sent an event that is no whole JSON");
        }
        if (!event.isObject()) throw new Garbled("sent an event that is no JSON object");
        JsonNode error = event.path("error");
        if (!error.isMissingNode() && !error.isNull())
            throw new Garbled(
                    "reported an error: " + shortened(error.path("message").asText(error.toString())));
        JsonNode choice = event.path("choices").path(0);
        JsonNode usage = event.path("usage");
        return new Event(
                choice.path("delta").path("content").asText(""),
                text(choice.path("finish_reason")),
                text(event.path("model")),
                usage.path("prompt_tokens").asInt(0),
                usage.path("prompt_tokens_details").path("cached_tokens").asInt(0),
                usage.path("completion_tokens").asInt(0));
    }

    /** What a server says of an error, as far as it can be shown. */
    static String error(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            JsonNode error = tree.path("error");
            String message = error.isTextual()
                    ? error.asText()
                    : error.path("message").asText(tree.path("message").asText(""));
            return shortened(message);
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + " …";
    }
}
