package flightline.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flightline.records.LineReader.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object a line. Objects within are laid flat, their names joined by dots. */
final class JsonRows implements RowSource {
    private final LineReader lines;
    private final ObjectReader json = JsonMapper.builder().build().readerFor(JsonNode.class);

    JsonRows(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        while (true) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) return Optional.empty();
            if (!line.get().text().isBlank()) return Optional.of(row(line.get()));
        }
    }

    private SourceRow row(Line line) {
        if (line.tooLong()) return broken(line, "is longer than " + LineReader.LONGEST + " characters");
        if (line.text().indexOf('\0') >= 0) return broken(line, "contains a NUL byte");
        try {
            JsonNode node = json.readValue(line.text());
            if (!node.isObject()) return broken(line, "is not a JSON object");
            var fields = new LinkedHashMap<String, List<String>>();
            flatten("", node, fields);
            return new SourceRow.Fields(line.number(), fields);
        } catch (JsonProcessingException notJson) {
            var at = notJson.getLocation();
            String column = at == null ? "" : " (column " + at.getColumnNr() + ")";
            return broken(
                    line,
                    "is not JSON: "
                            + notJson.getOriginalMessage().lines().findFirst().orElse("malformed") + column);
        }
    }

    private static SourceRow broken(Line line, String reason) {
        return new SourceRow.Broken(line.number(), line.text(), reason);
    }

    private static void flatten(String prefix, JsonNode object, Map<String, List<String>> fields) {
        object.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) flatten(name + ".", value, fields);
            else fields.put(name, values(value));
        });
    }

    private static List<String> values(JsonNode value) {
        if (value.isNull()) return List.of();
        if (!value.isArray()) return List.of(value.asText());
        var values = new ArrayList<String>();
        for (JsonNode item : value)
            if (!item.isNull()) values.add(item.isValueNode() ? item.asText() : item.toString());
        return values;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
