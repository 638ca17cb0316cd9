package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.dialogue.Asked;
import flightline.dialogue.FollowUp;
import flightline.dialogue.FollowUpReader;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.policy.Act;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * OpenAI's chat dialect, so that clients written for it connect. What answers is the library, not the named model's memory: the
 * last message of the user is the question, those before it are what it may point back to, and what a system message says is
 * not followed, since whoever can write one could otherwise talk the documents away.
 */
final class Chat {
    static final String ASK = "flightline-ask";
    static final String DIAGNOSE = "flightline-diagnose";
    private static final List<String> CONVERSING = List.of(ASK, DIAGNOSE, CodeChat.MODEL);
    private static final List<String> MODELS = List.of(ASK, DIAGNOSE, Embeddings.MODEL, CodeChat.MODEL);
    private static final int LOOK_BACK = 6;
    private static final int STATEMENTS = 8;
    private static final int CAUSES = 5;

    /** What the dialect can ask for; which of them a request is for stands in its body. */
    private static final Act[] DIALECT = {Act.ASK, Act.DIAGNOSE, Act.SEARCH, Act.GENERATE};

    private final Wiring wiring;
    private final Verbs verbs;
    private final CodeChat code;
    private final InstantSource clock;
    private final FollowUpReader reader = new FollowUpReader();
    private final AtomicLong given = new AtomicLong();

