package flightline.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a maintenance log: what was complained of, what was done.
 *
 * @param date of the occurrence, absent where the source gives none
 * @param aircraft registration or tail number, empty where the source gives none
 * @param model aircraft model, empty where absent
 * @param serial manufacturer's serial number, empty where absent
 * @param complaint what was observed, in the writer's words
 * @param action what was found and done; empty where the source does not tell it
 * @param narrative the whole text as it stood in the source
 * @param part name of the part replaced or blamed, as coded; empty where absent
 * @param partNumber empty where absent
 * @param condition of that part, as coded; empty where absent
 * @param ata codes given by the source or cited in the text, most specific first, {@code 32-41} form
 * @param references documents cited in the text, for example {@code amm 32-41-00}
 * @param source file name and 1-based line, for example {@code records.jsonl:17}
 * @param other further fields of the source that the mapping keeps, by name
 * @param marking what a reader must be cleared for
 */
public record MaintenanceRecord(
        RecordId id,
        Optional<LocalDate> date,
        String aircraft,
        String model,
        String serial,
        String complaint,
        String action,
        String narrative,
        String part,
        String partNumber,
        String condition,
        List<String> ata,
        List<String> references,
        String source,
        Map<String, String> other,
        Marking marking) {
    /** What a citation calls a record, its id behind it. */
    public static final String TITLE = "Maintenance record ";

    public MaintenanceRecord {
        ata = List.copyOf(ata);
        references = List.copyOf(references);
        other = Map.copyOf(other);
    }

    /** An unmarked one. */
    public MaintenanceRecord(
            RecordId id,
            Optional<LocalDate> date,
            String aircraft,
            String model,
            String serial,
            String complaint,
            String action,
            String narrative,
            String part,
            String partNumber,
            String condition,
            List<String> ata,
            List<String> references,
            String source,
            Map<String, String> other) {
        this(
                id,
                date,
                aircraft,
                model,
                serial,
                complaint,
                action,
                narrative,
                part,
                partNumber,
                condition,
                ata,
                references,
                source,
                other,
                Marking.UNMARKED);
    }

    /** The same with another marking besides its own: a marking is only ever added to. */
    public MaintenanceRecord marked(Marking besides) {
        return new MaintenanceRecord(
                id,
                date,
                aircraft,
                model,
                serial,
                complaint,
                action,
                narrative,
                part,
                partNumber,
                condition,
                ata,
                references,
                source,
                other,
                marking.and(besides));
    }
}
