package flightline.fleet;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records again of rows: what the columns hold of them, which is not the whole text they came with. */
final class RowBack {
    private RowBack() {}

    static MaintenanceRecord record(Grid grid, int row) {
        String complaint = text(grid, row, "complaint");
        String action = text(grid, row, "action");
        String system = text(grid, row, "system");
        String code = system.isEmpty() ? text(grid, row, "chapter") : system;
        return new MaintenanceRecord(
                new RecordId(text(grid, row, "id")),
                grid.cell(row, "day") instanceof LocalDate day ? Optional.of(day) : Optional.empty(),
                text(grid, row, "tail"),
                text(grid, row, "model"),
                text(grid, row, "serial"),
                complaint,
                action,
                complaint.isEmpty() || action.isEmpty() ? complaint + action : complaint + "\n" + action,
                text(grid, row, "part"),
                text(grid, row, "part_number"),
                text(grid, row, "condition"),
                code.isEmpty() ? List.of() : List.of(code),
                List.of(),
                text(grid, row, "source"),
                further(grid, row),
                new Marking(text(grid, row, "marking")));
    }

    private static Map<String, String> further(Grid grid, int row) {
        var further = new LinkedHashMap<String, String>();
        for (String column : List.of("station", "hours", "cycles", "delay", "deferred", "closed", "is_closed")) {
            String value = text(grid, row, column);
            // A day of closing says that it is closed.
            if (!value.isEmpty() && !(column.equals("is_closed") && further.containsKey("closed")))
                further.put(column, value);
        }
        return further;
    }

    private static String text(Grid grid, int row, String column) {
        Object cell = grid.cell(row, column);
        return cell == null ? "" : cell.toString();
    }
}
