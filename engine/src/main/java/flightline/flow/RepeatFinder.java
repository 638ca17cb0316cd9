package flightline.flow;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Recall;
import flightline.search.Precedent;
import flightline.search.RecordIndex;
import flightline.search.Study;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up what an aircraft's records remember of a complaint. */
final class RepeatFinder {
    private final RecordIndex records;
    private final Memory memory;

    RepeatFinder(RecordIndex records, Memory memory) {
        this.records = records;
        this.memory = memory;
    }

    /** @param alike the records of any aircraft most like the complaint */
    Recall recall(Request request, Complaint complaint, List<Precedent> alike, Clearance clearance) {
        return request.aircraft()
                .filter(registration -> !registration.isBlank())
                .map(registration -> memory.recall(
                        study(present(registration, request.on(), complaint), request.without(), alike, clearance)))
                .orElseGet(Recall::none);
    }

    Study study(MaintenanceRecord present, Set<RecordId> without, List<Precedent> alike, Clearance clearance) {
        return records.study(present, Memory.WINDOW, without, alike, clearance);
    }

    private static MaintenanceRecord present(String registration, LocalDate on, Complaint complaint) {
        return complained(new RecordId("complaint"), registration.strip(), on, complaint.text(), complaint.ata());
    }

    /** A complaint before anything was done about it, as a record. */
    static MaintenanceRecord complained(
            RecordId id, String registration, LocalDate on, String complaint, List<String> ata) {
        return new MaintenanceRecord(
                id,
                Optional.of(on),
                registration,
                "",
                "",
                complaint,
                "",
                complaint,
                "",
                "",
                "",
                ata,
                List.of(),
                "",
                Map.of());
    }
}
