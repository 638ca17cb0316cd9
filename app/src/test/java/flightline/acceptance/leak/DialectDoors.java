package flightline.acceptance.leak;

import static flightline.acceptance.leak.Door.COMPLAINT;
import static flightline.acceptance.leak.Door.QUESTION;
import static flightline.acceptance.leak.Door.quiet;
import static flightline.acceptance.leak.Door.telling;
import static flightline.acceptance.leak.Visitor.besides;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.acceptance.leak.Item.Kind;
import java.util.List;

/** Where other programs ask, in their own dialects. */
final class DialectDoors {
    private DialectDoors() {}

    static List<Door> all() {
        return List.of(
                telling("POST /v1/chat/completions", v -> chat(v, "flightline-ask", QUESTION, false)),
                telling("POST /v1/chat/completions", v -> chat(v, "flightline-ask", QUESTION, true)),
                telling("POST /v1/chat/completions", v -> chat(v, "flightline-diagnose", COMPLAINT, false)),
                quiet(
                        "POST /v1/embeddings",
                        v -> v.json("/v1/embeddings", "model", "flightline-embed", "input", COMPLAINT)
                                .text()),
                quiet("GET /v1/models", v -> v.get("/v1/models").text()),
                quiet(
                        "GET /v1/models/{model}",
                        v -> v.get("/v1/models/flightline-ask").text()),
                telling(
                        "POST /mcp",
                        v -> v.tool("search", "query", COMPLAINT, "top", "100").text(),
                        Kind.MANUAL),
                telling("POST /mcp", v -> v.tool("ask", "question", QUESTION).text()),
                telling(
                        "POST /mcp",
                        v -> v.tool("diagnose", "complaint", COMPLAINT).text()),
                quiet(
                        "POST /mcp",
                        v -> v.tool("fleet", "question", "top 5 causes of hydraulic defects")
                                .text()),
                telling(
                        "POST /mcp",
                        v -> v.tool("library", "top", "200", "allRevisions", "true")
                                .text(),
                        Kind.MANUAL,
                        Kind.BOOK,
                        Kind.DIRECTIVE),
                telling(
                        "POST /mcp",
                        v -> besides(
                                v.hidden(Kind.BOOK).id(),
                                v.tool("show", "citation", v.hidden(Kind.BOOK).id() + "@2#0-5"))),
                telling(
                        "POST /mcp",
                        v -> besides(
                                v.hidden(Kind.RECORD).id(),
                                v.tool("show", "record", v.hidden(Kind.RECORD).id()))),
                telling(
                        "POST /mcp",
                        v -> v.message("resources/list", JsonNodeFactory.instance.objectNode())
                                .text()),
                telling(
                        "POST /mcp",
                        v -> besides(
                                v.hidden(Kind.BOOK).id(),
                                v.message(
                                        "resources/read",
                                        Visitor.object(
                                                "uri",
                                                "flightline://document/"
                                                        + v.hidden(Kind.BOOK).id())))));
    }

    private static String chat(Visitor v, String model, String text, boolean stream) {
        var body = JsonNodeFactory.instance.objectNode().put("model", model).put("stream", stream);
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        return v.house()
                .send("POST", "/v1/chat/completions", body.toString(), "Content-Type", "application/json")
                .text();
    }
}
