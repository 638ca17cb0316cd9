package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.ExactRevision;
import flightline.app.view.MarkingJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as text for a chat: warnings first, what is said with its citations, then the places. */
final class ChatText {
    private static final Pattern MARK = Pattern.compile("\\[([cr]\\d+)\\]");

    private ChatText() {}

    static String of(ObjectNode answer) {
        var text = new StringBuilder();
        String marking = MarkingJson.of(answer);
        if (!marking.isEmpty()) text.append(marking).append("\n\n");
        String outcome = answer.path("outcome").asText();
        if (!outcome.equals("brief")) {
            text.append(
                    switch (outcome) {
                        case "refused" ->
                            "Refused under clause " + answer.path("clause").asText() + ". ";
                        case "out-of-scope" -> "Out of scope. ";
                        case "withheld" -> "Withheld. ";
                        default -> "Not enough evidence. ";
                    });
            text.append(answer.path("why").asText()).append("\n");
        }
        for (JsonNode warning : answer.path("warnings"))
            text.append(warning.path("kind").asText().toUpperCase(Locale.ROOT))
                    .append(": ")
                    .append(warning.path("text").asText())
                    .append(marks(List.of(warning.path("citation").asText())))
                    .append("\n\n");
        for (JsonNode cause : answer.path("causes"))
            text.append("- ")
                    .append(cause.path("part").asText())
                    .append(" ")
                    .append(cause.path("condition").asText())
                    .append(marks(words(cause.path("evidence"))))
                    .append("\n");
        if (!answer.path("causes").isEmpty()) text.append("\n");
        for (JsonNode statement : answer.path("statements"))
            text.append(statement.path("text").asText())
                    .append(marks(words(statement.path("citations"))))
                    .append(columns(answer, statement))
                    .append("\n\n");
        for (JsonNode citation : answer.path("citations"))
            text.append("[")
                    .append(citation.path("id").asText())
                    .append("] ")
                    .append(Shown.cited(citation))
                    .append("\n");
        if (outcome.equals("brief")) text.append("\nAdvice from the documents; a licensed person decides and signs.\n");
        if (!marking.isEmpty()) text.append("\n").append(marking).append("\n");
        return text.toString();
    }

    private static String columns(JsonNode answer, JsonNode statement) {
        String columns = Shown.columns(answer, statement);
        return columns.isEmpty() ? "" : "\n(columns: " + columns + ")";
    }

    /** Each mark in the text, as clients show citations. */
    static ArrayNode annotations(ObjectNode answer, String text) {
        ArrayNode annotations = JsonNodeFactory.instance.arrayNode();
        Matcher mark = MARK.matcher(text);
        while (mark.find())
            for (JsonNode citation : answer.path("citations"))
                if (citation.path("id").asText().equals(mark.group(1)))
                    annotations
                            .addObject()
                            .put("type", "url_citation")
                            .putObject("url_citation")
                            .put("start_index", mark.start())
                            .put("end_index", mark.end())
                            .put("title", Shown.cited(citation))
                            .put("url", address(citation));
        return annotations;
    }

    /** As {@code flightline show} takes it. */
    private static String address(JsonNode citation) {
        return "flightline:" + citation.path("document").asText() + "@" + ExactRevision.of(citation) + "#"
                + citation.path("start").asInt() + "-"
                + citation.path("end").asInt();
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(one -> words.add(one.asText()));
        return words;
    }

    private static String marks(List<String> ids) {
        var marks = new StringBuilder();
        for (String id : ids) if (!id.isEmpty()) marks.append(" [").append(id).append("]");
        return marks.toString();
    }
}
