package flightline.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.MaintenanceRecord;

/** A maintenance record for whoever may see it. */
public final class RecordJson {
    private RecordJson() {}

    public static ObjectNode of(MaintenanceRecord record) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("record", record.id().value());
        record.date().ifPresentOrElse(d -> node.put("date", d.toString()), () -> node.putNull("date"));
        node.put("aircraft", record.aircraft());
        node.put("model", record.model());
        node.put("serial", record.serial());
        node.put("complaint", record.complaint());
        node.put("action", record.action());
        node.put("part", record.part());
        node.put("partNumber", record.partNumber());
        node.put("condition", record.condition());
        AnswerJson.strings(node.putArray("ata"), record.ata());
        node.put("narrative", record.narrative());
        node.put("source", record.source());
        MarkingJson.into(node, record.marking());
        return node;
    }
}
