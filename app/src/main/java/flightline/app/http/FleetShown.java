package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.MarkingJson;
import flightline.fleet.Figure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How parts of an answer over all records are put on the page. */
public final class FleetShown {
    private static final String FORMULA = "=+-@\t\r";
    private static final String SPECIAL = "\",;\r\n\t";

    private FleetShown() {}

    /** A cell; truth values as a word, numbers without noise. */
    public static String cell(JsonNode cell) {
        if (cell.isNull()) return "";
        if (cell.isBoolean()) return cell.asBoolean() ? "yes" : "no";
        return cell.isNumber() ? Figure.shown(cell.asDouble()) : cell.asText();
    }

    /**
     * How a column is set.
     *
     * @param figures whether it holds numbers, which are compared by eye where their ends stand below one another
     * @param tenths whether some of them have one decimal, and none has more
     */
    public record Column(String name, boolean figures, boolean tenths) {
        public String shown(JsonNode cell) {
            String shown = cell(cell);
            return tenths && cell.isNumber() && shown.indexOf('.') < 0 ? shown + ".0" : shown;
        }
    }

    /** Those of an answer's table. */
    public static List<Column> columns(JsonNode answer) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode name : answer.path("columns")) {
            boolean figures = false;
            boolean words = false;
            int decimals = 0;
            for (JsonNode row : answer.path("rows")) {
                JsonNode cell = row.path(columns.size());
                figures |= cell.isNumber();
                words |= !cell.isNumber() && !cell.isNull();
                String shown = cell.isNumber() ? cell(cell) : "";
                if (shown.indexOf('.') >= 0) decimals = Math.max(decimals, shown.length() - shown.indexOf('.') - 1);
            }
            columns.add(new Column(name.asText(), figures && !words, decimals == 1));
        }
        return columns;
    }

    /** Where the table of its answer is taken away. */
    public static String table(String question) {
        return "/fleet/table?question=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    /** The table of an answer as RFC 4180 has it, numbers in full; where it is marked, each row tells so in a column more. */
    static String csv(JsonNode answer) {
        var text = new StringBuilder();
        String marking = MarkingJson.of(answer);
        line(text, answer.path("columns"), marking.isEmpty() ? "" : "marking");
        for (JsonNode row : answer.path("rows")) line(text, row, marking);
        return text.toString();
    }

    private static void line(StringBuilder text, JsonNode cells, String marking) {
        String between = "";
        for (JsonNode cell : cells) {
            text.append(between).append(cell.isNumber() ? cell.asText() : quoted(cell(cell)));
            between = ",";
        }
        if (!marking.isEmpty()) text.append(between).append(quoted(marking));
        text.append("\r\n");
    }

    /** What begins like a formula came out of a record, and a spreadsheet would reckon it. */
    private static String quoted(String cell) {
        String plain = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return plain.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0) ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
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
