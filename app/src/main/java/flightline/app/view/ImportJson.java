package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.ImportRecordsFlow;

/** What became of files with maintenance records. */
public final class ImportJson {
    private ImportJson() {}

    public static ObjectNode of(ImportRecordsFlow.Report report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("files");
        for (var file : report.files()) {
            ObjectNode one = list.addObject();
            one.put("file", file.path().toString());
            one.put("taken", file.taken());
            one.put("unchanged", file.unchanged());
            one.put("marked", file.marked());
            one.put("badRows", file.bad());
            file.faults().forEach(one.putArray("bad")::add);
            file.notes().forEach(one.putArray("notes")::add);
        }
        return node.put("stopped", report.stopped()).put("millis", report.millis());
    }
}
