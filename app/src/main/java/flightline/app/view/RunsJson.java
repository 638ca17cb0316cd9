package flightline.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.RunBook;
import java.util.List;

/** What the last ingests did. */
public final class RunsJson {
    private RunsJson() {}

    public static ObjectNode of(List<RunBook.Run> runs) {
        var mapper = new ObjectMapper();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode all = node.putArray("runs");
        runs.forEach(run -> all.add(mapper.<ObjectNode>valueToTree(run)));
        return node;
    }
}
