package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;

/** How parts of an answer are put on the page; the templates escape what comes out of here like anything else. */
public final class Shown {
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

    /** The look of a warning, caution or note. */
    public static String kind(JsonNode warning) {
        return switch (warning.path("kind").asText()) {
            case "warning" -> "warning";
            case "caution" -> "caution";
            default -> "note";
        };
    }

    /** 0 to 1, for a bar. */
    public static String share(JsonNode ranked) {
        return String.format(Locale.ROOT, "%.3f", ranked.path("probability").asDouble());
    }

    public static String percent(JsonNode ranked) {
        return Math.round(ranked.path("probability").asDouble() * 100) + " %";
    }

    /** Document, revision and page of a citation, and whether it is in force. */
    public static String cited(JsonNode citation) {
        var place = new ArrayList<String>();
        place.add(citation.path("title").asText());
        place.add(citation.path("document").asText());
        if (!citation.path("revision").asText().isEmpty())
            place.add("revision " + citation.path("revision").asText());
        if (citation.path("page").asInt() > 0)
            place.add("page " + citation.path("page").asInt());
        if (!citation.path("inForce").asBoolean(true)) place.add("NOT IN FORCE");
        place.removeIf(String::isBlank);
        return String.join(", ", place);
    }

    /** Where the page shows the citation in its document. */
    public static String place(JsonNode citation) {
        return "/show?document=" + encoded(citation.path("document").asText()) + "&revision="
                + encoded(citation.path("revision").asText()) + "&start="
                + citation.path("start").asInt() + "&end="
                + citation.path("end").asInt();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
