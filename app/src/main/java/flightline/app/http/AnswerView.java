package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.Early;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.function.Function;

/** Puts an answer on the page: in one piece, or as it comes into being. */
final class AnswerView {
    private final Printer printer;

    AnswerView(Printer printer) {
        this.printer = printer;
    }

    /**
     * What was asked.
     *
     * @param verb {@code diagnose} or {@code ask}
     * @param text as it was typed
     */
    record Asked(String verb, String text, String aircraft) {}

    /** The answer as a part of a page. */
    String print(ServerRequest request, Asked asked, JsonNode answer) {
        return printer.print(
                "answer.jte",
                Map.of(
                        "frame",
                        printer.frame(request, ""),
                        "answer",
                        answer,
                        "verb",
                        asked.verb,
                        "text",
                        asked.text,
                        "aircraft",
                        asked.aircraft));
    }

    /** Events as {@link Parts} tells them, each with its piece of the page, and {@code answer} in the end. */
    void stream(ServerRequest request, ServerResponse response, Asked asked, Function<Early, ? extends JsonNode> flow) {
        Frame frame = printer.frame(request, "");
        Events.during(response, events -> {
            var parts = new Parts((name, part) -> events.event(name, piece(frame, asked, name, part)));
            JsonNode answer = flow.apply(parts);
            parts.rest(answer);
            events.event("answer", print(request, asked, answer));
        });
    }

    private String piece(Frame frame, Asked asked, String name, ObjectNode part) {
        // These stand above already.
        if (name.equals(Parts.EXTRACTS)) part.putArray(Parts.WARNINGS);
        return printer.print(
                "part.jte", Map.of("frame", frame, "answer", part, "text", asked.text, "aircraft", asked.aircraft));
    }
}
