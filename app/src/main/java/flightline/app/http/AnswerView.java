package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.AnswerJson;
import flightline.flow.Early;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
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
        try (var events = new Events(response)) {
            events.send("answer", print(request, asked, flow.apply(sight -> {
                switch (sight) {
                    case Early.Sight.Extracts(var brief) -> events.send("extracts", early(AnswerJson.early(brief)));
                    case Early.Sight.Written(var brief) -> events.send("statement", early(AnswerJson.early(brief)));
                }
            })));
        } catch (UncheckedIOException gone) {
            // Whoever asked has stopped it or left; what was asked is in the log already.
            return;
        }
    }

    private String early(JsonNode part) {
        return printer.print("early.jte", Map.of("answer", part));
    }
}