    Chat(Wiring wiring, Verbs verbs, InstantSource clock) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.code = new CodeChat(wiring);
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/v1/chat/completions", "The same answers in OpenAI's chat dialect", this::completions)
                        .by(DIALECT)
                        .reads(Endpoint.JSON, "ChatRequest")
                        .gives(Endpoint.JSON, "ChatAnswer")
                        .gives(Endpoint.EVENTS, "string"),
                Endpoint.get("/v1/models", "What the chat dialect may name", this::models)
                        .by(DIALECT)
                        .gives(Endpoint.JSON, "ChatModels"),
                Endpoint.get("/v1/models/{model}", "One of them", this::model)
                        .by(DIALECT)
                        .with(Parameter.path("model", "its name"))
                        .gives(Endpoint.JSON, "ChatModel"));
    }

    private void models(ServerRequest request, ServerResponse response) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = node.putArray("data");
        for (String name : MODELS) data.add(described(name));
        Reply.json(response, node);
    }

    private void model(ServerRequest request, ServerResponse response) {
        String name = Query.of(request).part("model");
        if (!MODELS.contains(name))
            throw new Problem(
                    Status.NOT_FOUND_404,
                    "the model must be " + String.join(", ", MODELS) + ", got '" + Query.shown(name) + "'");
        Reply.json(response, described(name));
    }

    private static ObjectNode described(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", name)
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", "flightline");
    }

    private void completions(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        String model = body.path("model").asText();
        if (model.isBlank()) throw new BadRequest("'model' is needed, one of " + String.join(", ", CONVERSING));
        boolean coding = model.equals(CodeChat.MODEL);
        if (!CONVERSING.contains(model))
            throw new Problem(
                    Status.NOT_FOUND_404,
                    "the model must be one of " + String.join(", ", CONVERSING) + ", got '" + Query.shown(model) + "'");
        ObjectNode answer =
                coding ? code.answer(request, body) : answer(request, model, userMessages(body.path("messages")));
        String text = coding ? CodeChat.text(answer) : ChatText.of(answer);
        String id = "chatcmpl-" + clock.instant().toEpochMilli() + "-" + given.incrementAndGet();
        boolean counted = body.path("stream_options").path("include_usage").asBoolean(false);
        if (body.path("stream").asBoolean(false)) stream(response, id, model, answer, text, counted);
        else Reply.json(response, whole(id, model, answer, text));
    }

    private ObjectNode answer(ServerRequest from, String model, List<String> said) {
        var before = new ArrayList<Asked>();
        for (String one : said.subList(Math.max(0, said.size() - 1 - LOOK_BACK), said.size() - 1)) {
            FollowUp earlier = reader.read(one, before);
            before.add(new Asked(earlier.question(), earlier.about(), true));
        }
        FollowUp question = reader.read(said.getLast(), before);
        Request request = verbs.read(
                from,
                JsonNodeFactory.instance.objectNode().put("text", question.question()),
                model.equals(ASK) ? STATEMENTS : CAUSES,
                model.equals(ASK) ? Act.ASK : Act.DIAGNOSE);
        return AnswerJson.of(
                model.equals(ASK)
                        ? wiring.ask().ask(request, question.about(), Early.NOBODY)
                        : wiring.diagnose().diagnose(request, Early.NOBODY));
    }

    private static List<String> userMessages(JsonNode messages) {
        if (!messages.isArray()) throw new Problem(Status.BAD_REQUEST_400, "'messages' must be a list");
        var said = new ArrayList<String>();
        for (JsonNode message : messages)
            if (message.path("role").asText().equals("user")) said.add(text(message.path("content")));
        if (said.isEmpty() || said.getLast().isBlank())
            throw new Problem(Status.BAD_REQUEST_400, "'messages' must end in one of the user's that says something");
        return said;
    }

    static String text(JsonNode content) {
        if (content.isTextual()) return content.asText();
        var text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text"))
                throw new Problem(
                        Status.BAD_REQUEST_400,
                        "only text is read, got a part of type '"
                                + part.path("type").asText() + "'");
            text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText());
        }
        return text.toString();
    }

    private ObjectNode head(String id, String model, String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", object)
                .put("created", clock.instant().getEpochSecond())
                .put("model", model);
    }

    private ObjectNode whole(String id, String model, ObjectNode answer, String text) {
        ObjectNode node = head(id, model, "chat.completion");
        ObjectNode choice = node.putArray("choices").addObject().put("index", 0).put("finish_reason", reason(answer));
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", text);
        message.putNull("refusal");
        message.set("annotations", ChatText.annotations(answer, text));
        node.set("usage", usage(answer));
        node.set(model.equals(CodeChat.MODEL) ? "code" : "flightline", answer);
        return node;
    }

    /** Where the library answers nothing is counted in tokens; clients that add them up get nothing to add. */
    private static ObjectNode usage(ObjectNode answer) {
        int read = answer.path("tokens").path("prompt").asInt();
        int written = answer.path("tokens").path("written").asInt();
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", read)
                .put("completion_tokens", written)
                .put("total_tokens", read + written);
    }

    private static String reason(ObjectNode answer) {
        return answer.path("whole").asBoolean(true) ? "stop" : "length";
    }

    /** @param counted whether the tokens are told in a chunk of their own, as a client may ask */
    private void stream(
            ServerResponse response, String id, String model, ObjectNode answer, String text, boolean counted) {
        try (var events = new Events(response)) {
            events.send("", chunk(id, model, delta().put("role", "assistant").put("content", ""), ""));
            for (String line : text.split("(?<=\n)"))
                events.send("", chunk(id, model, delta().put("content", line), ""));
            ObjectNode last = delta();
            last.set("annotations", ChatText.annotations(answer, text));
            events.send("", chunk(id, model, last, reason(answer)));
            if (counted) {
                ObjectNode tokens = head(id, model, "chat.completion.chunk");
                tokens.putArray("choices");
                tokens.set("usage", usage(answer));
                events.send("", tokens.toString());
            }
            events.send("", "[DONE]");
        }
    }

    private static ObjectNode delta() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @param reason why it ends; empty for one that goes on */
    private String chunk(String id, String model, ObjectNode delta, String reason) {
        ObjectNode node = head(id, model, "chat.completion.chunk");
        ObjectNode choice = node.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        if (reason.isEmpty()) choice.putNull("finish_reason");
        else choice.put("finish_reason", reason);
        return node.toString();
    }
}
