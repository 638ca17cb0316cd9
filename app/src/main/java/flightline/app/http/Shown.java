package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import flightline.app.view.ExactRevision;
import flightline.app.view.MarkingJson;
import flightline.app.view.Standing;
import flightline.evaluation.DriftReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How parts of an answer are put on the page; the templates escape what comes out of here like anything else. */
public final class Shown {
    private static final double LEAST = 0.01;

    private Shown() {}

    /** In words, of an answer that is no brief. */
    public static String outcome(JsonNode answer) {
        String clause = answer.path("clause").asText();
        return switch (answer.path("outcome").asText()) {
            case "refused" -> "Refused" + (clause.isEmpty() ? "" : " under clause " + clause);
            case "out-of-scope" -> "Not for this system";
            case "withheld" -> "Withheld";
            default -> "Not enough evidence";
        };
    }

    /** What a part of an answer says. Of a row that is quoted as one line a tab parts the cells, which a page would show as a space. */
    public static String words(JsonNode part) {
        return part.path("text").asText().replace("\t", " \u00B7 ");
    }

    /** What somebody can do about an answer that is no brief. */
    public static String next(JsonNode answer) {
        return switch (answer.path("outcome").asText()) {
            case "refused" ->
                "If this is maintenance work, say what you do and on which aircraft, or ask your security officer; the log has the entry.";
            case "out-of-scope" -> "Ask about a fault, a procedure, a part or a record of an aircraft.";
            case "withheld" ->
                "A quotation did not match its source, so nothing of it is shown. Tell the administrator the number of the log entry.";
            default ->
                "Say it in other words, name the aircraft, or ask the librarian whether the manual is in the library.";
        };
    }

    /** The look of a warning, caution or note. */
    public static String kind(JsonNode warning) {
        return switch (warning.path("kind").asText()) {
            case "warning" -> "warning";
            case "caution" -> "caution";
            default -> "note";
        };
    }

    /** 0 to 100, for a bar. */
    public static int share(double probability) {
        return (int) Math.round(Math.clamp(probability, 0, 1) * 100);
    }

    public static String percent(double probability) {
        return share(probability) + " %";
    }

    /** Systems worth reading: those of at least one in a hundred, and the first in any case. */
    public static List<JsonNode> likely(JsonNode systems) {
        return IntStream.range(0, systems.size())
                .filter(i -> i == 0 || systems.path(i).path("probability").asDouble() >= LEAST)
                .mapToObj(systems::path)
                .toList();
    }

    /** The citation of this number; a missing node where the answer has none. */
    public static JsonNode citation(JsonNode answer, String id) {
        return stream(answer.path("citations"))
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The strictest marking of an answer or a part of one; empty where there is none. */
    public static String marking(JsonNode answer) {
        return MarkingJson.of(answer);
    }

    /** Names of the columns that a quoted row stands under, as a line; empty for what is no row. */
    public static String columns(JsonNode answer, JsonNode statement) {
        if (statement.path("citations").size() != 1) return "";
        JsonNode names =
                citation(answer, statement.path("citations").get(0).asText()).path("columns");
        return stream(names).map(JsonNode::asText).collect(Collectors.joining(" | "));
    }

    /** Document, revision and page of a citation, and its marking. */
    public static String cited(JsonNode citation) {
        var place = new ArrayList<String>();
        place.add(citation.path("title").asText());
        place.add(citation.path("document").asText());
        if (!citation.path("revision").asText().isEmpty())
            place.add("revision " + citation.path("revision").asText());
        if (citation.path("page").asInt() > 0)
            place.add("page " + citation.path("page").asInt());
        place.add(citation.path("marking").asText());
        place.removeIf(String::isBlank);
        return String.join(", ", place);
    }

    /** What is to be known of a cited document's standing; empty where it is plainly in force. */
    public static String standing(JsonNode citation) {
        return Standing.remark(
                citation.path("inForce").asBoolean(true),
                citation.path("standing").asText());
    }

    /** Citations of documents, those together whose lines would read the same, in the order of the first of each. */
    public static List<List<JsonNode>> alike(JsonNode citations) {
        var byLine = new LinkedHashMap<List<String>, List<JsonNode>>();
        stream(citations)
                .filter(one -> !one.path("id").asText().startsWith("r"))
                .forEach(one -> byLine.computeIfAbsent(
                                List.of(
                                        cited(one),
                                        standing(one),
                                        one.path("effectivity").asText(),
                                        one.path("reading").asText()),
                                line -> new ArrayList<>())
                        .add(one));
        return List.copyOf(byLine.values());
    }

    /** A number and what it counts, for example {@code 1 question}; for words that take an s. */
    public static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    /** Where the page shows the citation in its document. */
    public static String place(JsonNode citation) {
        return PlaceAddress.of(
                citation.path("document").asText(),
                ExactRevision.of(citation),
                citation.path("start").asInt(),
                citation.path("end").asInt());
    }

    /** Records of this aircraft, latest first; with {@code own} false, those of all others. */
    public static List<JsonNode> past(JsonNode answer, String aircraft, boolean own) {
        return stream(answer.path("precedents"))
                .filter(one -> own == isOf(one, aircraft))
                .sorted(Comparator.comparing((JsonNode one) -> one.path("date").asText(""))
                        .reversed())
                .toList();
    }

    private static boolean isOf(JsonNode record, String aircraft) {
        return !aircraft.isBlank() && record.path("aircraft").asText().equalsIgnoreCase(aircraft.strip());
    }

    /** The words for how a check came out. */
    public static String answerWord(String answer) {
        return switch (answer) {
            case "pass" -> "Cured it";
            case "fail" -> "Still there";
            default -> answer;
        };
    }

    /** Who wrote it, for whoever wants to know. */
    public static String writer(JsonNode answer) {
        JsonNode engine = answer.path("engine");
        if (engine.path("writer").asText().equals("llama"))
            return "Written by " + engine.path("model").asText("a Llama model")
                    + "; each sentence was compared with the passage that it cites.";
        if (engine.hasNonNull("model"))
            return "Quoted: what " + engine.path("model").asText() + " wrote was not used. "
                    + engine.path("note").asText();
        return "Quoted: no language model writes here, every sentence is the document's own.";
    }

    /** The words for how a measure stands. */
    public static String standing(DriftReport.Standing standing) {
        return switch (standing) {
            case STEADY -> "steady";
            case ALARM -> "changed";
            case TOO_LITTLE -> "too little to say";
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
