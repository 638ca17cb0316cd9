package flightline.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled cases of a JSON lines file.
 *
 * @param faults lines that are no case, each with file, line and reason
 */
public record Cases(List<JsonNode> cases, List<String> faults) {
    public Cases {
        cases = List.copyOf(cases);
        faults = List.copyOf(faults);
    }

    /** Reads the file; a line that is not a JSON object is a fault and the rest is read. */
    public static Cases read(Path file) throws IOException {
        var json = new ObjectMapper();
        var cases = new ArrayList<JsonNode>();
        var faults = new ArrayList<String>();
        int line = 0;
        for (String text : Files.readAllLines(file)) {
            line++;
            if (text.isBlank()) continue;
            try {
                JsonNode node = json.readTree(text);
                if (node.isObject()) cases.add(node);
                else faults.add(file.getFileName() + " line " + line + ": a case must be a JSON object");
            } catch (JsonProcessingException e) {
                faults.add(file.getFileName() + " line " + line + ": not JSON: " + e.getOriginalMessage());
            }
        }
        return new Cases(cases, faults);
    }
}
