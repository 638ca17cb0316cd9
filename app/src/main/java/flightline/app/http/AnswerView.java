package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.AnswerJson;
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

    /** Events, each with a part of the page: {@code extracts} and {@code statement} while a model writes, {@code answer} in the end. */
    void stream(ServerRequest request, ServerResponse response, Asked asked, Function<Early, ? extends JsonNode> flow) {
        Events.during(response, events -> {
            JsonNode answer = flow.apply(sight -> {
                switch (sight) {
                    case Early.Sight.Extracts(var brief) -> events.event("extracts", early(AnswerJson.early(brief)));
                    case Early.Sight.Written(var brief) -> events.event("statement", early(AnswerJson.early(brief)));
                }
            });
            events.event("answer", print(request, asked, answer));
        });
    }

    private String early(JsonNode part) {
        return printer.print("early.jte", Map.of("answer", part));
    }
}
