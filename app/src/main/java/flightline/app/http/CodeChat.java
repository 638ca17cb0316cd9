package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Wiring;
import flightline.flow.CodeFlow;
import flightline.flow.CodeFlow.Checked;
import flightline.flow.CodeFlow.Outcome;
import flightline.flow.CodeFlow.Verdict;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Turn;
import flightline.policy.Act;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * Code in OpenAI's dialect: what the client gives of its repository stands in the messages, the model in service writes, and each piece of code is
 * looked at before it is shown. Messages of the system are material here, not instructions.
 */
final class CodeChat {
    static final String MODEL = "flightline-code";
    private static final int USUAL_TOKENS = 1024;
    private static final int MOST_TOKENS = 8192;

    private final Wiring wiring;

    CodeChat(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What came of it, as {@code CodeAnswer}; throws {@link Problem} where nobody may or can write. */
    ObjectNode answer(ServerRequest request, JsonNode body) {
        var asker = Asker.admitted(request, Act.GENERATE, wiring);
        var context = new ArrayList<String>();
        var turns = new ArrayList<Turn>();
        if (!body.path("messages").isArray()) throw new Problem(Status.BAD_REQUEST_400, "'messages' must be a list");
        for (JsonNode message : body.path("messages")) {
            String text = Chat.text(message.path("content")).strip();
            if (text.isEmpty()) continue;
            switch (message.path("role").asText()) {
                case "system", "developer" -> context.add(text);
                case "user" -> turns.add(new Turn(Role.USER, text));
                case "assistant" -> turns.add(new Turn(Role.ASSISTANT, text));
                default ->
                    throw new Problem(
                            Status.BAD_REQUEST_400,
                            "a message's role must be system, developer, user or assistant, got '"
                                    + Query.shown(message.path("role").asText()) + "'");
            }
        }
        if (turns.isEmpty() || turns.getLast().role() != Role.USER)
            throw new Problem(Status.BAD_REQUEST_400, "'messages' must end in one of the user's that says something");
        return json(wiring.factory().code().write(new CodeFlow.Order(context, turns, tokens(body), asker)));
    }

    private static int tokens(JsonNode body) {
        JsonNode most = body.path(body.hasNonNull("max_completion_tokens") ? "max_completion_tokens" : "max_tokens");
        if (most.isMissingNode() || most.isNull()) return USUAL_TOKENS;
        if (!most.canConvertToInt() || most.asInt() < 1 || most.asInt() > MOST_TOKENS)
            throw new Problem(Status.BAD_REQUEST_400, "'max_tokens' must be 1 to " + MOST_TOKENS + ", got " + most);
        return most.asInt();
    }

    private ObjectNode json(Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (outcome) {
            case Outcome.NoModel(var why, var audit) -> throw new Problem(Status.SERVICE_UNAVAILABLE_503, why);
            case Outcome.Withheld(var why, var audit) ->
                node.put("outcome", "withheld").put("why", why).put("audit", audit);
            case Outcome.Denied(var word, var clause, var why, var audit) ->
                node.put("outcome", word).put("clause", clause).put("why", why).put("audit", audit);
            case Outcome.Written written -> written(node, written);
        };
    }

    private ObjectNode written(ObjectNode node, Outcome.Written written) {
        node.put("outcome", "written")
                .put("text", written.text())
                .put("whole", written.whole())
                .put("marking", written.marking().label());
        ArrayNode checks = node.putArray("checks");
        for (Checked one : written.checks())
            checks.addObject()
                    .put("language", one.language())
                    .put("line", one.line())
                    .put("lines", one.lines())
                    .put("verdict", word(one.verdict()))
                    .put("why", one.why());
        node.putObject("engine")
                .put("writer", "llama")
                .put("runtime", written.model().runtime())
                .put("model", written.model().name())
                .put("modelSha256", written.model().sha256())
                .put("seed", written.seed());
        licence(node.putObject("licence"), written);
        node.putObject("tokens")
                .put("prompt", written.usage().prompt())
                .put("written", written.usage().written());
        return node.put("audit", written.audit());
    }

    /** What is known of the model's licence and of what it was trained on; nothing is known of one that is served elsewhere. */
    private void licence(ObjectNode node, Outcome.Written written) {
        // Adapters are named behind the model.
        var held = wiring.models()
                .held()
                .named(written.model().name().replaceFirst("[+].*", ""))
                .filter(entry -> entry.sha256().equals(written.model().sha256()));
        node.put("name", held.map(entry -> entry.licence()).orElse(""))
                .put("acceptedBy", held.map(entry -> entry.acceptedBy()).orElse(""))
                .put("source", held.map(entry -> entry.source()).orElse("served elsewhere"))
                .put(
                        "training",
                        "Flightline trained nothing. What the model was trained on, and under which licences, its publisher says in the model's card; "
                                + (held.isPresent()
                                        ? "neither the file nor its name tells. "
                                        : "the server does not tell. ")
                                + "What it writes may be like code of others: whoever takes it over looks to that.");
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer as a chat shows it: what does not parse is said before the code, so that nobody takes it for done. */
    static String text(ObjectNode answer) {
        String outcome = answer.path("outcome").asText();
        if (!outcome.equals("written")) return denied(answer, outcome);
        var text = new StringBuilder();
        for (JsonNode check : answer.path("checks"))
            said(check).ifPresent(line -> text.append("> ").append(line).append("\n"));
        if (!answer.path("whole").asBoolean()) text.append("> The answer breaks off: the most tokens were written.\n");
        if (!text.isEmpty()) text.append("\n");
        text.append(answer.path("text").asText().strip()).append("\n\n");
        if (!answer.path("marking").asText().equals("UNMARKED"))
            text.append("Marking of what was sent: ")
                    .append(answer.path("marking").asText())
                    .append("\n");
        return text.append("Written by ")
                .append(answer.path("engine").path("model").asText())
                .append("; parsed where said, never run. A person reviews it before it is used.\n")
                .toString();
    }

    private static String denied(ObjectNode answer, String outcome) {
        String head = switch (outcome) {
            case "refused" -> "Refused under clause " + answer.path("clause").asText() + ". ";
            case "out-of-scope" -> "Out of scope. ";
            default -> "Withheld. ";
        };
        return head + answer.path("why").asText() + "\n";
    }

    private static Optional<String> said(JsonNode check) {
        String what = "Line " + check.path("line").asInt() + " of the answer, "
                + (check.path("language").asText().isEmpty()
                        ? "code"
                        : check.path("language").asText());
        return switch (check.path("verdict").asText()) {
            case "parses" -> Optional.empty();
            case "faulty" ->
                Optional.of(what + " DOES NOT PARSE: " + check.path("why").asText());
            default -> Optional.of(what + ": " + check.path("why").asText());
        };
    }
}
