package flightline.drafting;

import flightline.corpus.MaintenanceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was diagnosed, as far as a paper tells it. All of it is in the words of who asked or of the answer that they got.
 *
 * @param answer id of the audit entry of the answer, empty where there is none
 * @param complaint as it was typed
 * @param aircraft registration, empty where not named; so are {@code model} and {@code serial}
 * @param causes the parts that may be at fault, likeliest first
 * @param findings answers to checks, oldest first
 */
public record Diagnosis(
        String answer,
        String complaint,
        String aircraft,
        String model,
        String serial,
        List<Cause> causes,
        List<Finding> findings) {
    public Diagnosis {
        causes = List.copyOf(causes);
        findings = List.copyOf(findings);
    }

    /**
     * A part that may be at fault.
     *
     * @param condition empty where not known
     */
    public record Cause(String part, String condition) {}

    /**
     * An answer to a check.
     *
     * @param when ISO instant
     * @param who gave it
     */
    public record Finding(String check, String answer, String when, String who) {}

    /** Every piece of it by itself. */
    public List<String> given() {
        var all = new ArrayList<>(List.of(answer, complaint, aircraft, model, serial));
        causes.forEach(cause -> all.addAll(List.of(cause.part(), cause.condition())));
        findings.forEach(f -> all.addAll(List.of(f.check(), f.answer(), f.when(), f.who())));
        return all;
    }

    /**
     * The aircraft as fields of a paper's head; what is not known is left empty for a person.
     *
     * @param latest record of the aircraft, which tells what was not typed
     */
    List<Line.Field> aircraftFields(Optional<MaintenanceRecord> latest) {
        return List.of(
                field("Aircraft", aircraft),
                field("Model", model, latest, MaintenanceRecord::model),
                field("Serial number", serial, latest, MaintenanceRecord::serial));
    }

    private static Line.Field field(
            String label,
            String typed,
            Optional<MaintenanceRecord> latest,
            Function<MaintenanceRecord, String> recorded) {
        if (!typed.isBlank() || latest.isEmpty()) return field(label, typed);
        return new Line.Field(label, RecordLines.cell(latest.get(), recorded.apply(latest.get())));
    }

    static Line.Field field(String label, String given) {
        return new Line.Field(label, given.isBlank() ? List.of() : List.of(new Words.Given(given)));
    }
}
