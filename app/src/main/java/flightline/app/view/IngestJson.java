package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.HeldDocument;
import flightline.flow.IngestReport;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import java.util.Locale;

/** What became of files that were handed in. */
public final class IngestJson {
    private IngestJson() {}

    public static ObjectNode of(IngestReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode files = node.putArray("files");
        for (FileReport file : report.files()) {
            ObjectNode one = files.addObject();
            one.put("file", file.path().toString());
            one.put("outcome", file.fate().name().toLowerCase(Locale.ROOT));
            one.put("reason", file.reason());
            ArrayNode documents = one.putArray("documents");
            for (HeldDocument held : file.documents()) documents.add(LibraryJson.of(held));
            file.superseded().forEach(one.putArray("superseded")::add);
            file.notes().forEach(one.putArray("notes")::add);
        }
        ArrayNode renewed = node.putArray("renewed");
        for (Fate fate : Fate.values()) node.put(fate.name().toLowerCase(Locale.ROOT), report.count(fate));
        report.renewed().forEach(d -> renewed.add(d.key()));
        report.notes().forEach(node.putArray("notes")::add);
        node.put("stopped", report.stopped());
        node.put("millis", report.millis());
        return node;
    }
}
