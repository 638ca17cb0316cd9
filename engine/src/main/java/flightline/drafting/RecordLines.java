package flightline.drafting;

import flightline.corpus.MaintenanceRecord;
import java.time.LocalDate;
import java.util.List;

/** Maintenance records as a table, each field as the record has it. */
final class RecordLines {
    private RecordLines() {}

    static Line.Grid table(List<MaintenanceRecord> records) {
        List<Words> header = List.of(
                new Words.Ours("Record"),
                new Words.Ours("Date"),
                new Words.Ours("Aircraft"),
                new Words.Ours("Complaint"),
                new Words.Ours("Action"));
        return new Line.Grid(header, records.stream().map(RecordLines::row).toList());
    }

    private static List<List<Words>> row(MaintenanceRecord record) {
        return List.of(
                cell(record, record.id().value()),
                cell(record, record.date().map(LocalDate::toString).orElse("")),
                cell(record, record.aircraft()),
                cell(record, record.complaint()),
                cell(record, record.action()));
    }

    static List<Words> cell(MaintenanceRecord record, String text) {
        return text.isBlank() ? List.of() : List.of(new Words.Recorded(text, record.id()));
    }
}
