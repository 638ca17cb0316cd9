package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.MaintenanceRecord;
import flightline.flow.ImportRecordsFlow;
import flightline.records.RecordOutcome;
import java.time.LocalDate;
import java.util.List;

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

    /** @param mapping by whose rules they were read */
    public static ObjectNode of(List<RecordOutcome> rows, String mapping) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("mapping", mapping);
        ArrayNode records = node.putArray("records");
        ArrayNode bad = node.putArray("bad");
        ArrayNode notes = node.putArray("notes");
        for (RecordOutcome row : rows)
            switch (row) {
                case RecordOutcome.Read(var record) -> records.add(of(record));
                case RecordOutcome.Bad fault -> bad.add(fault.message());
                case RecordOutcome.Note(var file, var text) -> notes.add(text);
            }
        return node;
    }

    private static ObjectNode of(MaintenanceRecord record) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("record", record.id().value())
                .put("date", record.date().map(LocalDate::toString).orElse(null))
                .put("aircraft", record.aircraft())
                .put("model", record.model())
                .put("serial", record.serial())
                .put("complaint", record.complaint())
                .put("action", record.action())
                .put("narrative", record.narrative())
                .put("part", record.part())
                .put("partNumber", record.partNumber())
                .put("condition", record.condition());
        AnswerJson.strings(node.putArray("ata"), record.ata());
        ObjectNode other = node.putObject("other");
        record.other().forEach(other::put);
        return node.put("marking", record.marking().label());
    }
}
