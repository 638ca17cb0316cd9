package flightline.drafting.compliance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fleet list as CSV: one aircraft a row; what has parts is written {@code name=value; …} and {@code what @ day / hours FH / cycles FC / record; …}. */
final class CsvTails {
    static final List<String> COLUMNS =
            List.of("registration", "model", "serial", "hours", "cycles", "as_of", "configuration", "done", "readings");
    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)");
    private static final Pattern FH = Pattern.compile("\\s*(\\S.*?)\\s*FH\\s*");
    private static final Pattern FC = Pattern.compile("\\s*(\\S.*?)\\s*FC\\s*");

    private CsvTails() {}

    /** Throws {@link IllegalArgumentException} naming the line that cannot be read. */
    static ArrayNode nodes(String text) {
        String[] lines = text.replace("\uFEFF", "").strip().split("\\R");
        List<String> header = cells(lines[0], 1).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (header.size() == 1 && header.getFirst().matches(".*[;\t].*"))
            throw new IllegalArgumentException("line 1: the columns must be parted by commas, got '" + lines[0] + "'");
        for (String name : header)
            if (!COLUMNS.contains(name))
                throw new IllegalArgumentException(
                        "line 1: column '" + name + "' must be one of " + String.join(", ", COLUMNS));
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        for (int at = 1; at < lines.length; at++) {
            if (lines[at].isBlank()) continue;
            List<String> cells = cells(lines[at], at + 1);
            if (cells.size() != header.size())
                throw new IllegalArgumentException(
                        "line " + (at + 1) + ": has " + cells.size() + " cells, the header " + header.size());
            ObjectNode node = nodes.addObject();
            for (int c = 0; c < cells.size(); c++) put(node, header.get(c), cells.get(c), at + 1);
        }
        return nodes;
    }

    private static void put(ObjectNode node, String name, String value, int line) {
        switch (name) {
            case "configuration" -> {
                ObjectNode configuration = node.putObject(name);
                for (String one : parts(value)) {
                    String[] sides = one.split("=", 2);
                    if (sides.length != 2)
                        throw new IllegalArgumentException(
                                "line " + line + ": configuration is name=value, got '" + one + "'");
                    configuration.put(sides[0].strip(), sides[1].strip());
                }
            }
            case "done" -> {
                ArrayNode done = node.putArray(name);
                for (String one : parts(value)) {
                    String[] sides = one.split("@", 2);
                    totals(done.addObject().put("what", sides[0].strip()), sides.length == 2 ? sides[1] : "", line);
                }
            }
            case "readings" -> {
                ArrayNode readings = node.putArray(name);
                for (String one : parts(value)) totals(readings.addObject(), one, line);
            }
            default -> node.put(name, value);
        }
    }

    private static void totals(ObjectNode node, String text, int line) {
        for (String part : text.split("/")) {
            Matcher hours = FH.matcher(part);
            Matcher cycles = FC.matcher(part);
            if (hours.matches()) node.put("hours", hours.group(1));
            else if (cycles.matches()) node.put("cycles", cycles.group(1));
            else if (part.strip().matches("\\d{4}-.*")) node.put("on", part.strip());
            else if (!part.isBlank() && node.has("record"))
                throw new IllegalArgumentException("line " + line + ": '" + part.strip()
                        + "' is no day such as 2026-03-01, no hours such as 27420 FH, no cycles such as 33150 FC, and the record is '"
                        + node.path("record").asText() + "' already");
            else if (!part.isBlank()) node.put("record", part.strip());
        }
    }

    private static List<String> parts(String value) {
        var parts = new ArrayList<String>();
        for (String part : value.split(";")) if (!part.isBlank()) parts.add(part.strip());
        return parts;
    }

    private static List<String> cells(String line, int number) {
        var cells = new ArrayList<String>();
        Matcher cell = CELL.matcher(line);
        int end = 0;
        while (cell.find()) {
            String quoted = cell.group(1);
            cells.add((quoted == null ? cell.group(2) : quoted.replace("\"\"", "\"")).strip());
            end = cell.end();
            if (cell.group(3).isEmpty()) break;
        }
        if (end != line.length())
            throw new IllegalArgumentException("line " + number + ": a quotation mark stands alone");
        return cells;
    }
}
