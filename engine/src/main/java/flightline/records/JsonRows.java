package flightline.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flightline.records.LineReader.Line;
import flightline.records.rows.JsonFields;
import flightline.records.rows.RowSource;
import flightline.records.rows.SourceRow;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
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
            JsonFields.flatten("", node, fields);
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

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
