package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.MarkingJson;
import flightline.app.view.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a tool found, as text: the outcome, then warnings, then the rest, then where each citation stands. */
final class Told {
    private Told() {}

    /** Of diagnose and ask, in the contract's shape. */
    static String answer(JsonNode answer) {
        var text = new StringBuilder(marking(answer)).append(outcome(answer));
        for (JsonNode warning : answer.path("warnings"))
            text.append("\n")
                    .append(warning.path("kind").asText().toUpperCase(Locale.ROOT))
                    .append(Quoted.marks(List.of(warning.path("citation").asText())))
                    .append(":\n")
                    .append(Quoted.text(warning.path("text").asText()));
        for (JsonNode conflict : answer.path("conflicts"))
            text.append("\nConflict")
                    .append(Quoted.marks(words(conflict.path("citations"))))
                    .append(": ")
                    .append(Quoted.line(conflict.path("text").asText()))
                    .append("\n");
        causes(text, answer.path("causes"));
        for (JsonNode check : answer.path("checks"))
            text.append("\nCheck")
                    .append(Quoted.marks(words(check.path("citations"))))
                    .append(":\n")
                    .append(Quoted.text(check.path("text").asText()));
        for (JsonNode statement : answer.path("statements"))
            text.append("\nStatement, ")
                    .append(statement.path("verdict").asText())
                    .append(Quoted.marks(words(statement.path("citations"))))
                    .append(":\n")
                    .append(Quoted.text(statement.path("text").asText()))
                    .append(columns(answer, statement));
        citations(text, answer.path("citations"));
        return text.append(audit(answer)).toString();
    }

    /** The strictest marking of what is told, before all of it. */
    static String marking(JsonNode told) {
        String marking = MarkingJson.of(told);
        return marking.isEmpty() ? "" : "Marking: " + marking + "\n";
    }

    /** The names of the columns that a row stands under; they are words of the document too. */
    private static String columns(JsonNode answer, JsonNode statement) {
        for (JsonNode citation : answer.path("citations"))
            if (List.of(citation.path("id").asText()).equals(words(statement.path("citations"))))
                return columns(citation);
        return "";
    }

    private static String columns(JsonNode citation) {
        List<String> names = words(citation.path("columns"));
        return names.isEmpty() ? "" : "under the columns:\n" + Quoted.text(String.join(" | ", names));
    }

    private static void causes(StringBuilder text, JsonNode causes) {
        int rank = 0;
        for (JsonNode cause : causes)
            text.append("\nCause ")
                    .append(++rank)
                    .append(String.format(
                            Locale.ROOT, ", %.2f", cause.path("probability").asDouble()))
                    .append(Quoted.marks(words(cause.path("evidence"))))
                    .append(":\n")
                    .append(Quoted.text((cause.path("part").asText() + " "
                                    + cause.path("condition").asText())
                            .strip()));
    }

    private static String outcome(JsonNode answer) {
        String why = Quoted.line(answer.path("why").asText());
        return switch (answer.path("outcome").asText()) {
            case "brief" -> "Advice from the documents; a licensed person decides and signs.\n";
            case "refused" -> "Refused under clause " + answer.path("clause").asText() + ": " + why + "\n";
            case "out-of-scope" -> "Out of scope: " + why + "\n";
            case "withheld" -> "Withheld: " + why + "\n";
            default -> "Not enough evidence: " + why + "\n";
        };
    }

    /** Of search. */
    static String hits(JsonNode found) {
        if (!found.has("hits")) return outcome(found) + audit(found);
        var text = new StringBuilder(marking(found));
        text.append(found.path("hits").size())
                .append(found.path("exact").asBoolean() ? " of " : " of at least ")
                .append(found.path("total").asInt())
                .append(" passages.\n");
        for (JsonNode hit : found.path("hits")) {
            JsonNode citation = hit.path("citation");
            for (JsonNode warning : hit.path("warnings"))
                text.append("\n")
                        .append(warning.path("kind").asText().toUpperCase(Locale.ROOT))
                        .append(Quoted.marks(List.of(citation.path("id").asText())))
                        .append(":\n")
                        .append(Quoted.text(warning.path("text").asText()));
            text.append("\n")
                    .append(cited(citation))
                    .append(Quoted.text(hit.path("text").asText()))
                    .append(columns(citation));
        }
        return text.toString();
    }

    /** Of show. */
    static String place(JsonNode shown) {
        var text = new StringBuilder(marking(shown)).append(cited(shown));
        for (JsonNode warning : shown.path("warnings"))
            text.append("\n")
                    .append(warning.path("kind").asText().toUpperCase(Locale.ROOT))
                    .append(":\n")
                    .append(Quoted.text(warning.path("text").asText()));
        part(text, "Before it", shown.path("before").asText());
        part(text, "The cited words", shown.path("text").asText());
        part(text, "After it", shown.path("after").asText());
        return text.toString();
    }

    private static void part(StringBuilder text, String name, String words) {
        if (!words.isBlank()) text.append("\n").append(name).append(":\n").append(Quoted.text(words));
    }

    /** Of library. */
    static String documents(JsonNode library) {
        var text = new StringBuilder();
        for (JsonNode document : library.path("documents")) text.append(cited(document));
        text.append(library.path("documents").size())
                .append(" of ")
                .append(library.path("total").asInt())
                .append(" revisions held.\n");
        if (library.hasNonNull("next"))
            text.append("More follow: ask again with \"after\": \"")
                    .append(library.path("next").asText())
                    .append("\".\n");
        return text.toString();
    }

    private static void citations(StringBuilder text, JsonNode citations) {
        if (!citations.isEmpty()) text.append("\n");
        for (JsonNode citation : citations) text.append(cited(citation));
    }

    /** One line: the mark, the address, the standing, the title. */
    private static String cited(JsonNode place) {
        var parts = new ArrayList<String>();
        if (place.hasNonNull("id")) parts.add("[" + place.path("id").asText() + "]");
        if (place.path("id").asText().startsWith("r")) parts.add("a maintenance record");
        else parts.add(Places.of(place));
        if (place.path("page").asInt() > 0)
            parts.add("page " + place.path("page").asInt());
        String standing = Standing.remark(
                place.path("inForce").asBoolean(true), place.path("standing").asText());
        if (!standing.isEmpty()) parts.add(Quoted.line(standing));
        String marking = MarkingJson.of(place);
        if (!marking.isEmpty()) parts.add("marked " + marking);
        if (!place.path("title").asText().isBlank())
            parts.add(Quoted.name(place.path("title").asText()));
        return String.join(" ", parts) + "\n";
    }

    private static String audit(JsonNode answer) {
        String entry = answer.path("audit").asText();
        return entry.isEmpty() ? "" : "\nAudit entry " + entry + "\n";
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(one -> words.add(one.asText()));
        return words;
    }
}
