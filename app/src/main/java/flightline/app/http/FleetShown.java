package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.fleet.Figure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How parts of an answer over all records are put on the page. */
public final class FleetShown {
    private FleetShown() {}

    /** A cell; truth values as a word, numbers without noise. */
    public static String cell(JsonNode cell) {
        if (cell.isNull()) return "";
        if (cell.isBoolean()) return cell.asBoolean() ? "yes" : "no";
        return cell.isNumber() ? Figure.shown(cell.asDouble()) : cell.asText();
    }

    /** Where a question is answered. */
    public static String asked(String question) {
        return "/fleet?question=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    /** Where a record is shown. */
    public static String record(String id) {
        return "/record?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
